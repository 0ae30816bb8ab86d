/**
 * <quiz-progress>: how far a reader is, in one picture, with one step on; how well certainty held; and, folded, what
 * was right of each objective, what comes back when, what was predicted, and the ways to take the record away.
 *
 * @typedef {import("./progress-picture.js").State} State
 * @typedef {object} Quiz
 * @property {HTMLElement} element
 * @property {string} href where its lesson is, or else itself
 * @property {string} id
 * @property {string} title
 * @property {Record<string, string>} versions
 * @property {string[]} lesson the questions that its lesson asks
 * @property {HTMLElement[]} objectives
 */
import {certainty} from "./certainty-chart.js"
import {renew as renewMarks} from "./course-marks.js"
import {counted} from "./counted.js"
import {daysToCome, dueToday} from "./days-to-come.js"
import {fill, make} from "./elements.js"
import {idsOf} from "./entries.js"
import {openSittings} from "./open-sittings.js"
import {fillFold, whenOpened} from "./progress-folds.js"
import {legend, pictureRow} from "./progress-picture.js"
import {stepOn} from "./progress-step.js"
import {answerTo, isPresent, statesOf} from "./question-states.js"
import {words as all} from "./progress-words.js"
import {emptyRecord, readCourse} from "./record.js"
import {textOf} from "./text-of.js"
import {asked, ungraded, versions} from "./versions.js"

