/**
 * What a reader is told, once, of a question that was corrected after it was answered, or that rests on a claim that
 * was: what was corrected, what was answered then, and whether that would do today. It stands at the question until it
 * is answered or let go; a review tells of it after the check, since it may give the answer away.
 *
 * A correction is known by its day. Which one a reader knows stands in the entry of the answer and of the card
 * (`corrected`), and of a claim in a preference, since several questions may rest on it.
 *
 * @typedef {import("./quiz-question.js").QuizQuestion} QuizQuestion
 * @typedef {import("./entries.js").Entries} Entries
 * @typedef {Entries["answer"]|Entries["card"]} Entry
 */
import {words} from "./correction-words.js"
import {button, fill, inWords, make} from "./elements.js"
import {isSameQuestion, keep, read} from "./entries.js"
import {isInformed, isKnownOfClaim, knowOfClaim, putAside} from "./known-corrections.js"
import {textOf} from "./text-of.js"

const CHOSEN = ["single-choice", "multiple-choice", "true-false", "opinion", "ordering"]
// What is given to several places at once fits only as long as these stay.
const PLACED = ["matching", "cloze"]

/**
 * @param {QuizQuestion} question
 * @param {Entry} entry of before
 */
export function notice(question, entry) {
  const {course, question: address, version, fresh} = question.data
  const corrected = dayOf(question)
  const isOld = !isSameQuestion(entry.version, version)
  const news = newsOf(question, entry)
  const acknowledge = () => know(question, news)
  // Where a sitting asks, nothing is told before its end.
  if (question.isOfSitting) return
  if (!news.length && !isOld) return acknowledge()
  // Where a page asks it twice, it tells of it once.
  if (document.querySelector(`.correction-notice[data-of="${address} ${question.slot}"]`)) return
  const isOwn = isOld || news.some(({dataset}) => !dataset.claim)
  const title = make("p", "admonition-title", isOwn ? words.since : words.rests)
  const box = make("div", "correction-notice admonition note", title, ...news.map(copyOf), ...given(question, entry))
  box.dataset.of = `${address} ${question.slot}`
  const leave = () => {
    acknowledge()
    box.remove()
  }
  const isStill = () => {
    const now = read(course, question.slot, address) ?? read(course, "card", address)
    return now && !(isSameQuestion(now.version, version) && isInformed(now, corrected))
  }
  // Read or answered in another tab.
  addEventListener("storage", () => { if (!isStill()) box.remove() })
  document.addEventListener("quiz-answer", event => {
    const {detail} = /** @type {CustomEvent} */ (event)
    if (detail.question !== address || detail.restored || !box.dataset.of) return
    if (isOld && "response" in entry) putAside(course, question.slot, address, entry)
    if (fresh !== undefined) question.status.append(box)
    leaveOnce()
  })
  const leaveOnce = () => {
    delete box.dataset.of
    acknowledge()
    if (fresh === undefined) box.remove()
  }
  if (fresh !== undefined) return
  box.append(make("p", "correction-notice__ways",
    button("correction-notice__anew", words.anew, () => {
      leave()
      question.reset()
      question.turnTo()
    }),
    " ", stay(question, entry, isOld, leave)))
  question.find(".question__fields").before(box)
}

/** What of a question, or of a claim that it rests on, was corrected. @param {QuizQuestion} question */
const correctionsOf = question =>
  /** @type {HTMLElement[]} */ ([...question.querySelectorAll(".question__answer .corrected")])

/** The day of the last of them. @param {QuizQuestion} question */
const dayOf = question => correctionsOf(question).map(({dataset}) => dataset.day).sort().at(-1)

/** What was corrected since, that nobody told this reader. @param {QuizQuestion} question @param {Entry} entry */
function newsOf(question, entry) {
  const {course} = question.data
  return correctionsOf(question).filter(({dataset: {day = "", claim}}) =>
    !isInformed(entry, day) && !(claim && isKnownOfClaim(course, claim, day)))
}

/** @param {HTMLElement} piece */
function copyOf(piece) {
  const copy = /** @type {HTMLElement} */ (piece.cloneNode(true))
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id")
  return copy
}

