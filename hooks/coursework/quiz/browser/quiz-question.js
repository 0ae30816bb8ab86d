/**
 * <quiz-question>: one question. The page holds it whole, with its answer in <details>; this lets the reader try first.
 *
 * "Check answer" acts, choosing never does. Then its button begins the question anew, and the fields are closed: what
 * was chosen bears a sign, with its reason beneath it. Reasons are moved there out of the answer, so that nothing is
 * told twice; both places are spoken, and the focus stays on the button. Each check is told to the page by a
 * `quiz-answer` event that bubbles, with {question, grade, certainty, restored}; that it is in the schedule of reviews,
 * by `quiz-scheduled`.
 *
 * @typedef {import("./grade.js").Grade} Grade
 * @typedef {DOMStringMap & Record<"course"|"question"|"version"|"key", string> & {corrected?: string}} Named
 * @typedef {Named & {type: import("./grade.js").QuestionType}} Data
 */
import {GRADED, isSameQuestion, keep, read, readPresent} from "./entries.js"
import {arrange, paragraph, render} from "./feedback.js"
import {grade} from "./grade.js"
import {RESPONDERS, choose, startOrdering} from "./responses.js"
import "./quiz-summary.js"
import {today} from "./store.js"
import {words} from "./words.js"

let toldOfStorage = false
/** @type {Promise<typeof import("./cards.js")|undefined>|undefined} */
let cards

/** The schedule of reviews: fetched when a reader turns to a question, since most who come to a page only read. */
function loadCards() {
  return cards ??= import("./cards.js").catch(() => cards = undefined)
}

export class QuizQuestion extends HTMLElement {
  attempts = 0
  /** An answer has been shown or scheduled since the question was begun. */
  checked = false
  /** What the response that stands in the closed fields was. @type {Grade|null} */
  given = null
  /** Parts of the answer in its order, wherever they stand now. @type {HTMLElement[]} */
  parts = []
  /** Where in the answer each of them belongs. @type {(HTMLElement|null)[]} */
  homes = []
  /** What explains the answer as a whole. @type {Element[]} */
  why = []
  hint = /** @type {Element|null} */ (null)
  /** What the two controls are called before an answer. @type {(string|null)[]} */
  names = []
  /** @type {(() => void)|undefined} of an ordering question */
  refreshOrder

  connectedCallback() {
    if (this.dataset.ready) return
    this.dataset.ready = "true"
    this.key = JSON.parse(this.data.key)
    this.parts = [...this.querySelectorAll(/** @type {"div"} */ (".answer__part"))]
    this.homes = this.parts.map(part => part.parentElement)
    this.why = [...this.querySelectorAll(".answer__why > *")]
    this.hint = this.querySelector(".question__hint > p")
    this.names = [this.button, this.summary].map(control => control.textContent)
    this.find("form").addEventListener("submit", event => {
      event.preventDefault()
      if (this.given) this.again()
      else this.check()
    })
    // The second click of a double one would take away what the first brought.
    this.button.addEventListener("click", event => { if (event.detail > 1) event.preventDefault() })
    this.button.hidden = false
    this.answer.addEventListener("toggle", () => arrange(this))
    for (const sign of ["focusin", "pointerdown"]) this.addEventListener(sign, loadCards, {once: true})
    this.prepareCertainty()
    startOrdering(this, text => this.say("feedback__note", text, ""))
    this.find(".answer__rubric")?.addEventListener("change", () => this.keep(this.grade()))
    this.restore()
    // What was answered before a correction is told of by a module that nobody else fetches.
    const {course, question, version, corrected} = this.data
    const entry = read(course, this.slot, question) ?? read(course, "card", question)
    if (!entry || entry.corrected === corrected && isSameQuestion(entry.version, version)) return
    // Until then the reader does not know of it, whatever is answered.
    delete this.dataset.corrected
    import("./correction-notice.js").then(({notice}) => notice(this, entry), () => {})
  }

  /**
   * How sure the reader is: asked before checking, never required, and closed until it is wanted. Who has opened it
   * once finds it open when they turn to a question, and not before: what is read must not move.
   */
  prepareCertainty() {
    const asked = /** @type {HTMLDetailsElement|null} */ (this.querySelector(".question__certainty"))
    if (!asked) return
    asked.hidden = false
    const {course} = this.data
    const open = () => { asked.open ||= read(course, "preference", "certainty") === "open" }
    for (const sign of ["focusin", "pointerdown"]) this.fields.addEventListener(sign, open, {once: true})
    // A summary's click comes before the change. What is not kept is asked again.
    asked.querySelector("summary")?.addEventListener("click", () =>
      keep(course, "preference", "certainty", asked.open ? "closed" : "open"))
  }

  grade(response = this.response) { return grade(this.data.type, this.key, response) }

  /** Grade the response, say so, keep it. */
  check() {
    const given = this.grade()
    if (given.verdict === "empty" || given.verdict === "unreadable") {
      this.say("feedback__verdict", words.verdict[given.verdict], "empty")
      return this.turnTo()
    }
    this.schedule(given.verdict)
    this.attempts += 1
    this.show(given)
    this.keep(given)
    this.button.focus() // a field that had the focus is closed
    this.tell(given, false)
  }

