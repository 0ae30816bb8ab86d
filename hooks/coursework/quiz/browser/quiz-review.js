/**
 * <quiz-review>: what is due today from the whole course, and what the reader may do beyond it: what waits its turn,
 * what comes next, or the questions of one objective (`?objective=quiz/objective`). The page lists the quizzes; a
 * question is taken from its quiz's page when a sitting asks for it. Each new view has a heading that takes the focus.
 *
 * @typedef {import("./cards.js").Due} Due
 * @typedef {import("./review-sitting.js").Asked} Asked
 * @typedef {import("./review-sitting.js").Result} Result
 */
import {cardsAhead, countDue, dueCards, readCards, schedulePending} from "./cards.js"
import {renew as renewMarks} from "./course-marks.js"
import {counted} from "./counted.js"
import {MOST_A_DAY, shareOf} from "./daily-share.js"
import {button, fill, inWords, make, spoken} from "./elements.js"
import {bankOf} from "./link-marks.js"
import {QuizPages} from "./quiz-pages.js"
import {minutesFor} from "./review-length.js"
import {ReviewSitting} from "./review-sitting.js"
import {words} from "./review-words.js"
import {mayRead, today} from "./store.js"
import {daysAhead} from "./upcoming.js"

class QuizReview extends HTMLElement {
  pages = new QuizPages()
  isAsking = false
  status = spoken("p", "review__status")
  body = make("div", "review__body")
  more = make("div", "review__beyond")
  day = today()
  /** The present versions of what was answered before. @type {Record<string, string>} */
  versions = {}

  connectedCallback() {
    if (this.dataset.ready) return
    this.dataset.ready = "true"
    this.find(".review__plain > p").hidden = true
    const view = this.find(".review__sitting")
    view.prepend(this.status, this.body)
    view.append(this.more)
    view.hidden = false
    this.open()
    // A page that was left open, or that the browser kept, may be of yesterday.
    window.addEventListener("visibilitychange", () => this.refresh())
    window.addEventListener("pageshow", ({persisted}) => { if (persisted) this.refresh() })
  }

  get course() { return this.dataset.course ?? "" }
  get links() { return /** @type {HTMLAnchorElement[]} */ ([...this.querySelectorAll("a[data-quiz][data-whole]")]) }

  /** What was answered before, by when it is due. */
  get cards() { return readCards(this.course, this.versions) }

  /** What is due, and a button to begin; or when to come back. */
  async open() {
    this.day = today()
    this.isAsking = false
    schedulePending(this.course)
    if (!mayRead()) return this.find(".review__sitting").replaceChildren(make("p", "review__due", words.refused))
    const bank = await bankOf(this.course).catch(() => null)
    // Where nothing can be fetched, the page stays the list of quizzes that it is, or what it was.
    if (!bank || this.isAsking) return
    const linked = Object.entries(bank.versions).filter(([question]) => this.linkTo(quizOf(question)))
    this.versions = Object.fromEntries(linked)
    const objective = await this.objective()
    if (this.isAsking) return
    if (this.querySelector(".corrections li")) {
      import("./correction-list.js").then(({listCorrections}) => listCorrections(this, this.course), () => {})
    }
    if (objective) return this.offer(objective)
    const {share, due, cards} = this.stand()
    this.find(".review__plain").hidden = share > 0
    if (!share) renewMarks()
    this.body.replaceChildren(...share
      ? [make("p", "review__due", fill(words.due, {due: share, time: time(share)})), ...this.rest(due - share),
        this.starter(words.start)]
      : [make("p", "review__due", due ? counted(words, "enough", due)
        : cards.length ? fill(words.none, {day: inWords(cards[0].card.due)}) : words.new)])
    this.beyond()
  }

  /** How many are due, and how many of them are asked today yet. */
  stand() {
    const cards = this.cards, due = countDue(cards, this.day)
    return {share: shareOf(this.course, this.day, due), due, cards}
  }

  /** @param {number} count of what is not asked today */
  rest(count) { return count ? [make("p", "review__wait", counted(words, "wait", count))] : [] }

  /** The way on, once nothing is due; what else there is to do; and when what comes. */
  beyond() {
    const {share, due, cards} = this.stand()
    const ahead = cardsAhead(this.course, this.day, this.versions, MOST_A_DAY)
    const extra = due
      ? [words.further, () => this.start(dueCards(this.course, today(), this.versions, MOST_A_DAY))]
      : [words.practise, () => this.start(cardsAhead(this.course, today(), this.versions, MOST_A_DAY))]
    this.find(".review__on").hidden = share > 0
    this.more.replaceChildren(
      ...(share || !(due || ahead.length) ? [] : [
        make("p", "review__early", button("review__further", .../** @type {[string, () => void]} */ (extra))),
        ...(due ? [] : [make("p", "review__note", words.early)]),
      ]),
      ...daysAhead(this.course, cards, () => this.cards))
  }

