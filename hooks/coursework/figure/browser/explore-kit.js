/** What several kinds of figures share on which readers work; parts are found by their names within one figure. */
const CLOSE = 5 // of a hundred: a guess that is off by so much was near

/** @type {Promise<unknown> | undefined} */
let sheet

/** Styles for what moves, which no page needs before; they stand beside the sheet of every page with a figure. */
export const styles = () => sheet ??= new Promise((onload, onerror) => {
  const before = /** @type {HTMLLinkElement} */ (document.querySelector("link[href$='/explore.css']"))
  const href = before.href.replace(/explore(?=\.css$)/, "explore-live")
  before.after(Object.assign(document.createElement("link"), {rel: "stylesheet", href, onload, onerror}))
})

/**
 * A part of a figure by its name; every template has those that its script asks for.
 * @param {Element} within
 * @param {string} name
 * @returns {any}
 */
export const part = (within, name) => within.querySelector(`[data-part="${name}"]`)

/**
 * Write the sentence of an element anew, with values in its blanks.
 * @param {any} element
 * @param {Record<string, unknown>} values
 * @returns {string}
 */
export function say(element, values, sentence = element.dataset.say) {
  element.textContent = sentence.replace(/\{(\w+)\}/g, (/** @type {string} */ blank, /** @type {string} */ name) =>
    values[name] ?? blank)
  return element.textContent
}

/**
 * Make the numbers of a list of stops buttons that go there.
 * @param {HTMLElement} figure
 * @param {(stop: HTMLElement) => void} go
 */
export function stops(figure, go) {
  const list = /** @type {HTMLElement[]} */ ([...figure.querySelectorAll(".explore__stops > li")])
  for (const stop of list) {
    const number = stop.querySelector("b"), button = document.createElement("button")
    if (!number) continue
    button.type = "button"
    button.append(...number.childNodes)
    number.append(button)
    button.addEventListener("click", () => go(stop))
  }
  return list
}

/** A number as it stands in the figures. @param {number} value */
export const written = (value, digits = 2) => value.toFixed(digits).replace("-", "\u2212")

/**
 * Fill a number of the dots of a hundred, in columns of five, or of a thousand, in columns of twenty.
 * @param {Element} hundred
 * @param {number} count
 */
export function fill(hundred, count) {
  const full = part(hundred, "full"), tall = full.closest("svg").viewBox.baseVal.height / 10
  const whole = Math.floor(count / tall) * 10
  full.setAttribute("d", `M0 0H${whole}V${tall * 10}H0zM${whole} 0h10v${(count % tall) * 10}h-10z`)
}

/**
 * Let a slider be spoken in words whenever it moves.
 * @param {HTMLInputElement} slider
 * @param {(value: number) => string} describe shows a value, and gives its words
 */
export function follow(slider, describe) {
  const move = () => slider.setAttribute("aria-valuetext", describe(Number(slider.value)))
  slider.addEventListener("input", move)
  move()
}

/**
 * Ask for a number out of a hundred, or of what the slider has, before it is shown, then say how near it was.
 * @param {HTMLElement} figure
 * @param {number} truth
 * @param {Record<string, unknown>} values for the blanks of the sentence behind the answer
 * @param {HTMLElement} next where a reader goes on who uses keys
 * @param {Element} [hundred] beside which the guess stays: the last without it
 */
export function ask(figure, truth, values, next, hundred) {
  const form = part(figure, "ask")
  if (!form) return
  const [slider, output] = [form.querySelector("input"), form.querySelector("output")]
  const described = figure.getAttribute("aria-describedby") ?? ""
  const show = () => {
    form.hidden = true
    figure.removeAttribute("data-asking")
    figure.setAttribute("aria-describedby", described)
    next.focus({preventScroll: true})
  }
  follow(slider, count => {
    fill(form, count)
    return say(output, {count})
  })
  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault()
    show()
    const guess = Number(slider.value), total = Number(slider.max)
    tell(figure, guess, truth, values, (CLOSE * total) / 100)
    markGuess(hundred ?? [...figure.querySelectorAll(".hundred")].at(-1), guess, (100 * guess) / total)
  })
  part(form, "skip").addEventListener("click", show)
  // While it asks, the figure shows nothing else; on paper it does.
  figure.dataset.asking = ""
  figure.removeAttribute("aria-describedby")
  form.hidden = false
}

/**
 * @param {HTMLElement} figure
 * @param {number} guess
 * @param {number} count
 * @param {Record<string, unknown>} values
 * @param {number} close
 */
function tell(figure, guess, count, values, close) {
  const answer = part(figure, "answer"), more = part(answer, "more"), verdict = document.createElement("b")
  say(verdict, {guess, count}, guess === count ? answer.dataset.exact : answer.dataset.say)
  if (more) say(more, {count, ...values})
  answer.toggleAttribute("data-near", Math.abs(guess - count) <= close)
  answer.prepend(verdict, " ")
  answer.scrollIntoView({block: "nearest"})
}

/**
 * Draw where the guess lay in the hundred that shows what is so.
 * @param {Element | undefined} hundred
 * @param {number} guess
 * @param {number} at in percent
 */
function markGuess(hundred, guess, at) {
  if (!hundred) return
  const [line, text] = hundred.querySelectorAll(".hundred__guess > *")
  for (const end of ["x1", "x2"]) line.setAttribute(end, `${at}%`)
  text.setAttribute("x", `${at}%`)
  text.setAttribute("text-anchor", at < 15 ? "start" : at > 85 ? "end" : "middle")
  say(text, {count: guess})
  hundred.toggleAttribute("data-guessed", true)
}

/** Take the guess away again, where something else is shown. @param {HTMLElement} figure */
export const unmark = figure => {
  for (const hundred of figure.querySelectorAll(".hundred")) hundred.removeAttribute("data-guessed")
}
