/**
 * <quiz-progress>: how far a reader is. The page lists the objectives of each quiz; this says beside them what was right,
 * what is due, how well certainty and predictions held, and lets the reader take the record away.
 *
 * @typedef {keyof typeof words.state} State
 * @typedef {{element: HTMLElement, id: string, title: string, versions: Record<string, string>, lesson: string[], objectives: HTMLElement[]}} Quiz
 */
import {certainty} from "./certainty-table.js"
import {button, counted, fill, inWords, make} from "./elements.js"
import {firstTriesAfter} from "./habits.js"
import {showReadings} from "./marked-readings.js"
import {progressTools} from "./progress-tools.js"
import {today} from "./every-page.js"
import {hasPending} from "./saved-answers.js"
import {emptyRecord, isKnown, readCourse} from "./stored.js"
import {words as all} from "./progress-words.js"
import {asked, versions} from "./versions.js"

const words = all.progress
const DAYS_LISTED = 3
const AT_ONCE = 100

class QuizProgress extends HTMLElement {
  course = ""
  /** @type {Quiz[]} */
  quizzes = []
  /** The present version of each question of the course, by its address. @type {Record<string, string>} */
  versions = {}
  record = emptyRecord()
  /** What became of each question, by its address. @type {Record<string, State>} */
  states = {}
  /** How often was looked. */
  looks = 0

  connectedCallback() {
    if (this.dataset.ready) return
    this.dataset.ready = "true"
    this.course = this.dataset.course ?? ""
    this.quizzes = [...this.querySelectorAll(".progress__quiz")].map(quizOf)
    this.versions = Object.assign({}, ...this.quizzes.map(quiz => quiz.versions))
    this.area("plain").hidden = true
    this.area("overview").hidden = false
    const record = readCourse(this.course)
    if (record.refused) {
      this.area("overview").append(make("p", "progress__note", words.refused))
      return
    }
    this.area("habits").hidden = this.area("tools").hidden = false
    this.area("tools").append(...progressTools(this.course, () => this.show(), () => this.print()))
    this.show(record)
    // What was answered offline is due as well.
    if (hasPending(this.course)) {
      import("./cards.js").then(({schedulePending}) => {
        schedulePending(this.course)
        this.show()
      }).catch(() => {}) // offline still
    }
    // Another tab; a page that the browser kept; a day that has passed.
    window.addEventListener("storage", () => this.show())
    window.addEventListener("pageshow", ({persisted}) => { if (persisted) this.show() })
    window.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") this.show() })
  }

  /** Say what is so now. */
  show(record = readCourse(this.course)) {
    this.record = record
    this.states = Object.fromEntries(Object.keys(this.versions).map(question => [question, this.stateOf(question)]))
    this.area("overview").replaceChildren(...this.overview())
    this.showQuizzes()
    showReadings(this.area("readings"), this.record.readings)
    this.area("habits").replaceChildren(...certainty(this.record.log), ...this.predictions())
  }

  overview() {
    const states = Object.values(this.states)
    const answered = states.filter(state => state !== "open").length
    const notes = /** @type {const} */ (["unreadable", "newer"]).filter(name => this.record[name].length)
      .map(name => make("p", "progress__note", counted(words, name, this.record[name].length)))
    if (!answered) return [...this.empty(), ...notes]
    const right = states.filter(isRight).length
    return [
      make("p", "progress__sum", fill(words.answered, {answered, total: states.length, right})),
      ...this.due(), signs(), ...notes,
    ]
  }

  /** What to do, where nothing was done yet. */
  empty() {
    const first = /** @type {HTMLAnchorElement|null} */ (this.querySelector(".progress__quiz h2 a"))
    const link = Object.assign(make("a", "", this.quizzes[0]?.title ?? ""), {href: first?.href ?? ""})
    return [make("p", "progress__empty", words.empty), ...(first ? [make("p", "progress__begin", link)] : [])]
  }

  due() {
    const days = Object.entries(this.versions)
      .map(([question, version]) => this.record.cards[question]?.version === version ? this.record.cards[question].due : "")
      .filter(Boolean).sort()
    const due = days.filter(day => day <= today()).length
    const next = [...new Set(days.slice(due))].slice(0, DAYS_LISTED)
    const list = make("ul", "progress__days", ...next.map(day => make("li", "progress__day", counted(words, "next-day", days.filter(other => other === day).length, {day: inWords(day)}))))
    return [
      make("p", "progress__due", due ? counted(words, "due", due) : words["due-none"], ...(next.length ? [` ${words.next}`] : [])),
      ...(next.length ? [list] : []),
    ]
  }

  /** Those that are seen first at once, the others little by little, so that nobody waits for what is far below. */
  async showQuizzes() {
    const look = this.looks += 1
    for (const [place, quiz] of this.quizzes.entries()) {
      if (place && place % AT_ONCE === 0) {
        await new Promise(resolve => setTimeout(resolve))
        if (look !== this.looks) return
      }
      this.showQuiz(quiz)
    }
  }

  /** @param {Quiz} quiz */
  showQuiz(quiz) {
    const count = quiz.element.querySelector(".progress__count") ?? make("p", "progress__count")
    count.textContent = this.countInWords(quiz)
    if (!count.parentNode) quiz.element.querySelector("h2")?.after(count)
    for (const objective of quiz.objectives) {
      const told = objective.querySelector(".progress__state") ?? objective.appendChild(make("div", "progress__state"))
      const questions = questionsOf(objective)
      told.replaceChildren(make("span", "progress__right", this.inWords(objective)), " ", this.marks(questions))
    }
  }

