/**
 * <quiz-sitting>: above the questions of a sitting, how far it is. They open blank; who comes back to a sitting that was
 * left goes on with the rest, or begins again.
 *
 * @typedef {import("./quiz-question.js").QuizQuestion} QuizQuestion
 */
import {button, fill, inWords, make} from "./elements.js"
import {begun, readSitting, saveSitting, standOf} from "./sitting.js"
import {words as all} from "./sitting-words.js"

const {sitting: words, storage} = all

class QuizSitting extends HTMLElement {
  connectedCallback() {
    if (this.dataset.ready) return
    this.dataset.ready = "true"
    this.record = readSitting(this.course, this.name)
    const {answered, total} = this.stand
    // One that was ended is over: the next answer begins another.
    if (answered === total) this.begin()
    this.show()
    document.addEventListener("quiz-answer", event => this.take(event))
    document.addEventListener("quiz-sitting-again", event => {
      if (/** @type {HTMLElement} */ (event.target).dataset.sitting === this.name) this.beginAgain()
    })
  }

  get course() { return this.dataset.course ?? "" }
  get name() { return this.dataset.sitting ?? "" }
  get questions() { return /** @type {QuizQuestion[]} */ ([...document.querySelectorAll(`quiz-question[data-slot="sitting/${this.name}"]`)]) }
  get stand() { return standOf(this.record, Object.fromEntries(this.questions.map(({dataset: {question = "", version = ""}}) => [question, version]))) }

  /** Keep the first check of each question. @param {Event} event */
  take(event) {
    const asked = /** @type {QuizQuestion} */ (event.target)
    const {question = "", version = ""} = asked.dataset
    if (!this.questions.includes(asked) || this.record.verdicts[question]?.version === version) return
    this.record.verdicts[question] = {version, verdict: /** @type {CustomEvent} */ (event).detail.grade.verdict}
    const kept = saveSitting(this.course, this.name, this.record)
    this.show()
    if (!kept) this.append(make("p", "sitting__note", storage.unavailable))
  }

  /** A new sitting; how the last one went stays, if it was ended. */
  begin() {
    const {answered, right, total} = this.stand
    this.record = begun(answered === total && total ? {day: this.record.day, right, total} : this.record.last)
  }

  beginAgain() {
    this.begin()
    saveSitting(this.course, this.name, this.record)
    for (const question of this.questions) {
      question.hidden = false
      question.reset()
    }
    this.show()
    this.scrollIntoView()
    this.questions[0]?.find(".question__fields :is(input, select, textarea, button)").focus()
  }

  /** Show all questions, or only those that are not answered yet. @param {boolean} rest */
  narrow(rest) {
    for (const question of this.questions) question.hidden = rest && question.dataset.question !== undefined && question.dataset.question in this.record.verdicts
    this.show(rest)
    this.querySelector("button")?.focus()
  }

  show(rest = false) {
    const {answered, right, total} = this.stand
    const {last} = this.record
    const told = answered ? fill(answered === total ? words.ended : words.stopped, {answered, right, total})
      : last ? fill(words.last, {day: inWords(last.day), right: last.right, total: last.total}) : ""
    const open = answered && answered < total
    this.replaceChildren(...(told ? [make("p", "sitting__note", told)] : []),
      ...(open ? [button("sitting__rest", rest ? words.all : words.rest, () => this.narrow(!rest))] : []),
      ...(answered ? [button("sitting__again", words.again, () => this.beginAgain())] : []))
    this.hidden = !told
  }
}

customElements.define("quiz-sitting", QuizSitting)
