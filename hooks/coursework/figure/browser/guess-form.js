/** What a row is guessed with: a slider on its strip for the place, one below for how wide, and two buttons. */
import {button, fill, make} from "./elements.js"
import {drawGuess} from "./guess-brackets.js"

/**
 * Ask for a row; what is drawn in its strip is hidden meanwhile.
 * @param {HTMLElement} row
 * @param {string} text
 * @param {import("./guess-axis.js").Axis} axis
 * @param {number} sure how often in ten a range is to hold what was found; 0 where none is asked for
 * @param {Record<string, string>} words
 * @param {(guessed?: import("./guess-brackets.js").Guessed) => void} take what was guessed, or nothing where the reader
 *   wants to see all
 * @returns {HTMLElement} where a reader begins who uses keys
 */
export function askRow(row, text, axis, sure, words, take) {
  const {steps} = axis
  const place = slider("guess__place", steps, steps / 2), reach = slider("", steps / 2, steps / 12)
  const range = make("b", "guess__range"), look = make("button", "button", words.show)
  look.disabled = true // until something is placed

  const guessed = () => {
    const [step, width] = [place, reach].map(({valueAsNumber}) => valueAsNumber)
    return {
      guess: axis.at(step),
      ...(sure && {range: /** @type {[number, number]} */ ([axis.at(step - width), axis.at(step + width)]), sure}),
    }
  }
  const show = () => {
    const guess = guessed(), values = axis.inWords(guess)
    drawGuess(row, axis, guess, look.disabled ? "open" : "moved")
    range.textContent = fill(sure ? words.placed : "{guess}", values)
    for (const input of [place, reach]) input.setAttribute("aria-valuetext", range.textContent)
  }
  reach.oninput = show
  place.oninput = () => {
    look.disabled = false
    show()
  }
  // A finger moves the line wherever it is laid: some browsers let it only take the thumb, which is not seen here.
  place.onpointerdown = place.onpointermove = ({buttons, clientX}) => {
    const {left, width} = /** @type {Element} */ (row.querySelector("svg")).getBoundingClientRect()
    if (!buttons) return
    place.valueAsNumber = ((clientX - left) / width) * steps
    place.dispatchEvent(new Event("input"))
  }
  const ways = [look, " ", button("button button--quiet", words.skip, () => end())]
  const form = make("form", "guess__form",
    make("label", "", make("span", "", text), place), range,
    sure ? make("label", "guess__reach", words.width, reach) : "",
    make("p", "explore__ways", ...ways))
  form.onsubmit = event => {
    event.preventDefault()
    end(guessed())
  }
  /** @param {import("./guess-brackets.js").Guessed} [guess] */
  function end(guess) {
    form.remove()
    row.querySelector(".guess__signs")?.remove()
    delete row.dataset.asking
    take(guess)
  }
  row.dataset.asking = ""
  row.append(form)
  // The numbers of the axis stand below the last row, and here right below the strip.
  const numbers = /** @type {Element|undefined|null} */ (row.closest(".figure")?.querySelector(".figure__axis"))
  if (numbers) form.firstElementChild?.after(numbers.cloneNode(true))
  show()
  return place
}

/** @param {string} className @param {number} max @param {number} value */
const slider = (className, max, value) => Object.assign(make("input", className), {
  type: "range", max: String(Math.ceil(max)), value: String(Math.round(value)),
})
