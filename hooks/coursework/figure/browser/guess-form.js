/** What a row is guessed with: a slider on its strip for the place, one below for how wide, and two buttons. */
import {button, fill, make} from "./elements.js"
import {drawGuess} from "./guess-brackets.js"

const FIRST_REACH = 1 / 12 // of the axis, to both sides

/**
 * @typedef {object} Question
 * @property {string} text
 * @property {import("./guess-axis.js").Axis} axis
 * @property {number} sure how often in ten a range is to hold what was found; 0 where none is asked for
 * @property {Record<string, string>} words
 * @property {(guessed: import("./guess-brackets.js").Guessed) => void} settle
 * @property {() => void} skip
 */

/**
 * Ask for a row; what is drawn in its strip is hidden meanwhile.
 * @param {HTMLElement} row
 * @param {Question} question
 * @returns {HTMLElement} where a reader begins who uses keys
 */
export function askRow(row, {text, axis, sure, words, settle, skip}) {
  const {steps} = axis, strip = /** @type {SVGElement} */ (row.querySelector("svg"))
  const place = slider("guess__place", steps, steps / 2), reach = slider("", steps / 2, steps * FIRST_REACH)
  // The sliders speak for it.
  const range = make("b", ""), hint = make("i", "")
  range.ariaHidden = "true"
  let isPlaced = false

  const guessed = () => {
    const [step, width] = [place, reach].map(({valueAsNumber}) => valueAsNumber)
    return {
      guess: axis.at(step),
      ...(sure && {range: /** @type {[number, number]} */ ([axis.at(step - width), axis.at(step + width)]), sure}),
    }
  }
  const show = () => {
    const guess = guessed(), values = axis.inWords(guess)
    drawGuess(strip, axis, guess, isPlaced ? "moved" : "open")
    range.textContent = fill(words.between, values)
    const spoken = fill(sure ? words.spoken : "{guess}", values)
    for (const input of [place, reach]) input.setAttribute("aria-valuetext", spoken)
  }
  reach.oninput = show
  place.oninput = () => {
    isPlaced = true
    hint.textContent = ""
    show()
  }
  // A finger moves the line wherever it is laid: some browsers let it only take the thumb, which is not seen here.
  place.onpointerdown = place.onpointermove = ({buttons, clientX}) => {
    const {left, width} = strip.getBoundingClientRect()
    if (!buttons) return
    place.valueAsNumber = ((clientX - left) / width) * steps
    place.dispatchEvent(new Event("input"))
  }
  const ways = [make("button", "button", words.show), " ", button("button button--quiet", words.skip, skip)]
  const form = make("form", "guess__form",
    make("label", "", make("span", "guess__ask", text, hint), place),
    sure ? make("label", "guess__reach", words.width, range, reach) : "",
    make("p", "explore__ways", ...ways))
  form.onsubmit = event => {
    event.preventDefault()
    if (isPlaced) return settle(guessed())
    hint.textContent = ` ${words.place}`
    place.focus()
  }
  row.dataset.asking = ""
  row.append(form)
  show()
  return place
}

/** @param {string} className @param {number} max @param {number} value */
const slider = (className, max, value) => Object.assign(make("input", className), {
  type: "range", max: String(Math.ceil(max)), value: String(Math.round(value)),
})
