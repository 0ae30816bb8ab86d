/**
 * <quiz-guess>: a question guessed at before reading. The guess is kept in a slot of its own; nothing is said of it until
 * the same question is answered further down, which then names both.
 */
import {readAnswer, saveAnswer, today} from "./saved-answers.js"
import {words} from "./words.js"

class QuizGuess extends HTMLElement {
  connectedCallback() {
    if (this.dataset.ready) return
    this.dataset.ready = "true"
    this.status = this.querySelector(".guess__status")
    this.querySelector(".question__actions").hidden = false
    this.querySelector(".guess__form").addEventListener("submit", event => {
      event.preventDefault()
      this.keep()
    })
    const kept = readAnswer(this.dataset.course, this.dataset.question, this.dataset.version, "guess")
    for (const input of this.inputs) input.checked = Boolean(kept?.response.includes(input.value))
    if (kept?.response.length) this.status.textContent = words.guess.kept
  }

  keep() {
    const response = this.inputs.filter(input => input.checked).map(input => input.value)
    if (!response.length) {
      this.status.textContent = words.guess.empty
      this.inputs[0].focus()
      return
    }
    const {course, question, version} = this.dataset
    const kept = saveAnswer(course, question, {version, response, verdict: "noted", attempts: 1, day: today()}, "guess")
    this.status.textContent = kept ? words.guess.kept : words.storage.unavailable
  }

  get inputs() { return [...this.querySelectorAll(".question__choices input")] }
}

/** Under the feedback on a question that was guessed at: what the guess was. */
document.addEventListener("quiz-answer", ({target}) => {
  const {course, question, version} = target.dataset
  const guess = readAnswer(course, question, version, "guess")
  if (!guess?.response.length) return
  const texts = [...target.querySelectorAll(".choice")]
    .filter(choice => guess.response.includes(choice.querySelector("input").value))
    .map(choice => choice.textContent.trim())
  if (!texts.length) return
  const line = document.createElement("p")
  line.className = "feedback__guess"
  line.textContent = words.guess.earlier.replace("{guess}", texts.join("; "))
  target.querySelector(".question__status").append(line)
})

customElements.define("quiz-guess", QuizGuess)
