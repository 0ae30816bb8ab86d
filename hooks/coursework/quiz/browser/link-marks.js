/**
 * How far the reader is, beside the links to lessons and quizzes that were begun: in a word, and in a class that gives
 * it a shape; and how many questions are due, beside the link to the review. A link that is marked carries `data-quiz`;
 * `data-asks` where its lesson also asks of other quizzes, with the names of all; and `data-whole` where it leads to
 * the quiz itself and not to its lesson. The place of its mark stands after it; `.due-mark` stands in the links to the
 * review.
 *
 * @typedef {Record<string, string>} Versions of questions, by their address
 * @typedef {{versions: Record<string, Versions>, asked: Record<string, Versions>}} Bank questions by their quiz, and
 *   what a lesson asks where that is not just its quiz
 */
import {files, without, words} from "./mark-facts.js"
import {idsOf, isKnown, read, readPresent, today} from "./store.js"

// An opinion may have been given before the course or after it.
const SLOTS = /** @type {const} */ (["answer", "before", "after"])
let count = 0

/**
 * Fill in the marks of the page.
 * @param {string} course
 */
export async function markLinks(course) {
  // The progress page says more of each quiz itself, and what the review will hide needs no marks.
  const links = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(
    "a[data-quiz]:not(quiz-progress *, quiz-review:not([data-ready]) *, [hidden] *)")])
  const bank = await bankOf(course, links)
  if (!bank) return
  for (const mark of document.querySelectorAll(".due-mark")) {
    // A number for the eye, a sentence for the ear.
    mark.textContent = bank.due ? String(bank.due) : ""
    mark.ariaLabel = bank.due ? words.due.replace("{due}", mark.textContent) : null
  }
  for (const link of links) {
    const mark = link.nextElementSibling
    if (!mark) continue
    const [state, text] = stateOf(course, questionsOf(bank, link))
    mark.className = `progress-mark progress-mark--${state}`
    mark.textContent = text
    // The link's own text stays what it is, and its description is the mark.
    mark.id ||= `course-mark-${count += 1}`
    link.setAttribute("aria-describedby", mark.id)
  }
}

/**
 * What must be known of the bank to say how far the reader is: the questions of those of the links of which something
 * was answered, and how many questions the review would ask today. It grows with what the reader did alone.
 * @param {string} course
 * @param {HTMLElement[]} links
 * @returns {Promise<Bank & {due: number}|undefined>} nothing where it cannot be had
 */
export async function bankOf(course, links) {
  const answered = new Set(SLOTS.flatMap(slot => idsOf(course, slot)).map(quizOf))
  const begun = links.filter(({dataset: {quiz = "", asks = quiz}}) => asks.split(" ").some(id => answered.has(id)))
  const day = today()
  const due = idsOf(course, "card").filter(question => (read(course, "card", question)?.due ?? "never") <= day)
  try {
    const bank = await versionsOf([...begun.map(({dataset: {quiz = ""}}) => quiz), ...due.map(quizOf)])
    const present = due.filter(question =>
      readPresent(course, "card", question, bank.versions[quizOf(question)]?.[question] ?? ""))
    return {...bank, due: present.length}
  } catch {
    return undefined
  }
}

/**
 * The present versions of the questions of some quizzes. A few quizzes share a file, so that few are asked for and none
 * grows with the course; a page that has them all anyway asks for no more.
 * @param {string[]} quizzes
 * @returns {Promise<Bank>}
 */
async function versionsOf(quizzes) {
  const names = document.querySelector("quiz-review, quiz-progress") ? ["versions"]
    : [...new Set(quizzes.map(quiz => `versions-${fileOf(quiz)}`))]
  const found = await Promise.all(names.map(name => import(`./${name}.js`)))
  const all = (/** @type {keyof Bank} */ name) => Object.assign({}, ...found.map(file => file[name]))
  return {versions: all("versions"), asked: all("asked")}
}

/** The number of the file that a quiz is in, as browser_files.py counts it. @param {string} quiz */
const fileOf = quiz => [...quiz].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 0) % files

/** @param {string} question its address */
const quizOf = question => question.split("/")[0]

/**
 * The questions that a link stands for: those that the lesson asks, or those of the quiz.
 * @param {Bank} bank
 * @param {HTMLElement} link
 * @returns {Versions}
 */
export const questionsOf = ({versions, asked}, {dataset: {quiz = "", whole}}) =>
  whole === undefined && asked[quiz] || versions[quiz] || {}

/**
 * Whether a question with this version is of a type that has the trait.
 * @param {keyof typeof without} trait
 * @param {string} version
 */
export const has = (trait, version) => !without[trait].includes(version.split(" ")[0])

/**
 * @param {string} course
 * @param {Versions} versions
 * @returns {[state: "none"|"half"|"done"|"known", text: string]}
 */
function stateOf(course, versions) {
  const questions = Object.entries(versions)
  const answered = countAnswered(course, versions), total = questions.length
  if (!answered) return ["none", ""]
  if (answered < total) {
    return ["half", words.half.replace("{answered}", String(answered)).replace("{total}", String(total))]
  }
  const scheduled = questions.filter(([, version]) => has("scheduled", version))
  const known = scheduled.every(([question, version]) => isKnown(readPresent(course, "card", question, version)))
  return scheduled.length && known ? ["known", words.known] : ["done", words.done]
}

/**
 * How many of the questions with these versions the reader answered; of `quiz/question~before` only what was said
 * before the course counts.
 * @param {string} course
 * @param {Versions} versions
 */
export function countAnswered(course, versions) {
  return Object.entries(versions).filter(([asked, version]) => {
    const [question, only] = asked.split("~")
    return SLOTS.some(slot => {
      const answer = !only || slot === only ? readPresent(course, slot, question, version) : null
      return answer && answer.verdict !== "empty"
    })
  }).length
}
