/**
 * <quiz-review>: what is due today from the whole course, one question at a time, at most 20 a sitting. The page lists
 * the quizzes; a question is taken from its quiz's page when a sitting asks for it. What was missed comes back at the
 * end until it is right once, which the schedule does not count. Each new view has a heading that takes the focus.
 *
 * @typedef {import("./cards.js").Due} Due
 * @typedef {import("./quiz-question.js").QuizQuestion} QuizQuestion
 * @typedef {{question: string, template: HTMLElement}} Asked a question as its page has it
 * @typedef {{asked: Asked[], again: Asked[], number: number, right: number, missed: number}} Sitting
 */
import {countDue, dueCards, readCards, scheduleAnswer, schedulePending} from "./cards.js"
import {renew as renewMarks} from "./course-marks.js"
import {daysAhead} from "./upcoming.js"
import {counted} from "./counted.js"
import {button, fill, inWords, make, spoken} from "./elements.js"
import {bankOf} from "./link-marks.js"
import {QuizPages} from "./quiz-pages.js"
import {reviewLength} from "./review-length.js"
import {words} from "./review-words.js"
import {mayRead, today} from "./store.js"

class QuizReview extends HTMLElement {
  pages = new QuizPages()
  /** @type {Sitting|null} */
  sitting = null
  status = spoken("p", "review__status")
  body = make("div", "review__body")
  day = today()
  /** The present versions of what was answered before. @type {Record<string, string>} */
  versions = {}

  connectedCallback() {
    if (this.dataset.ready) return
    this.dataset.ready = "true"
    this.find(".review__plain > p").hidden = true
    const view = this.find(".review__sitting")
    view.append(this.status, this.body)
    view.hidden = false
    this.open()
    // A page that was left open, or that the browser kept, may be of yesterday.
    window.addEventListener("visibilitychange", () => this.refresh())
    window.addEventListener("pageshow", ({persisted}) => { if (persisted) this.refresh() })
  }

  get course() { return this.dataset.course ?? "" }
  get links() { return /** @type {HTMLAnchorElement[]} */ ([...this.querySelectorAll("a[data-quiz]")]) }

  /** What was answered before, by when it is due. */
  get cards() { return readCards(this.course, this.versions) }

  /** What is due, and a button to begin; or when to come back. */
  async open() {
    this.day = today()
    this.sitting = null
    schedulePending(this.course)
    if (!mayRead()) return this.body.replaceChildren(make("p", "review__due", words.refused))
    const bank = await bankOf(this.course).catch(() => null)
    // Where nothing can be fetched, the page stays the list of quizzes that it is, or what it was.
    if (!bank || this.sitting) return
    const linked = Object.entries(bank.versions).filter(([question]) => this.linkTo(quizOf(question)))
    this.versions = Object.fromEntries(linked)
    const cards = this.cards
    const due = countDue(cards, this.day)
    this.find(".review__plain").hidden = due > 0
    if (!due) renewMarks()
    const parts = due ? [make("p", "review__due", amount(due)), this.starter(words.start)] : [this.nothing(cards[0])]
    this.body.replaceChildren(...parts, ...daysAhead(this.course, cards, () => this.cards))
  }

  /** Look again, unless a sitting is under way, or its end is shown and still holds. */
  async refresh() {
    const ended = this.body.querySelector(".review__done")
    if (document.visibilityState !== "visible" || this.sitting || (ended && this.day === today())) return
    const focused = this.body.contains(document.activeElement)
    await this.open()
    if (focused) this.body.querySelector("button")?.focus()
  }

  /** @param {Due} [next] */
  nothing(next) {
    return make("p", "review__due", next ? fill(words.none, {day: inWords(next.card.due)}) : words.new)
  }

  /** @param {string} label */
  starter(label) { return button("review__start", label, () => this.start()) }

  async start() {
    if (this.body.getAttribute("aria-busy")) return
    this.body.setAttribute("aria-busy", "true")
    this.status.textContent = words.fetching
    const due = dueCards(this.course, today(), this.versions, reviewLength(Infinity).count)
    const {asked, notes} = await this.fetchQuestions(due)
    this.body.removeAttribute("aria-busy")
    this.status.textContent = notes.join(" ")
    if (!asked.length) return due.length ? undefined : this.refresh()
    this.find(".review__plain").hidden = true
    this.sitting = {asked, again: [], number: 0, right: 0, missed: 0}
    this.next()
  }

