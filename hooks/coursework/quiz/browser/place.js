/**
 * Where in the lessons the reader worked last, for the link that leads on from there: `COURSE/v1/place/lesson` =
 * {lesson, section, day}. `lesson` is the path of its page without an ending, `section` the id of the heading above the
 * question, or nothing. Only what is answered in a lesson counts: a review goes through all of them.
 *
 * @typedef {{lesson: string, section: string, day: string}} Place
 */
import {today} from "./every-page.js"

/** @param {string} course */
const placeKey = course => `${course}/v1/place/lesson`

/**
 * Note that the reader worked on a question, if it stands in a lesson.
 * @param {string} course
 * @param {HTMLElement} question
 */
export function keepPlace(course, question) {
  const page = /** @type {HTMLElement|null} */ (question.closest(".page[data-lesson]"))
  if (!page) return
  const above = [...page.querySelectorAll("h2[id]")]
    .filter(heading => heading.compareDocumentPosition(question) & Node.DOCUMENT_POSITION_FOLLOWING)
  const place = {lesson: page.dataset.lesson, section: above.at(-1)?.id ?? "", day: today()}
  try {
    localStorage.setItem(placeKey(course), JSON.stringify(place))
  } catch {
    // The page says so when it keeps the answer itself.
  }
}

/**
 * @param {string} course
 * @returns {Place|null} nothing where there is none, or none that can be read
 */
export function readPlace(course) {
  try {
    const place = JSON.parse(localStorage.getItem(placeKey(course)) ?? "null")
    return typeof place?.lesson === "string" && typeof place.section === "string" ? place : null
  } catch {
    return null
  }
}
