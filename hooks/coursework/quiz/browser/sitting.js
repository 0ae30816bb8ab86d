/**
 * The record of a sitting, a quiz that opens blank whatever was answered before: `COURSE/v1/sitting/NAME` = {day,
 * verdicts, last}. `verdicts` holds the first check of each question since `day`; `last` is how the sitting before went,
 * as {day, right, total}, or null. It never fills in an answer.
 *
 * @typedef {{version: string, verdict: string}} Given
 * @typedef {{day: string, right: number, total: number}} Result
 * @typedef {{day: string, verdicts: Record<string, Given>, last: Result|null}} Sitting
 */
import {isDay} from "./days.js"
import {today} from "./every-page.js"

/** @param {string} course @param {string} name */
const sittingKey = (course, name) => `${course}/v1/sitting/${name}`

/**
 * @param {string} course
 * @param {string} name
 * @returns {Sitting} an empty one where there is none, or none that can be read
 */
export function readSitting(course, name) {
  try {
    return parsed(localStorage.getItem(sittingKey(course, name))) ?? begun()
  } catch {
    return begun()
  }
}

/**
 * @param {string} course
 * @param {string} name
 * @param {Sitting} sitting
 * @returns {boolean} false where the browser keeps nothing
 */
export function saveSitting(course, name, sitting) {
  const key = sittingKey(course, name)
  try {
    const before = localStorage.getItem(key)
    // What cannot be read may still be worth something to its reader: set aside, never overwritten.
    if (before !== null && !parsed(before)) localStorage.setItem(`${course}/aside/${key}/${Date.now()}`, before)
    localStorage.setItem(key, JSON.stringify(sitting))
    return true
  } catch {
    return false
  }
}

/** @param {string|null} text @returns {Sitting|null} */
function parsed(text) {
  try {
    const sitting = JSON.parse(text ?? "null")
    const {verdicts, last} = sitting ?? {}
    const sound = isDay(sitting?.day) && isGroup(verdicts) && Object.values(verdicts).every(isGiven)
      && (last === null || (isDay(last?.day) && Number.isInteger(last.right) && Number.isInteger(last.total)))
    return sound ? sitting : null
  } catch {
    return null
  }
}

/** @param {any} value */
const isGroup = value => typeof value === "object" && value !== null && !Array.isArray(value)
/** @param {any} given */
const isGiven = given => typeof given?.version === "string" && typeof given.verdict === "string"

/** A sitting of today. @param {Result|null} [last] @returns {Sitting} */
export const begun = (last = null) => ({day: today(), verdicts: {}, last})

/**
 * How far a sitting is, over the questions that the page asks now; an answer to another version is none.
 * @param {Sitting} sitting
 * @param {Record<string, string>} versions of those questions by their address
 */
export function standOf(sitting, versions) {
  const given = Object.entries(versions).map(([question, version]) => verdictIn(sitting, question, version))
  return {answered: given.filter(Boolean).length, right: given.filter(verdict => verdict === "right").length, total: given.length}
}

/**
 * @param {Sitting} sitting
 * @param {string} [question]
 * @param {string} [version]
 * @returns {string} nothing where the question was not answered, or as another
 */
export function verdictIn(sitting, question = "", version = "") {
  const given = sitting.verdicts[question]
  return given?.version === version ? given.verdict : ""
}
