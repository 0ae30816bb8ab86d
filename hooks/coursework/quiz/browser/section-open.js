/**
 * Where in a section of a lesson its reader goes on: once something of it is answered, at the first question there that
 * is not; else at its heading.
 */
import {readPresent} from "./entries.js"
import {idIn} from "./id-in.js"

/**
 * @param {string} course
 * @param {Document} page the lesson
 * @param {string} hash the end of an address, which names the heading of the section
 * @returns {string} the same, or one that names a question
 */
export function openIn(course, page, hash) {
  const parts = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("h2[id], h3[id], quiz-question")])
  const start = parts.findIndex(part => part.id === idIn(hash)) + 1
  const end = parts.findIndex((part, at) => at >= start && !part.dataset.question)
  const questions = parts.slice(start, end < 0 ? parts.length : end)
  const isAnswered = (/** @type {HTMLElement} */ {dataset: {slot = "answer", question = "", version = ""}}) => {
    const given = readPresent(course, /** @type {"answer"|"before"|"after"} */ (slot), question, version)
    return Boolean(given && given.verdict !== "empty")
  }
  const open = questions.find(question => !isAnswered(question))
  return start && open && questions.some(isAnswered) ? `#${open.id}` : hash
}
