/**
 * A sitting, once it has begun: its questions one at a time, and nothing told until the last of them is answered. Each
 * new view has a heading that takes the focus. The record is read anew before each change: another page may be open.
 *
 * @typedef {import("./grade.js").Grade} Grade
 * @typedef {import("./quiz-question.js").QuizQuestion} QuizQuestion
 * @typedef {import("./quiz-sitting.js").QuizSitting} QuizSitting
 */
import {button, fill, make} from "./elements.js"
import {GRADED, keep} from "./entries.js"
import {begun, readSitting, standOf, verdictIn} from "./sitting.js"
import {resultOf} from "./sitting-result.js"
import {words} from "./sitting-words.js"

export class SittingRun {
  /** What was answered since the page was opened. @type {Map<QuizQuestion, Grade>} */
  given = new Map()
  /** Those that are looked at one after another: all, or at the end those that were missed. @type {QuizQuestion[]} */
  row = []
  isRefused = false

  /** @param {QuizSitting} place */
  constructor(place) {
    this.place = place
    this.questions = place.questions
    this.row = this.questions
    this.record = readSitting(place.course, place.name)
    this.check = this.questions[0]?.names[0]
    this.way = make("div", "sitting__way")
    for (const question of this.questions) {
      // Before the question itself hears of it, which would tell how it went.
      question.addEventListener("submit", event => {
        if (this.isOver) return
        event.preventDefault()
        event.stopPropagation()
        this.take(question)
      }, true)
    }
    addEventListener("storage", () => { if (!this.isRefused) this.record = this.stored })
  }

  get stored() { return readSitting(this.place.course, this.place.name) }
  get stand() { return standOf(this.record, this.questions) }
  get isOver() { return this.stand.answered === this.questions.length }
  /** @param {QuizQuestion} question */
  verdictOf({dataset}) { return verdictIn(this.record, dataset.question, dataset.version) }

  /** The first check of a question decides, and leads on. @param {QuizQuestion} question */
  take(question) {
    const grade = question.grade()
    if (!GRADED.includes(grade.verdict)) return question.check()
    if (!this.isRefused) this.record = this.stored
    if (!this.verdictOf(question)) {
      question.schedule(grade.verdict)
      this.given.set(question, grade)
      const {question: address = "", version = ""} = question.dataset
      this.record.verdicts[address] = {version, verdict: grade.verdict}
      this.save()
    }
    if (this.isOver) return this.end()
    const after = this.questions.indexOf(question) + 1
    this.goTo([...this.questions.slice(after), ...this.questions].find(other => !this.verdictOf(other)))
  }

  save() {
    const {course, name} = this.place
    this.isRefused = !keep(course, "sitting", name, this.record)
    const lost = this.place.find(".sitting__lost")
    if (this.isRefused) lost.textContent = lost.dataset.unavailable ?? ""
  }

  /** With the first that waits for an answer. */
  goOn() { this.goTo(this.questions.find(question => !this.verdictOf(question))) }

  /** Blank; how the last one went stays, if it was ended. */
  beginAgain() {
    const {right, total} = this.stand
    this.record = begun(this.isOver ? {day: this.record.day, right, total} : this.record.last)
    this.given.clear()
    this.row = this.questions
    this.save()
    for (const question of this.questions) question.reset()
    this.goOn()
  }

  /** Show one question alone. @param {QuizQuestion} [question] */
  goTo(question = this.questions[0]) {
    this.view(question)
    const {isOver, row} = this
    const number = row.indexOf(question) + 1
    const isMissed = row.length < this.questions.length
    const text = fill(isMissed ? words.looked : words.question, {number, total: row.length})
    const title = make("h2", "sitting__title", text)
    const bar = make("div", "sitting__bar", ...row.map(other =>
      make("i", other === question ? "now" : this.verdictOf(other) ? "done" : "")))
    bar.setAttribute("aria-hidden", "true")
    isOver ? this.tell(question) : this.ask(question)
    const step = (/** @type {number} */ by) => () => this.goTo(row[number - 1 + by])
    const hasNext = row[number] && (isOver || this.verdictOf(question))
    this.way.replaceChildren(
      ...hasNext ? [button("sitting__next", words.next, step(1))] : [],
      ...number > 1 ? [button("sitting__back", words.back, step(-1))] : [],
      isOver ? button("sitting__stop", words.title, () => this.end())
        : button("sitting__stop", words.stop, () => this.stop()),
    )
    question.find(".question__actions").append(this.way)
    this.say(title, bar)
  }

  /** As one that is asked: open, or closed without a word of how it went. @param {QuizQuestion} question */
  ask(question) {
    const isAnswered = Boolean(this.verdictOf(question))
    const fields = /** @type {HTMLFieldSetElement} */ (question.find(".question__fields"))
    question.dataset.asked = isAnswered ? "answered" : ""
    question.names[0] = question.button.textContent = words.answer
    question.button.hidden = fields.disabled = isAnswered
    const note = this.given.has(question) ? words.given : words.earlier
    question.status.replaceChildren(...isAnswered ? [make("p", "feedback__note", note)] : [])
  }

  /** As one that was answered: with the answer, and why. @param {QuizQuestion} question */
  tell(question) {
    if (question.dataset.asked === undefined) return
    delete question.dataset.asked
    question.button.hidden = false
    question.names[0] = this.check
    const grade = this.given.get(question)
    if (grade) {
      question.checked = true
      question.show(grade)
      // What was missed stands beside what is right, without a further click.
      question.answer.open = grade.verdict !== "right"
      return
    }
    question.reset()
    question.answer.open = true
    question.status.replaceChildren(make("p", "feedback__note", words.earlier))
  }

  /** Back to where it began; the place is kept. */
  stop() {
    this.view()
    this.say(...this.place.door)
    this.place.say()
    this.place.find(".sitting__begin").focus()
  }

  /** How it went. */
  end() {
    this.view()
    for (const question of this.questions) question.dataset.asked ??= ""
    const missed = this.questions.filter(question => this.verdictOf(question) !== "right")
    const look = (/** @type {QuizQuestion[]} */ row) => {
      this.row = row
      this.goTo(row[0])
    }
    this.say(...resultOf(this.place, this.record, this.questions, missed, look, () => this.beginAgain()))
  }

  /** The one question that is shown; without one, none is. @param {QuizQuestion} [question] */
  view(question) {
    for (const other of this.questions) {
      if (other === question) other.dataset.now = ""
      else delete other.dataset.now
    }
  }

  /** @param {...Node} content the first takes the focus, where it is a heading */
  say(...content) {
    const {place} = this
    place.find(".sitting__shown").replaceChildren(...content)
    place.scrollIntoView()
    const [title] = content
    if (!(title instanceof HTMLHeadingElement)) return
    title.tabIndex = -1
    title.focus({preventScroll: true})
  }
}
