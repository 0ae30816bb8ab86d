/**
 * How far the reader is in each quiz that was begun, for the marks beside links and for the way on.
 *
 * The questions of a quiz are known by the checksums of their address and version, as mark_files.py writes them: in a
 * few bytes each, whatever they accept; where parts have places, those follow: `k3x9/ca97.3e23`.
 *
 * @typedef {[scheduled: string[], others: string[]]} Questions those that come back for review, and those that never do
 * @typedef {object} Bank what is known of quizzes, and what the reader did in them
 * @property {Record<string, {whole: Questions, lesson?: Questions}>} quizzes `lesson` is what a lesson asks, where that
 *   is not just its quiz; there a question that is asked twice is `quiz/question~before` or `~after`
 * @property {Map<string, string>} answered as they were then, by the checksum alone
 * @property {Map<string, string>} known the same
 * @property {string[]} due the days on which the questions that are scheduled are due
 * @property {Record<string, string>} versions the present ones of the questions that are scheduled
 *
 * @typedef {import("./course-marks.js").Mark} Mark
 * @typedef {import("./course-marks.js").Marks} Marks
 */
import {shareOf} from "./daily-share.js"
import {addDays} from "./dates.js"
import {idsOf, isKnown, isSameQuestion, read} from "./entries.js"
import {files, words} from "./mark-facts.js"
import {today} from "./store.js"

// An opinion may have been given before the course or after it.
const SLOTS = /** @type {const} */ (["answer", "before", "after"])

/**
 * @param {string} course
 * @returns {Promise<Marks>}
 */
export async function marksOf(course) {
  const bank = await bankOf(course)
  /** @type {Marks["links"]} */
  const links = {}
  for (const [quiz, {whole, lesson = whole}] of Object.entries(bank.quizzes)) {
    for (const [name, questions] of /** @type {[string, Questions][]} */ ([[quiz, lesson], [`${quiz} whole`, whole]])) {
      const mark = markOf(bank, questions)
      if (mark[0] !== "none") links[name] = mark
    }
  }
  return {links, due: sharesOf(course, bank.due), inWords: words.due}
}

/**
 * How many questions are asked today, tomorrow, and on each day on which more come, if none is answered before.
 * @param {string} course @param {string[]} due the days of all
 * @returns {Marks["due"]}
 */
function sharesOf(course, due) {
  const days = due.length ? [...new Set([...due, today(), addDays(today(), 1)])].sort() : []
  return Object.fromEntries(days.map(day => [day, shareOf(course, day, due.filter(other => other <= day).length)]))
}

/**
 * What must be known of the bank to say how far the reader is: of the quizzes that the reader began, and of lessons on
 * this page that ask of them. It grows with what the reader did alone.
 * @param {string} course
 * @returns {Promise<Bank>}
 */
export async function bankOf(course) {
  /** @type {Bank} */
  const bank = {quizzes: {}, answered: new Map(), known: new Map(), due: [], versions: {}}
  const begun = new Set()
  for (const slot of SLOTS) {
    for (const question of idsOf(course, slot)) {
      const answer = read(course, slot, question)
      if (!answer || answer.verdict === "empty") continue
      begun.add(quizOf(question))
      for (const asked of [question, `${question}~${slot}`]) note(bank.answered, asked, answer.version)
    }
  }
  const cards = idsOf(course, "card").map(question => ({question, card: read(course, "card", question)}))
  for (const {question} of cards) begun.add(quizOf(question))
  for (const {dataset: {quiz, asks = ""}} of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("[data-asks]"))) if (asks.split(" ").some(id => begun.has(id))) begun.add(quiz)
  bank.quizzes = await quizzesOf([...begun])
  for (const {question, card} of cards) {
    if (!card) continue
    const present = new Map()
    note(present, question, card.version)
    if (!bank.quizzes[quizOf(question)]?.whole.flat().some(asked => isIn(present, asked))) continue
    if (isKnown(card)) note(bank.known, question, card.version)
    bank.versions[question] = card.version
    bank.due.push(card.due)
  }
  return bank
}

/**
 * What is known of some quizzes. A few share a file, so that few are asked for and none grows with the course.
 * @param {string[]} quizzes
 * @returns {Promise<Bank["quizzes"]>}
 */
async function quizzesOf(quizzes) {
  const numbers = new Set(quizzes.map(quiz => sumOf(quiz) % files))
  const found = await Promise.all([...numbers].map(number => import(`./marks-${number}.js`)))
  return Object.assign({}, ...found.map(file => file.quizzes))
}

/** @param {string} text */
const sumOf = text => [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_048_573, 0)

/** @param {string} [question] its address @param {string} [version] */
const checksum = (question, version) => sumOf(`${question} ${version}`).toString(36).padStart(4, "0")

/**
 * @param {Map<string, string>} questions
 * @param {string} [address]
 * @param {string} [version]
 */
export function note(questions, address, version = "") {
  const [head, ...parts] = version.split("/"), sum = checksum(address, head)
  questions.set(sum, [sum, ...parts].join("/"))
}

/** Whether a question of a module is among these. @param {Map<string, string>} questions @param {string} asked */
export const isIn = (questions, asked) => isSameQuestion(questions.get(asked.slice(0, 4)) ?? "", asked)

/** @param {string} question its address */
const quizOf = question => question.split("/")[0]

/** @param {Bank} bank @param {Questions} questions @returns {Mark} */
function markOf(bank, [scheduled, others]) {
  const all = [...scheduled, ...others], total = all.length
  const answered = all.filter(asked => isIn(bank.answered, asked)).length
  if (!answered) return ["none", ""]
  if (answered < total) {
    return ["half", words.half.replace("{answered}", String(answered)).replace("{total}", String(total))]
  }
  const isAllKnown = scheduled.length > 0 && scheduled.every(asked => isIn(bank.known, asked))
  return isAllKnown ? ["known", words.known] : ["done", words.done]
}