  /** How many of the questions that its lesson asks were answered; and of those that only its own page asks. @param {Quiz} quiz */
  countInWords({versions, lesson}) {
    const count = (/** @type {string[]} */ questions) => ({answered: questions.filter(question => this.states[question] !== "open").length, total: questions.length})
    const known = lesson.filter(question => this.states[question] === "known").length
    const more = count(Object.keys(versions).filter(question => !lesson.includes(question)))
    const said = fill(words["quiz-answered"], {...count(lesson), known})
    return more.total ? `${said}; ${fill(words.more, more)}` : said
  }

  /** How many of an objective's graded questions were right. @param {HTMLElement} objective */
  inWords(objective) {
    const graded = questionsOf(objective).filter(question => !/^(?:open-response|opinion) /.test(this.versions[question]))
    const right = graded.filter(question => isRight(this.states[question])).length
    return graded.length ? fill(words.objective, {right, total: graded.length}) : words.ungraded
  }

  /** @param {string[]} questions */
  marks(questions) {
    return make("ul", "progress__marks", ...questions.map(question => {
      const state = this.states[question]
      return make("li", `progress__mark progress__mark--${state}`, sign(words.state[state]))
    }))
  }

  /**
   * What became of a question; an answer to another version of it does not count.
   * @param {string} question
   * @returns {State}
   */
  stateOf(question) {
    const version = this.versions[question]
    const {answers, before, after, cards} = this.record
    // An opinion may have been given before the course or after it.
    const answer = [answers, after, before].map(slot => slot[question]).find(given => given?.version === version)
    const card = cards[question]
    if (!answer || answer.verdict === "empty") return "open"
    if (card?.version === version && isKnown(card)) return "known"
    return answer.verdict === "right" ? "right" : answer.verdict === "self" || answer.verdict === "noted" ? "self" : "missed"
  }

  predictions() {
    const said = words.prediction
    const made = this.quizzes.flatMap(({id, title, versions}) => {
      const prediction = this.record.predictions[id]
      if (!prediction) return []
      const came = firstTriesAfter(this.record.log, Object.keys(versions), prediction.day)
      const {day, predicted, of} = prediction
      return [
        make("dt", "progress__predicted", title),
        make("dd", "progress__came", fill(said.made, {day: inWords(day), predicted, of}), " ", came.count ? fill(said.came, came) : said.waiting),
      ]
    })
    return made.length ? [make("h2", "progress__title", said.title), make("dl", "progress__predictions", ...made)] : []
  }

  /** A record on paper, in the place of all else for as long as it is printed. */
  print() {
    const said = words.record
    const title = Object.assign(make("h2", "record__title", said.title), {tabIndex: -1})
    const others = [...this.children].filter(part => part instanceof HTMLElement && !part.hidden)
    const record = make("section", "record", title, make("p", "record__note", said.note),
      make("p", "record__name", said.name, " ", make("span", "record__line")),
      make("p", "record__date", fill(said.date, {day: inWords(today())})),
      make("p", "record__course", fill(said.course, {address: new URL("..", location.href).href})),
      ...this.quizzes.flatMap(quiz => [
        make("h3", "record__quiz", quiz.title),
        make("p", "record__count", this.countInWords(quiz)),
        make("ul", "record__objectives", ...quiz.objectives.map(objective =>
          make("li", "record__objective", `${objective.querySelector("span")?.textContent}: `, make("b", "", this.inWords(objective))))),
      ]),
      button("record__back", said.back, () => back()))
    const back = () => {
      removeEventListener("afterprint", back)
      record.remove()
      for (const part of others) part.toggleAttribute("hidden", false)
      this.area("print").focus()
    }
    for (const part of others) part.toggleAttribute("hidden", true)
    this.append(record)
    title.focus()
    addEventListener("afterprint", back)
    window.print()
  }

  /** @param {string} name @returns {HTMLElement} */
  area(name) { return /** @type {HTMLElement} */ (this.querySelector(`.progress__${name}`)) }
}

/** @param {Element} element @returns {Quiz} */
function quizOf(element) {
  const section = /** @type {HTMLElement} */ (element)
  const id = section.dataset.quiz ?? ""
  return {
    element: section,
    id,
    title: section.querySelector("h2 a")?.textContent ?? "",
    versions: versions[id] ?? {},
    lesson: Object.keys(asked[id] ?? versions[id] ?? {}).map(question => question.split("~")[0]),
    objectives: [...section.querySelectorAll(".progress__objective")].map(item => /** @type {HTMLElement} */ (item)),
  }
}

/** @param {HTMLElement} objective */
const questionsOf = objective => (objective.dataset.questions ?? "").split(" ").filter(Boolean)
/** @param {State} state */
const isRight = state => state === "right" || state === "known"

/** Drawn by the style sheet, with a word for who does not see it. @param {string} word */
function sign(word) {
  const made = make("span", "progress__sign")
  if (word) {
    made.setAttribute("role", "img")
    made.setAttribute("aria-label", word)
  } else made.setAttribute("aria-hidden", "true")
  return made
}

/** What the signs mean. */
function signs() {
  const states = /** @type {State[]} */ (Object.keys(words.state))
  return make("div", "progress__legend", make("p", "progress__note", words.signs),
    make("ul", "progress__signs", ...states.map(state => make("li", `progress__mark progress__mark--${state}`, sign(""), ` ${words.state[state]}`))))
}

customElements.define("quiz-progress", QuizProgress)