const words = all.progress
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
    for (const name of ["due", "picture", "habits", "keeping"]) this.area(name).hidden = false
    const mirrored = async () => (await import("./progress-mirror.js")).mirror(this, this.quizzes)
    whenOpened(this.area("mirror"), mirrored, true)
    const expected = async () => (await import("./predictions.js")).predictions(this.quizzes, this.record)
    whenOpened(this.area("expected"), expected, true)
    whenOpened(this.area("keeping"), async () => {
      const {progressTools} = await import("./progress-tools.js")
      return progressTools(this, this.course, () => this.showAll(), () => this.parts())
    })
    for (const link of this.querySelectorAll(/** @type {"a"} */ (".progress__practise"))) link.hidden = false
    this.show(record)
    this.schedulePending()
    // Another tab; a page that the browser kept; a day that has passed.
    window.addEventListener("storage", () => this.show())
    window.addEventListener("pageshow", ({persisted}) => { if (persisted) this.show() })
    window.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") this.show() })
  }

  /** What was loaded or erased shows in the menu, too. */
  showAll() {
    this.show()
    renewMarks()
  }

  /** What was answered offline is due as well. */
  async schedulePending() {
    if (!idsOf(this.course, "pending").length) return
    try {
      const {schedulePending} = await import("./cards.js")
      schedulePending(this.course)
      this.show()
    } catch {
      // Offline still.
    }
  }

  /** Say what is so now. */
  show(record = readCourse(this.course)) {
    this.record = record
    const stopped = openSittings(this.course)
    this.states = statesOf(record, this.versions, stopped.map(sitting => sitting.record))
    this.area("overview").replaceChildren(...this.overview())
    const due = dueToday(this.course, this.cards)
    const last = record.places.lesson
    const isOpen = (/** @type {string} */ question) => !answerTo(record, question, this.versions[question])
    stepOn(this.course, this.area("step"), due, this.quizzes, isOpen, this.states, stopped, last)
    this.showQuizzes()
    import("./correction-list.js").then(list => list.listCorrections(this, this.course, this.versions), () => {})
    const readings = this.area("readings")
    if (Object.keys(record.readings).length || readings?.hidden === false) {
      import("./marked-readings.js").then(({showReadings}) => showReadings(readings, record.readings), () => {})
    }
    this.area("habits").replaceChildren(...certainty(record.log, this.dataset.certainty !== "off"))
    const hasViews = Object.keys({...record.before, ...record.notes}).length > 0
    this.area("mirror").hidden = !hasViews && !(this.querySelector("[data-sides]") && Object.keys(record.log).length)
    if (this.area("mirror").hasAttribute("open")) this.area("mirror").dispatchEvent(new Event("toggle"))
    fillFold(this.area("later"), daysToCome(this.course, this.cards))
    this.area("expected").hidden = !this.quizzes.some(({id}) => record.predictions[id])
  }

  /** What stayed, and what there is to say of entries. */
  overview() {
    const states = Object.values(this.states)
    const total = states.length
    const answered = states.filter(state => state !== "new").length
    const stayed = states.filter(state => state === "known").length
    const right = states.filter(isRight).length
    const notes = /** @type {const} */ (["unreadable", "newer"]).filter(name => this.record[name].length)
      .map(name => make("p", "progress__note", counted(words, name, this.record[name].length)))
    if (!answered) return [make("p", "progress__empty", words.empty), ...notes]
    return [
      ...(stayed ? [make("p", "progress__stayed", counted(words, "stayed", stayed, {total: `${total}`}))] : []),
      make("p", "progress__sum", fill(words.answered, {answered, total, right})), ...notes,
    ]
  }

  /** Those of the questions as they are now. */
  get cards() {
    return Object.entries(this.versions).map(([question, version]) => ({card: this.record.cards[question], version}))
      .filter(({card, version}) => isPresent(card, version))
  }

  /** Those that are seen first at once, the others little by little, so that nobody waits for what is far below. */
  async showQuizzes() {
    const look = this.looks += 1
    const rows = make("ol", "progress__rows")
    this.area("picture").replaceChildren(rows, ...legend(Object.values(this.states)))
    for (const [place, quiz] of this.quizzes.entries()) {
      if (place && place % AT_ONCE === 0) {
        await new Promise(resolve => setTimeout(resolve))
        if (look !== this.looks) return
      }
      this.showQuiz(quiz)
      const states = Object.keys(quiz.versions).map(question => this.states[question])
      rows.append(pictureRow({...quiz, states}))
    }
  }

  /** @param {Quiz} quiz */
  showQuiz(quiz) {
    const count = quiz.element.querySelector(".progress__count") ?? make("p", "progress__count")
    count.textContent = this.countInWords(quiz)
    if (!count.parentNode) quiz.element.querySelector("h2")?.after(count)
    for (const objective of quiz.objectives) {
      const state = objective.querySelector(".progress__right") ?? make("span", "progress__right")
      state.textContent = this.inWords(objective)
      if (!state.parentNode) objective.querySelector("span")?.after(" ", state)
    }
  }

  /**
   * How many of the questions that its lesson asks were answered; and of those that only its own page asks.
   * @param {Quiz} quiz
   */
  countInWords({versions, lesson}) {
    const count = (/** @type {string[]} */ questions) => {
      const answered = questions.filter(question => this.states[question] !== "new").length
      return {answered, total: questions.length}
    }
    const learnt = lesson.filter(question => this.states[question] === "known").length
    const more = count(Object.keys(versions).filter(question => !lesson.includes(question)))
    const text = fill(words["quiz-answered"], {...count(lesson), known: learnt})
    return more.total ? `${text}; ${fill(words.more, more)}` : text
  }

  /** How many of an objective's graded questions were right. @param {HTMLElement} objective */
  inWords(objective) {
    const graded = questionsOf(objective).filter(question => isGraded(this.versions[question]))
    const right = graded.filter(question => isRight(this.states[question])).length
    return graded.length ? fill(words.objective, {right, total: graded.length}) : words.ungraded
  }

  /** What is said of each quiz on paper. */
  parts() {
    return this.quizzes.map(quiz => ({
      title: quiz.title,
      count: this.countInWords(quiz),
      objectives: quiz.objectives.map(objective => {
        const span = objective.querySelector("span")
        const text = span ? textOf(span) : ""
        return /** @type {[string, string]} */ ([text, this.inWords(objective)])
      }),
    }))
  }

  /** @param {string} name @returns {HTMLElement} */
  area(name) { return /** @type {HTMLElement} */ (this.querySelector(`.progress__${name}`)) }
}

/** @param {Element} element @returns {Quiz} */
function quizOf(element) {
  const section = /** @type {HTMLElement} */ (element)
  const id = section.dataset.quiz ?? ""
  const link = /** @type {HTMLAnchorElement|null} */ (section.querySelector("h2 a"))
  return {
    element: section,
    id,
    title: link?.textContent ?? "",
    href: link?.href ?? "",
    versions: versions[id] ?? {},
    lesson: Object.keys(asked[id] ?? versions[id] ?? {}).map(question => question.split("~")[0]),
    objectives: [...section.querySelectorAll(".progress__objective")].map(item => /** @type {HTMLElement} */ (item)),
  }
}

/** @param {HTMLElement} objective */
const questionsOf = objective => (objective.dataset.questions ?? "").split(" ").filter(Boolean)
/** Whether the type with which a version begins is graded. @param {string} version */
const isGraded = version => !ungraded.includes(version.split(" ")[0])
/** @param {State} state */
const isRight = state => state === "learning" || state === "known"

customElements.define("quiz-progress", QuizProgress)
