/**
 * A sitting of the review: one question at a time, blank, each with its answer once it was given. What was missed comes
 * back at the end until it is right once, which the schedule does not count.
 *
 * @typedef {import("./quiz-question.js").QuizQuestion} QuizQuestion
 * @typedef {{question: string, template: HTMLElement}} Asked a question as its page has it
 * @typedef {{right: number, missed: number}} Result at the first try
 * @typedef {object} View where it is shown
 * @property {(title: string, ...content: Node[]) => void} show
 * @property {() => void} isGoingOn from the second question on
 * @property {(result: Result) => void} end
 * @property {(result: Result) => void} stop where the reader goes on later
 */
import {scheduleAnswer} from "./cards.js"
import {renew as renewMarks} from "./course-marks.js"
import {noteAsked} from "./daily-share.js"
import {button, fill} from "./elements.js"
import {words} from "./review-words.js"
import {today} from "./store.js"

export class ReviewSitting {
  /** @type {Asked[]} */
  again = []
  number = 0
  result = {right: 0, missed: 0}

  /**
   * @param {string} course
   * @param {Asked[]} asked
   * @param {Set<string>} due questions that are, which count for the day's share
   * @param {View} view
   */
  constructor(course, asked, due, view) {
    this.course = course
    this.asked = asked
    this.due = due
    this.view = view
    this.next()
  }

  /** The next question, first all that are asked, then what was missed. */
  next() {
    const {asked, again, result, view} = this
    const number = this.number += 1
    const isNew = number <= asked.length
    const now = isNew ? asked[number - 1] : again.shift()
    if (!now) return view.end(result)
    if (number > 1) view.isGoingOn()
    renewMarks()
    const title = isNew ? fill(words.question, {number, count: asked.length})
      : again.length ? fill(words.again, {count: again.length + 1}) : words.last
    const question = document.importNode(/** @type {QuizQuestion} */ (now.template), true)
    question.dataset.fresh = isNew ? "" : "again"
    question.querySelector(".question__number")?.remove()
    const next = button("review__next", words.next, () => this.next())
    next.hidden = true
    this.waitForAnswer(question, next, verdict => {
      const isRight = verdict === "right"
      if (isNew) {
        result[isRight ? "right" : "missed"] += 1
        if (this.due.has(now.question)) {
          noteAsked(this.course, today(), now.question, question.dataset.version ?? "", verdict)
        }
      }
      if (!isRight) again.push(now)
      if (!again.length && number >= asked.length) next.textContent = words.finish
      next.hidden = false
    })
    view.show(title, question, next, button("review__stop", words.stop, () => view.stop(result)))
  }

  /**
   * The first check decides. Who opens the answer instead did not know it; only then it is for us to tell the schedule.
   * @param {QuizQuestion} question
   * @param {HTMLElement} next
   * @param {(verdict: string) => void} whenAnswered
   */
  waitForAnswer(question, next, whenAnswered) {
    let answered = false
    const opened = () => Boolean(question.querySelector(".question__answer[open]"))
    question.addEventListener("quiz-answer", event => {
      if (!answered) whenAnswered(opened() ? "wrong" : /** @type {CustomEvent} */ (event).detail.grade.verdict)
      answered = true
      // What was missed comes back later: here the way is on.
      question.find(".question__check").hidden = true
      next.focus({preventScroll: true})
    })
    question.addEventListener("toggle", () => {
      if (answered || !opened()) return
      answered = true
      const {version = "", question: address = "", fresh, corrected} = question.dataset
      if (fresh !== "again") scheduleAnswer(this.course, address, version, "wrong", 0, today(), corrected)
      question.dataset.fresh = "again"
      whenAnswered("wrong")
    }, true)
  }
}
