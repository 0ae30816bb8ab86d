/**
 * The record of a sitting, a quiz that opens blank whatever was answered before. It holds the first check of each
 * question since it was begun, and how the sitting before went. It never fills in an answer.
 *
 * @typedef {import("./entries.js").Result} Result
 * @typedef {import("./entries.js").Sitting} Sitting
 */
import {isSameQuestion, read} from "./entries.js"
import {today} from "./store.js"

/**
 * @param {string} course
 * @param {string} name
 * @returns {Sitting} an empty one where there is none
 */
export const readSitting = (course, name) => read(course, "sitting", name) ?? begun()

/** A sitting of today. @param {Result|null} [last] @returns {Sitting} */
export const begun = (last = null) => ({day: today(), verdicts: {}, last})

/**
 * How far a sitting is, over the questions that the page asks now; an answer to another version is none.
 * @param {Sitting} sitting
 * @param {HTMLElement[]} questions
 */
export function standOf(sitting, questions) {
  const given = questions.map(({dataset}) => verdictIn(sitting, dataset.question, dataset.version))
  const right = given.filter(verdict => verdict === "right").length
  return {answered: given.filter(Boolean).length, right, total: given.length, first: given.indexOf("")}
}

/**
 * @param {Sitting} sitting
 * @param {string} [question]
 * @param {string} [version]
 * @returns {string} nothing where the question was not answered, or as another
 */
export function verdictIn(sitting, question = "", version = "") {
  const given = sitting.verdicts[question]
  return given && isSameQuestion(given.version, version) ? given.verdict : ""
}