  /**
   * Into the schedule of reviews goes the first check since the question was shown or begun anew; where the schedule
   * cannot be fetched, it waits. `data-fresh="again"` is a question that came back in the same sitting, and counts no
   * more.
   * @param {string} verdict
   */
  schedule(verdict) {
    if (this.checked || !GRADED.includes(verdict)) return
    this.checked = true
    const {course, question, version, corrected, fresh} = this.data
    const check = {version, verdict, certainty: this.certainty, day: today(), corrected, peeked: this.answer.open}
    const scheduled = () => this.dispatchEvent(new Event("quiz-scheduled", {bubbles: true}))
    loadCards().then(cards => {
      if (!cards) {
        // Where it is not kept, the page says so when it keeps the answer itself.
        keep(course, "pending", question, [...read(course, "pending", question) ?? [], check])
        addEventListener("online", () => loadCards().then(cards => {
          cards?.schedulePending(course)
          scheduled()
        }), {once: true})
      } else if (fresh !== "again") {
        cards.schedulePending(course)
        cards.scheduleCheck(course, question, check)
      } else if (!check.peeked) cards.addToLog(course, check.day, question, check.certainty, verdict === "right")
      scheduled()
    })
  }

  /** @param {Grade} given */
  keep(given) {
    if (this.isOfSitting) return
    const {course, question, version, corrected} = this.data
    const {response, attempts, certainty} = this
    const answer = {version, response, verdict: given.verdict, attempts, day: today(), corrected, certainty}
    // Where a page asks it twice, both have the one answer.
    const same = /** @type {NodeListOf<QuizQuestion>} */ (
      document.querySelectorAll(`quiz-question[data-question="${question}"]`))
    for (const other of same) if (other !== this && other.slot === this.slot) other.restore(answer, "")
    if (keep(course, this.slot, question, answer) || toldOfStorage) return
    toldOfStorage = true
    this.status.append(paragraph("feedback__note", words.storage.unavailable))
  }

  /** Show an answer from an earlier visit, or one that was given elsewhere on the page. */
  restore(answer = this.savedAnswer, note = words.verdict.earlier) {
    this.attempts = answer?.attempts ?? 0
    // A review asks anew.
    if (this.data.fresh !== undefined) return
    // Browsers refill forms after a reload, but without the feedback.
    const fits = this.responder.write(this, answer?.response ?? [])
    this.refreshOrder?.()
    for (const input of this.bands) input.checked = Number(input.value) === answer?.certainty
    if (!answer?.response.length || !fits) return
    const given = this.grade()
    if (given.verdict === "empty") return
    this.checked = true
    this.show(given, note)
    this.tell(given, true)
  }

  /** @param {Grade} given @param {boolean} restored */
  tell(given, restored) {
    const detail = {question: this.data.question, grade: given, certainty: this.certainty, restored}
    this.dispatchEvent(new CustomEvent("quiz-answer", {bubbles: true, detail}))
  }

  /** Begin anew, with the focus on the first field. After a miss, what was right or typed stays. */
  again() {
    if (this.given?.verdict === "right") this.reset()
    else {
      for (const option of this.querySelectorAll("[data-sign=wrong] :is(option, input)")) choose(option, false)
      this.open()
    }
    this.dispatchEvent(new Event("quiz-turn", {bubbles: true}))
    this.turnTo()
  }

  /** Put the focus on the first field that is open. */
  turnTo() { this.responder.unanswered(this)?.focus() }

  /** Clear the response and the feedback. What is saved stays until the next check. */
  reset() {
    this.responder.write(this, [])
    this.refreshOrder?.()
    this.open()
  }

  /** Open the fields again, without what was told. */
  open() {
    this.checked = this.answer.open = false
    for (const input of this.bands) input.checked = false
    this.given = null
    render(this)
  }

  /** @param {Grade} given @param {string} [note] */
  show(given, note) {
    this.given = given
    if (given.verdict === "self") this.answer.open = true
    render(this, note)
  }

  /** @param {string} name @param {string} text @param {string} verdict */
  say(name, text, verdict) {
    this.dataset.verdict = verdict
    this.status.replaceChildren(paragraph(name, text))
  }

  get savedAnswer() {
    const {course, question, version} = this.data
    return this.isOfSitting ? null : readPresent(course, this.slot, question, version)
  }
  /** Questions of a sitting open blank; their record is kept by quiz-sitting.js. */
  get isOfSitting() { return this.dataset.slot?.startsWith("sitting/") ?? false }
  /** Where the answer is kept: an opinion before the course stays apart from the one after it. */
  get slot() { return /** @type {"answer"|"before"|"after"} */ (this.dataset.slot ?? "answer") }
  get responder() { return RESPONDERS[this.data.type] }
  get data() { return /** @type {Data} */ (this.dataset) }
  get answer() { return /** @type {HTMLDetailsElement} */ (this.find(".question__answer")) }
  get button() { return this.find(".question__check") }
  get fields() { return /** @type {HTMLFieldSetElement} */ (this.find(".question__fields")) }
  get summary() { return /** @type {HTMLElement} */ (this.answer.querySelector("summary")) }
  get status() { return this.find(".question__status") }
  get response() { return this.responder.read(this) }
  get bands() { return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll(".certainty input")]) }
  get certainty() { return Number(this.bands.find(input => input.checked)?.value ?? 0) }

  /** What every question has, or every one of its type. @param {string} selector */
  find(selector) { return /** @type {HTMLElement} */ (this.querySelector(selector)) }
}

customElements.define("quiz-question", QuizQuestion)
