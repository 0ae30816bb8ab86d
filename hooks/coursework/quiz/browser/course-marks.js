/**
 * How far the reader is, beside the links to lessons and quizzes that were begun: in a word, and in a class that gives
 * it a shape; and how many questions are due, beside the link to the review. On every page, so it asks for no more than
 * a few small files, and for the versions of all questions only where something was answered. A link that is marked
 * carries `data-quiz`, and `data-whole` where it leads to the quiz itself and not to its lesson; the place of its mark
 * stands after it. `.due-mark` stands in the links to the review; `data-course` stands somewhere on the page.
 *
 * @typedef {Record<string, string>} Versions of questions, by their address
 * @typedef {{versions: Record<string, Versions>, asked: Record<string, Versions>}} Bank all questions by their quiz, and
 *   what a lesson asks where that is not just its quiz
 */
import {DAYS_UNTIL_KNOWN, today} from "./every-page.js"
import {words} from "./mark-words.js"

// An opinion may have been given before the course or after it.
const SLOTS = ["answer", "before", "after"]
// Never asked again, so never known.
const UNSCHEDULED = /^(?:open-response|opinion) /

/**
 * Fill in the marks of the page.
 * @param {string} course
 */
async function markLinks(course) {
  // The progress page says more of each quiz itself, and what the review will hide needs no marks.
  const links = document.querySelectorAll("a[data-quiz]:not(quiz-progress *, quiz-review:not([data-ready]) *, [hidden] *)")
  const bank = await bankOf(course)
  if (!bank) return
  const due = countDue(course, bank)
  for (const mark of document.querySelectorAll(".due-mark")) {
    // A number for the eye, a sentence for the ear.
    mark.textContent = due ? String(due) : ""
    mark.ariaLabel = due ? words.due.replace("{due}", mark.textContent) : null
  }
  for (const link of links) {
    const mark = link.nextElementSibling
    if (!(link instanceof HTMLElement && mark)) continue
    const [state, text] = stateOf(course, questionsOf(bank, link))
    if (!state) return
    mark.className = `progress-mark progress-mark--${state}`
    mark.textContent = text
    // The link's own text stays what it is, and its description is the mark.
    mark.id ||= `course-mark-${count += 1}`
    link.setAttribute("aria-describedby", mark.id)
  }
}

/**
 * All questions; none where nothing was answered yet.
 * @param {string} course
 * @returns {Promise<Bank|undefined>} nothing where the browser gives nothing out
 */
export async function bankOf(course) {
  try {
    localStorage.getItem(course) // Some refuse no more than this.
    const isAnswered = Object.getOwnPropertyNames(localStorage).some(key => [...SLOTS, "card"].some(slot => key.startsWith(`${course}/v1/${slot}/`)))
    return isAnswered ? await import("./versions.js") : {versions: {}, asked: {}}
  } catch {
    return undefined
  }
}

/**
 * The questions that a link stands for: those that the lesson asks, or those of the quiz.
 * @param {Bank} bank
 * @param {HTMLElement} link
 * @returns {Versions}
 */
export const questionsOf = ({versions, asked}, {dataset: {quiz = "", whole}}) => whole === undefined && asked[quiz] || versions[quiz] || {}

/**
 * How many questions the review would ask today.
 * @param {string} course
 * @param {Bank} bank
 */
export function countDue(course, {versions}) {
  const day = today()
  return Object.values(versions).flatMap(own => Object.entries(own)).filter(([question, version]) => entry(`${course}/v1/card/${question}`, version)?.due <= day).length
}

let count = 0

/**
 * @param {string} course
 * @param {Record<string, string>} versions
 * @returns {[state: "none"|"half"|"done"|"known"|"", text: string]} no state where the browser gives nothing out
 */
function stateOf(course, versions) {
  try {
    const questions = Object.entries(versions)
    const answered = answersOf(course, versions)
    if (!answered.length) return ["none", ""]
    if (answered.length < questions.length) return ["half", words.half.replace("{answered}", String(answered.length)).replace("{total}", String(questions.length))]
    const scheduled = questions.filter(([, version]) => !UNSCHEDULED.test(version))
    const known = scheduled.every(([question, version]) => entry(`${course}/v1/card/${question}`, version)?.days >= DAYS_UNTIL_KNOWN)
    return scheduled.length && known ? ["known", words.known] : ["done", words.done]
  } catch {
    return ["", ""]
  }
}

/**
 * What the reader answered of the questions with these versions: one entry for each question that was.
 * @param {string} course
 * @param {Record<string, string>} versions
 * @returns {{day: string}[]}
 */
export function answersOf(course, versions) {
  return Object.entries(versions).flatMap(([asked, version]) => {
    const [question, only] = asked.split("~")
    for (const slot of only ? [only] : SLOTS) {
      const answer = entry(`${course}/v1/${slot}/${question}`, version)
      if (answer && answer.verdict !== "empty" && Array.isArray(answer.response)) return answer
    }
    return []
  })
}

/**
 * What is kept, if it is of this version; storage that is refused is for the caller.
 * @param {string} key
 * @param {string} version
 */
function entry(key, version) {
  const text = localStorage.getItem(key)
  try {
    const value = JSON.parse(text ?? "null")
    return value?.version === version ? value : null
  } catch {
    return null
  }
}

const course = document.querySelector("[data-course]")?.getAttribute("data-course")
let isWaiting = false

/** Once for all that happens at the same time: a page that opens restores many answers. */
export function update() {
  if (isWaiting || !course) return
  isWaiting = true
  setTimeout(() => {
    isWaiting = false
    markLinks(course)
  })
}

if (course) {
  markLinks(course)
  document.addEventListener("quiz-answer", update)
  // Another tab, and a page that the browser kept while others were read.
  for (const event of ["storage", "pageshow"]) addEventListener(event, update)
}
