/**
 * Readers' answers, kept in this browser only. One entry a question and slot, so that two open pages never overwrite
 * each other's, and a damaged entry costs one answer.
 *
 * The key is `COURSE/v1/SLOT/QUIZ/QUESTION`: all sites of one owner on GitHub Pages share one storage. Slots are
 * `answer`, `guess` (before reading), `before` and `after` (an opinion). An entry is {version, response, verdict,
 * attempts, day, certainty}; `version` is the question's, `day` the reader's calendar day of the last check,
 * `certainty` the band 1 to 3 or 0. These forms are decided for ever: change them only by a v2 that reads v1.
 *
 * A check that could not be put into the schedule, as where the device was offline, waits in `COURSE/v1/pending/QUIZ/
 * QUESTION`, a list of {version, verdict, certainty, day, peeked}, until cards.js takes it.
 *
 * @typedef {"answer"|"guess"|"before"|"after"} Slot
 * @typedef {{version: string, verdict: string, certainty: number, day: string, peeked: boolean}} Pending
 * @typedef {{version: string, response: string[], verdict: string, attempts: number, day: string, certainty?: number}} Answer
 */

/**
 * @param {string} course
 * @param {Slot} slot
 * @param {string} question its address, `quiz/question`
 */
export const answerKey = (course, slot, question) => `${course}/v1/${slot}/${question}`

/**
 * @param {string} course
 * @param {string} question its address, `quiz/question`
 * @param {string} version the question's present version
 * @param {Slot} [slot]
 * @returns {Answer|null} null where there is none, where it belongs to another version, or where it cannot be read
 */
export function readAnswer(course, question, version, slot = "answer") {
  const answer = parseAnswer(stored(answerKey(course, slot, question)))
  return answer && answer.version === version ? answer : null
}

/**
 * @param {string} course
 * @param {string} question
 * @param {Answer} answer
 * @param {Slot} [slot]
 * @returns {boolean} false where the browser keeps nothing: storage refused or full
 */
export function saveAnswer(course, question, answer, slot = "answer") {
  const key = answerKey(course, slot, question)
  try {
    const before = stored(key)
    // What cannot be read may still be worth something to its reader: set aside, never overwritten.
    if (before !== null && !parseAnswer(before)) localStorage.setItem(`${course}/aside/${key}/${Date.now()}`, before)
    localStorage.setItem(key, JSON.stringify(answer))
    return true
  } catch {
    return false
  }
}

/**
 * Have a check wait for the schedule.
 * @param {string} course
 * @param {string} question
 * @param {Pending} check
 */
export function keepPending(course, question, check) {
  const key = `${course}/v1/pending/${question}`
  try {
    const before = stored(key), checks = parsePending(before)
    if (before !== null && !checks) localStorage.setItem(`${course}/aside/${key}/${Date.now()}`, before)
    localStorage.setItem(key, JSON.stringify([...checks ?? [], check]))
  } catch {
    // The page says so when it keeps the answer itself.
  }
}

/** Whether a check waits. @param {string} course */
export function hasPending(course) {
  try {
    return Object.getOwnPropertyNames(localStorage).some(key => key.startsWith(`${course}/v1/pending/`))
  } catch {
    return false
  }
}

/**
 * The checks that wait, or null where they cannot be read.
 * @param {string|null} text
 * @returns {Pending[]|null}
 */
export function parsePending(text) {
  try {
    const checks = JSON.parse(text ?? "null")
    return Array.isArray(checks) && checks.every(isPending) ? checks : null
  } catch {
    return null
  }
}

/** @param {any} check */
const isPending = check => typeof check?.version === "string" && ["right", "partly", "wrong"].includes(check.verdict)
  && [0, 1, 2, 3].includes(check.certainty) && /^\d{4}-\d\d-\d\d$/.test(check.day) && typeof check.peeked === "boolean"

/**
 * A preference of the reader's, as whether to be asked how sure they are.
 * @param {string} course
 * @param {string} name
 */
export function readPreference(course, name) {
  return stored(`${course}/v1/preference/${name}`)
}

/**
 * @param {string} course
 * @param {string} name
 * @param {string} value
 */
export function savePreference(course, name, value) {
  try {
    localStorage.setItem(`${course}/v1/preference/${name}`, value)
  } catch {
    // A preference that is not kept is asked again; nothing is lost.
  }
}

/** @param {string} key */
function stored(key) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/**
 * An entry as it was kept, or null where it is none.
 * @param {string|null} text
 * @returns {Answer|null}
 */
export function parseAnswer(text) {
  try {
    const answer = JSON.parse(text ?? "null")
    const sound = answer && typeof answer.version === "string" && Array.isArray(answer.response)
      && answer.response.every((/** @type {unknown} */ part) => typeof part === "string")
    return sound ? answer : null
  } catch {
    return null
  }
}
