/**
 * Where in the lessons the reader worked last, for the link that leads on from there. Only what is answered in a lesson
 * counts: a review goes through all of them.
 */
import {keep} from "./entries.js"
import {today} from "./store.js"

/**
 * Note that the reader worked on a question, if it stands in a lesson.
 * @param {string} course
 * @param {HTMLElement} question
 */
export function keepPlace(course, question) {
  const page = /** @type {HTMLElement|null} */ (question.closest(".page[data-lesson]"))
  if (!page) return
  const above = [...page.querySelectorAll("h2[id], h3[id]")]
    .filter(heading => heading.compareDocumentPosition(question) & Node.DOCUMENT_POSITION_FOLLOWING)
  const {lesson = ""} = page.dataset
  // Where it is not kept, the page says so when it keeps the answer itself.
  keep(course, "place", "lesson", {lesson, section: above.at(-1)?.id ?? "", day: today()})
}
