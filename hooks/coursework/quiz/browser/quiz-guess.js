/**
 * <quiz-guess>: a question guessed at before reading. The guess is kept in a slot of its own; nothing is said of it
 * until the same question is answered further down, which then names both.
 *
 * @typedef {DOMStringMap & Record<"course"|"question"|"version", string>} Data of the guess, and of its question
 */
import {keep, readPresent} from "./entries.js"
import {words} from "./guess-words.js"
import {textOf} from "./text-of.js"
import {today} from "./store.js"

class QuizGuess extends HTMLElement {
  connectedCallback() {
    if (this.dataset.ready) return
    this.dataset.ready = "true"
    this.find(".guess__keep").hidden = false
    this.find(".guess__form").addEventListener("submit", event => {
      event.preventDefault()
      this.keep()
    })
    const {course, question, version} = this.data
    const guess = readPresent(course, "guess", question, version)
    for (const input of this.inputs) input.checked = Boolean(guess?.response.includes(input.value))
    if (guess?.response.length) this.status.textContent = words.guess.kept
  }

  keep() {
    const response = this.inputs.filter(input => input.checked).map(input => input.value)
    if (!response.length) {
      this.status.textContent = words.guess.empty
      this.inputs[0].focus()
      return
    }
    const {course, question, version} = this.data
    const isKept = keep(course, "guess", question, {version, response, verdict: "noted", attempts: 1, day: today()})
    this.dispatchEvent(new Event("quiz-guessed", {bubbles: true}))
    this.status.textContent = isKept ? words.guess.kept : words.storage.unavailable
  }

  get data() { return /** @type {Data} */ (this.dataset) }
  get status() { return this.find(".guess__status") }
  get inputs() { return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll(".question__choices input")]) }
  /** @param {string} selector */
  find(selector) { return /** @type {HTMLElement} */ (this.querySelector(selector)) }
}

/** Under the feedback on a question that was guessed at: what the guess was. */
document.addEventListener("quiz-answer", ({target}) => {
  const asked = /** @type {HTMLElement} */ (target)
  const {course, question, version} = /** @type {Data} */ (asked.dataset)
  const guess = readPresent(course, "guess", question, version)
  if (!guess?.response.length) return
  const texts = [...asked.querySelectorAll(".choice")]
    .filter(choice => guess.response.includes(choice.querySelector("input")?.value ?? ""))
    .map(textOf)
  if (!texts.length) return
  const line = document.createElement("p")
  line.className = "feedback__guess"
  line.textContent = words.guess.earlier.replace("{guess}", () => texts.join("; "))
  asked.querySelector(".question__status")?.append(line)
})

customElements.define("quiz-guess", QuizGuess)