/** From now on the reader knows. @param {QuizQuestion} question @param {HTMLElement[]} news */
function know(question, news) {
  const {course, question: address, version} = question.data
  const corrected = dayOf(question)
  for (const slot of /** @type {const} */ ([question.slot, "card"])) {
    const own = read(course, slot, address)
    if (!own) continue
    if (!isSameQuestion(own.version, version)) {
      // Taken out first: where storage is full, there is room for it then, or it goes back.
      keep(course, slot, address, null)
      if (!putAside(course, slot, address, own)) keep(course, slot, address, own)
    } else if (!isInformed(own, corrected)) keep(course, slot, address, {...own, corrected})
  }
  for (const {dataset: {claim, day = ""}} of news) if (claim) knowOfClaim(course, claim, day)
  const same = /** @type {NodeListOf<QuizQuestion>} */ (
    document.querySelectorAll(`quiz-question[data-question="${address}"]`))
  for (const other of [question, ...same]) {
    if (corrected && other.slot === question.slot) other.dataset.corrected = corrected
  }
}

/**
 * The way to let the earlier answer stand; where it cannot, to leave the question as it is.
 * @param {QuizQuestion} question @param {Entry} entry @param {boolean} isOld @param {() => void} leave
 */
function stay(question, entry, isOld, leave) {
  const {course, question: address, version, type} = question.data
  const corrected = dayOf(question)
  const stands = "response" in entry && !(isOld && PLACED.includes(type)) && !isGone(question, entry.response)
  return button("correction-notice__stay", stands ? words.keep : words.later, () => {
    const card = read(course, "card", address)
    leave()
    if (isOld && stands) {
      question.responder.write(question, entry.response)
      question.refreshOrder?.()
      for (const input of question.bands) input.checked = Number(input.value) === entry.certainty
      const grade = question.grade()
      question.attempts = entry.attempts
      question.checked = true
      question.show(grade)
      question.keep(grade)
      question.tell(grade, true)
      // What is still right comes back when it would have.
      if (card && grade.verdict === "right") keep(course, "card", address, {...card, version, corrected})
    }
    question.button.focus()
  })
}

/**
 * What the record holds of the answer, and how that would do today.
 * @param {QuizQuestion} question @param {Entry} entry
 */
function given(question, entry) {
  if (!("response" in entry)) return [make("p", "", fromLog(question, entry))]
  // After a text of the reader's own stands what was ticked of the rubric.
  const values = question.querySelector("textarea") ? entry.response.slice(0, 1) : entry.response
  const answer = values.map(value => inWordsOf(question, value) ?? value).filter(Boolean).join("; ")
  const text = fill(words.answered, {day: inWords(entry.day), answer})
  const verdict = isGone(question, entry.response) ? "gone" : question.grade(entry.response).verdict
  const now = Object.entries(words.now).find(([name]) => name === verdict)?.[1]
  return [make("p", "", now ? `${text} ` : text, ...now ? [make("b", "", now)] : [])]
}

/** Of a sitting the record holds only how it went. @param {QuizQuestion} question @param {Entries["card"]} card */
function fromLog(question, {last}) {
  const {course, question: address} = question.data
  const attempt = (read(course, "log", last) ?? []).filter(([tried]) => tried === address).at(-1)
  return fill(attempt ? attempt[2] ? words.right : words.missed : words.only, {day: inWords(last)})
}

/**
 * Whether something was chosen that is not offered any more.
 * @param {QuizQuestion} question @param {string[]} response
 */
function isGone(question, response) {
  return CHOSEN.includes(question.data.type) && !response.every(value => inWordsOf(question, value) !== null)
}

/**
 * What a question calls something that it offers; null of anything else.
 * @param {QuizQuestion} question @param {string} value
 */
function inWordsOf(question, value) {
  const controls = /** @type {NodeListOf<HTMLInputElement>} */ (
    question.fields.querySelectorAll("input[type=radio], input[type=checkbox], option"))
  const control = [...controls].find(control => control.value === value)
  const item = [...question.querySelectorAll(".order__item")]
    .find(item => item instanceof HTMLElement && item.dataset.part === value)?.querySelector(".order__text")
  const named = control?.closest("option, .choice, label") ?? item
  return named ? textOf(/** @type {HTMLElement} */ (named)) : null
}
