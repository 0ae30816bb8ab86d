/**
 * Readers' answers, kept in this browser only. One entry a question, so that two open pages never overwrite each
 * other's, and a damaged entry costs one answer.
 *
 * The key is `COURSE/v1/answer/QUIZ/QUESTION`: all sites of one owner on GitHub Pages share one storage. An entry is
 * {version, response, verdict, attempts, day}; `version` is the question's, `day` the reader's calendar day of the
 * last check. Both forms are decided for ever: change them only by adding a v2 that reads v1.
 *
 * @typedef {{version: string, response: string[], verdict: string, attempts: number, day: string}} Answer
 */

/** @param {string} course @param {string} question */
const keyOf = (course, question) => `${course}/v1/answer/${question}`

/**
 * @param {string} course
 * @param {string} question its address, `quiz/question`
 * @param {string} version the question's present version
 * @returns {Answer|null} null where there is none, where it belongs to another version, or where it cannot be read
 */
export function readAnswer(course, question, version) {
  const answer = parse(stored(keyOf(course, question)))
  return answer && answer.version === version ? answer : null
}

/**
 * @param {string} course
 * @param {string} question
 * @param {Answer} answer
 * @returns {boolean} false where the browser keeps nothing: storage refused or full
 */
export function saveAnswer(course, question, answer) {
  const key = keyOf(course, question)
  try {
    const before = stored(key)
    // What cannot be read may still be worth something to its reader: set aside, never overwritten.
    if (before !== null && !parse(before)) localStorage.setItem(`${course}/aside/${key}/${Date.now()}`, before)
    localStorage.setItem(key, JSON.stringify(answer))
    return true
  } catch {
    return false
  }
}

/** The reader's calendar day, as 2026-11-22. */
export function today() {
  const now = new Date()
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0")
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** @param {string} key */
function stored(key) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** @param {string|null} text @returns {Answer|null} */
function parse(text) {
  try {
    const answer = JSON.parse(text ?? "null")
    const sound = answer && typeof answer.version === "string" && Array.isArray(answer.response)
      && answer.response.every((/** @type {unknown} */ choice) => typeof choice === "string")
    return sound ? answer : null
  } catch {
    return null
  }
}
