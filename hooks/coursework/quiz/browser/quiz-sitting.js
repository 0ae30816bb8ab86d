/**
 * <quiz-sitting>: above the questions of a sitting, how far it is. They open blank; who comes back to a sitting that
 * was left goes on with the rest, or begins again. The record is read anew before each change: another page may be
 * open.
 *
 * @typedef {import("./quiz-question.js").QuizQuestion} QuizQuestion
 * @typedef {import("./sitting.js").Sitting} Sitting
 */
import {button, fill, inWords, make} from "./elements.js"
import {keep} from "./entries.js"
import {begun, readSitting, standOf, verdictIn} from "./sitting.js"
import {words} from "./sitting-words.js"
import {words as common} from "./words.js"

class QuizSitting extends HTMLElement {
  /** One that was ended when the page was opened is over: the next answer begins another. */
  isOver = false
  /** Only what is not answered yet is shown. */
  isNarrow = false
  isRefused = false
  /** @type {Sitting} */
  record = begun()

  connectedCallback() {
    if (this.dataset.ready) return
    this.dataset.ready = "true"
    this.record = this.stored
    this.isOver = this.stand.total > 0 && this.stand.answered === this.stand.total
    if (this.isOver) this.record = this.next
    this.show()
    document.addEventListener("quiz-answer", event => this.take(event))
    document.addEventListener("quiz-sitting-again", event => {
      if (/** @type {HTMLElement} */ (event.target).dataset.sitting === this.name) this.beginAgain()
    })
    addEventListener("storage", () => {
      if (this.isOver) return
      this.record = this.stored
      this.show()
    })
  }

  get course() { return this.dataset.course ?? "" }
  get name() { return this.dataset.sitting ?? "" }
  get questions() {
    const own = `quiz-question[data-slot="sitting/${this.name}"]`
    return /** @type {QuizQuestion[]} */ ([...document.querySelectorAll(own)])
  }
  get stand() {
    const versions = this.questions.map(({dataset: {question = "", version = ""}}) => [question, version])
    return standOf(this.record, Object.fromEntries(versions))
  }
  get stored() { return readSitting(this.course, this.name) }

  /** A new sitting; how the last one went stays, if it was ended. @returns {Sitting} */
  get next() {
    const {answered, right, total} = this.stand
    return begun(answered === total && total ? {day: this.record.day, right, total} : this.record.last)
  }

  /** Keep the first check of each question. @param {Event} event */
  take(event) {
    const asked = /** @type {QuizQuestion} */ (event.target)
    const {question = "", version = ""} = asked.dataset
    if (!this.questions.includes(asked)) return
    if (!this.isOver && !this.isRefused) this.record = this.stored
    this.isOver = false
    if (verdictIn(this.record, question, version)) return this.show()
    this.record.verdicts[question] = {version, verdict: /** @type {CustomEvent} */ (event).detail.grade.verdict}
    this.save(asked)
    this.show()
  }

  /** Said once, where the reader is. @param {QuizQuestion} [asked] */
  save(asked) {
    if (keep(this.course, "sitting", this.name, this.record) || this.isRefused) return
    this.isRefused = true
    asked?.status.append(make("p", "feedback__note", common.storage.unavailable))
  }

  beginAgain() {
    this.record = this.next
    this.isOver = this.isNarrow = false
    this.save()
    for (const question of this.questions) question.reset()
    this.show()
    this.dispatchEvent(new Event("quiz-sitting-begun", {bubbles: true}))
    this.scrollIntoView()
    this.questions[0]?.turnTo()
  }

  /** Show all questions, or only those that are not answered yet. @param {boolean} isNarrow */
  narrow(isNarrow) {
    this.isNarrow = isNarrow
    for (const question of this.questions) {
      const {question: address, version} = question.dataset
      question.hidden = isNarrow && Boolean(verdictIn(this.record, address, version))
    }
    this.show()
    this.querySelector("button")?.focus()
  }

  show() {
    const {answered, right, total} = this.stand
    const {last} = this.record
    if (!this.isNarrow || answered === total) {
      this.isNarrow = false
      for (const question of this.questions) question.hidden = false
    }
    const text = answered ? fill(answered === total ? words.ended : words.stopped, {answered, right, total})
      : last ? fill(words.last, {day: inWords(last.day), right: last.right, total: last.total}) : ""
    const isOpen = answered > 0 && answered < total
    const turn = () => this.narrow(!this.isNarrow)
    this.replaceChildren(...(text ? [make("p", "sitting__note", text)] : []),
      ...(isOpen ? [button("sitting__rest", this.isNarrow ? words.all : words.rest, turn)] : []),
      ...(answered ? [button("sitting__again", words.again, () => this.beginAgain())] : []))
    this.hidden = !text
  }
}

customElements.define("quiz-sitting", QuizSitting)
