/**
 * What became of each question, for the picture on the progress page.
 *
 * @typedef {import("./progress-picture.js").State} State
 * @typedef {import("./record.js").CourseRecord} CourseRecord
 */
import {isKnown, isSameQuestion} from "./entries.js"

// An opinion may have been given before the course or after it.
const SLOTS = /** @type {const} */ (["answers", "after", "before"])

/** Whether it is of a question as it is now. @param {{version: string}|undefined} entry @param {string} version */
export const isPresent = (entry, version) => entry !== undefined && isSameQuestion(entry.version, version)

/**
 * What was given in its lesson to a question as it is now: a sitting leaves none there.
 * @param {CourseRecord} record @param {string} question @param {string} version
 */
export const answerTo = (record, question, version) => SLOTS.map(slot => record[slot][question])
  .find(given => isPresent(given, version) && given.verdict !== "empty")

/**
 * The states of all questions. What only a sitting or the review asked, its card says; but nothing is said of what a
 * sitting asked that is not ended, since that tells at its end.
 * @param {CourseRecord} record
 * @param {Record<string, string>} versions the present ones, by the addresses of the questions
 * @param {import("./entries.js").Sitting[]} open the sittings that were begun and not ended
 * @returns {Record<string, State>}
 */
export function statesOf(record, versions, open) {
  /** @param {string} question @param {string} version @returns {State} */
  const stateOf = (question, version) => {
    const answer = answerTo(record, question, version), verdict = answer?.verdict, card = record.cards[question]
    const isScheduled = isPresent(card, version)
    if (open.some(({verdicts}) => isPresent(verdicts[question], version))) return "self"
    if (!answer && !(isScheduled && !SLOTS.some(slot => record[slot][question]))) return "new"
    if (isScheduled && isKnown(card)) return "known"
    if (verdict === "self" || verdict === "noted") return "self"
    return (answer ? verdict === "right" : card.days) ? "learning" : "missed"
  }
  return Object.fromEntries(Object.entries(versions)
    .map(([question, version]) => [question, stateOf(question, version)]))
}