  /** Look again, unless a sitting is under way, or its end is shown and still holds. */
  async refresh() {
    const ended = this.body.querySelector(".review__done")
    if (document.visibilityState !== "visible" || this.isAsking || (ended && this.day === today())) return
    const focused = this.body.contains(document.activeElement)
    await this.open()
    if (focused) this.body.querySelector("button")?.focus()
  }

  /** @param {string} label */
  starter(label) {
    return button("review__start", label, () => {
      const {share} = this.stand()
      this.start(dueCards(this.course, today(), this.versions, share))
    })
  }

  /** @param {Due[]} cards */
  async start(cards) {
    if (this.body.getAttribute("aria-busy")) return
    this.body.setAttribute("aria-busy", "true")
    this.status.textContent = words.fetching
    const {asked, notes} = await this.fetchQuestions(cards)
    this.body.removeAttribute("aria-busy")
    this.status.textContent = notes.join(" ")
    if (asked.length) this.ask(asked)
    else if (!cards.length) this.refresh()
  }

  /** @param {Asked[]} asked */
  ask(asked) {
    this.isAsking = true
    this.find(".review__plain").hidden = this.find(".review__on").hidden = true
    this.more.replaceChildren()
    const due = this.cards.filter(({card}) => card.due <= today()).map(({question}) => question)
    new ReviewSitting(this.course, asked, new Set(due), {
      show: (title, ...content) => this.show(title, ...content),
      isGoingOn: () => { this.status.textContent = "" },
      end: result => this.end(result, words.done),
      stop: result => this.end(result, words.stopped),
    })
  }

  /** The objective that the address asks for, with its questions; nothing where it or they cannot be had. */
  async objective() {
    const [quiz, id] = new URLSearchParams(location.search).get("objective")?.split("/") ?? []
    const link = quiz && this.linkTo(quiz)
    const page = link && await import("./quiz-question.js").then(() => this.pages.page(link.href), () => null)
    if (link && !page) this.status.textContent = fill(words.unreachable, {title: link.textContent ?? ""})
    if (!page) return null
    const all = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("quiz-question[data-graded]")])
    const asked = all.filter(({dataset}) => dataset.objective === id)
      .map(template => ({question: template.dataset.question ?? "", template}))
    const summary = /** @type {HTMLElement|null} */ (page.querySelector("quiz-summary"))
    return asked.length ? {asked, text: String(JSON.parse(summary?.dataset.parts ?? "{}")[id])} : null
  }

  /** @param {{asked: Asked[], text: string}} objective */
  offer({asked, text}) {
    const questions = counted(words, "count", asked.length)
    this.find(".review__plain").hidden = true
    this.body.replaceChildren(make("p", "review__objective", words.objective), make("p", "review__due", text),
      make("p", "review__wait", fill(words.many, {questions, time: time(asked.length)})),
      button("review__start", words.start, () => this.ask(asked)))
    this.more.replaceChildren(make("p", "", Object.assign(make("a", "", words.all), {href: location.pathname})))
  }

  /**
   * The questions, each from its quiz's page; and in words what could not be had.
   * @param {Due[]} cards
   */
  async fetchQuestions(cards) {
    const quizzes = [...new Set(cards.map(({question}) => quizOf(question)))]
    /** @type {Map<string, Document|null>} */
    const pages = new Map()
    // Who only looks how much is due fetches neither questions nor what makes them.
    const canAsk = await import("./quiz-question.js").then(() => true, () => false)
    await Promise.all(quizzes.map(async quiz =>
      pages.set(quiz, canAsk ? await this.pages.page(this.linkTo(quiz).href) : null)))
    const found = cards.filter(({question}) => pages.get(quizOf(question))).map(({question}) => {
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

  /** How it went, ended or stopped. @param {Result} result @param {string} title */
  end({right, missed}, title) {
    renewMarks()
    this.isAsking = false
    this.day = today()
    const counts = make("ul", "review__counts")
    for (const [name, count] of /** @type {[string, number][]} */ ([["right", right], ["missed", missed]])) {
      if (count) counts.append(make("li", `review__count review__count--${name}`, counted(words, name, count)))
    }
    const {share, due} = this.stand()
    const next = share ? [make("p", "review__more", fill(words.due, {due: share, time: time(share)}))] : []
    this.show(title, counts, ...next, ...this.rest(due - share), ...(share ? [this.starter(words.more)] : []))
      .classList.add("review__done")
    this.beyond()
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

/** How long so many questions take. @param {number} count */
const time = count => counted(words, "time", minutesFor(count))

/** @param {string} question its address */
const quizOf = question => question.split("/")[0]

customElements.define("quiz-review", QuizReview)