  /**
   * The questions that are due, each from its quiz's page; and in words what could not be had.
   * @param {Due[]} due
   */
  async fetchQuestions(due) {
    const quizzes = [...new Set(due.map(({question}) => quizOf(question)))]
    /** @type {Map<string, Document|null>} */
    const pages = new Map()
    // Who only looks how much is due fetches neither questions nor what makes them.
    const canAsk = await import("./quiz-question.js").then(() => true, () => false)
    await Promise.all(quizzes.map(async quiz =>
      pages.set(quiz, canAsk ? await this.pages.page(this.linkTo(quiz).href) : null)))
    const found = due.filter(({question}) => pages.get(quizOf(question))).map(({question}) => {
      const selector = `quiz-question[data-question="${CSS.escape(question)}"]`
      return {question, template: pages.get(quizOf(question))?.querySelector(selector)}
    })
    const asked = /** @type {Asked[]} */ (found.filter(({template}) => template))
    const gone = found.length - asked.length
    const notes = quizzes.filter(quiz => !pages.get(quiz))
      .map(quiz => fill(words.unreachable, {title: this.linkTo(quiz).textContent ?? ""}))
    if (gone) notes.push(counted(words, "gone", gone))
    return {asked, notes}
  }

  /** @param {string} quiz */
  linkTo(quiz) {
    return /** @type {HTMLAnchorElement} */ (this.links.find(link => link.dataset.quiz === quiz))
  }

  /** The next question, first all that are due, then what was missed. */
  next() {
    const sitting = /** @type {Sitting} */ (this.sitting)
    const number = sitting.number += 1
    const isNew = number <= sitting.asked.length
    const asked = isNew ? sitting.asked[number - 1] : sitting.again.shift()
    if (!asked) return this.end()
    if (number > 1) this.status.textContent = ""
    renewMarks()
    const title = isNew ? fill(words.question, {number, count: sitting.asked.length})
      : sitting.again.length ? fill(words.again, {count: sitting.again.length + 1}) : words.last
    const question = document.importNode(/** @type {QuizQuestion} */ (asked.template), true)
    question.dataset.fresh = isNew ? "" : "again"
    question.querySelector(".question__number")?.remove()
    const next = button("review__next", words.next, () => this.next())
    next.hidden = true
    this.waitForAnswer(question, right => {
      if (isNew) sitting[right ? "right" : "missed"] += 1
      if (!right) sitting.again.push(asked)
      if (!sitting.again.length && number >= sitting.asked.length) next.textContent = words.finish
      next.hidden = false
    })
    this.show(title, question, next)
  }

  /**
   * The first check decides. Who opens the answer instead did not know it; only then it is for us to tell the schedule.
   * @param {QuizQuestion} question
   * @param {(right: boolean) => void} whenAnswered
   */
  waitForAnswer(question, whenAnswered) {
    let answered = false
    question.addEventListener("quiz-answer", event => {
      if (!answered) whenAnswered(/** @type {CustomEvent} */ (event).detail.grade.verdict === "right" && !opened())
      answered = true
      // What was missed comes back later: here the way is on.
      question.find(".question__check").hidden = true
      this.find(".review__next").focus({preventScroll: true})
    })
    const opened = () => Boolean(question.querySelector(".question__answer[open]"))
    question.addEventListener("toggle", () => {
      if (answered || !opened()) return
      answered = true
      const {version = "", question: address = "", fresh} = question.dataset
      if (fresh !== "again") scheduleAnswer(this.course, address, version, "wrong", 0, today())
      question.dataset.fresh = "again"
      whenAnswered(false)
    }, true)
  }

  end() {
    renewMarks()
    const {right, missed} = /** @type {Sitting} */ (this.sitting)
    this.sitting = null
    this.day = today()
    const counts = make("ul", "review__counts")
    for (const [name, count] of /** @type {[string, number][]} */ ([["right", right], ["missed", missed]])) {
      if (count) counts.append(make("li", `review__count review__count--${name}`, counted(words, name, count)))
    }
    const cards = this.cards
    const left = countDue(cards, this.day)
    const more = left ? [make("p", "review__more", amount(left)), this.starter(words.more)] : []
    const ahead = daysAhead(this.course, cards, () => this.cards)
    this.show(words.done, counts, ...more, ...ahead).classList.add("review__done")
  }

  /**
   * A new view, under a heading that gets the focus.
   * @param {string} title
   * @param {Node[]} content
   */
  show(title, ...content) {
    const heading = make("h2", "review__title", title)
    heading.tabIndex = -1
    this.body.replaceChildren(heading, ...content)
    heading.focus()
    return heading
  }

  /** @param {string} selector */
  find(selector) { return /** @type {HTMLElement} */ (this.querySelector(selector)) }
}

/** How many are due, how many of them a sitting asks, and how long that takes. @param {number} due */
function amount(due) {
  const {count, minutes} = reviewLength(due)
  return fill(due > count ? words.many : words.due, {due, count, time: counted(words, "time", minutes)})
}

/** @param {string} question its address */
const quizOf = question => question.split("/")[0]

customElements.define("quiz-review", QuizReview)
