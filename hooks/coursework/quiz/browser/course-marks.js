/**
 * How far the reader is, beside the links to lessons and quizzes: in a word, and in a class that gives it a shape. On
 * every page, so it asks for no more than three small files, and for the versions of all questions only where something
 * was answered. A link that is marked carries `data-quiz`; `data-course` stands somewhere on the page.
 */
import {DAYS_UNTIL_KNOWN} from "./known.js"
import {words} from "./mark-words.js"

// An opinion may have been given before the course or after it.
const SLOTS = ["answer", "before", "after"]
// Never asked again, so never known.
const UNSCHEDULED = /^(?:open-response|opinion) /

/**
 * Put a mark beside each link, or the present one in its place.
 * @param {string} course
 */
async function markLinks(course) {
  // The progress page says more of each quiz itself, and what the review will hide needs no marks.
  const links = [...document.querySelectorAll(":is(a, li)[data-quiz]:not(quiz-progress *, quiz-review:not([data-ready]) *, [hidden] *)")]
  if (!links.length) return
  const versions = await versionsOf(course)
  if (!versions) return
  for (const link of links) {
    if (!(link instanceof HTMLElement)) continue
    const [state, text] = stateOf(course, versions[link.dataset.quiz ?? ""] ?? {})
    if (!state) return
    const mark = markOf(link)
    mark.className = `progress-mark progress-mark--${state}`
    mark.textContent = text
  }
}

/**
 * The versions of all questions, by their quiz and their address; empty where nothing was answered yet.
 * @param {string} course
 * @returns {Promise<Record<string, Record<string, string>>|undefined>} nothing where the browser gives nothing out
 */
export async function versionsOf(course) {
  try {
    localStorage.getItem(course) // Some refuse no more than this.
    const isAnswered = Object.getOwnPropertyNames(localStorage).some(key => SLOTS.some(slot => key.startsWith(`${course}/v1/${slot}/`)))
    return isAnswered ? (await import("./versions.js")).versions : {}
  } catch {
    return undefined
  }
}

let count = 0

/**
 * The mark of a link, in the place after it, and that of a line of a list, at its end. The link's own text stays what it
 * is, and its description is the mark.
 * @param {HTMLElement} link
 */
function markOf(link) {
  const last = link instanceof HTMLAnchorElement ? link.nextElementSibling : link.lastElementChild
  const mark = last?.matches(".progress-mark") ? last : document.createElement("span")
  if (mark !== last) link.append(" ", mark)
  mark.id ||= `course-mark-${count += 1}`
  link.setAttribute("aria-describedby", mark.id)
  return mark
}

/**
 * @param {string} course
 * @param {Record<string, string>} versions
 * @returns {[state: "none"|"half"|"done"|"known"|"", text: string]} no state where the browser gives nothing out
 */
function stateOf(course, versions) {
  try {
    const questions = Object.entries(versions)
    const answered = answersOf(course, versions)
    if (!answered.length) return ["none", words.none]
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
  return Object.entries(versions).flatMap(([question, version]) => {
    for (const slot of SLOTS) {
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
