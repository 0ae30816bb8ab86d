/** How many questions of a quiz a reader expects to get right next time; shown on the progress page beside what came. */
import {today} from "./every-page.js"

/**
 * @param {string} course
 * @param {string} quiz
 * @param {number} predicted
 * @param {number} of
 * @returns {boolean} false where the browser keeps nothing
 */
export function savePrediction(course, quiz, predicted, of) {
  try {
    localStorage.setItem(`${course}/v1/prediction/${quiz}`, JSON.stringify({day: today(), predicted, of}))
    return true
  } catch {
    return false
  }
}
