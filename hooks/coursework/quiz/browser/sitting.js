/**
 * The record of a sitting, a quiz that opens blank whatever was answered before: `COURSE/v1/sitting/NAME` = {day,
 * verdicts, last}. `verdicts` holds the first check of each question since `day`; `last` is how the sitting before went,
 * as {day, right, total}, or null. It never fills in an answer.
 *
 * @typedef {{version: string, verdict: string}} Given
 * @typedef {{day: string, right: number, total: number}} Result
 * @typedef {{day: string, verdicts: Record<string, Given>, last: Result|null}} Sitting
 */
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
    const sitting = JSON.parse(localStorage.getItem(sittingKey(course, name)) ?? "null")
    if (typeof sitting?.verdicts === "object" && sitting.verdicts) return {...begun(), ...sitting}
  } catch {
    // Then there is none.
  }
  return begun()
}

/**
 * @param {string} course
 * @param {string} name
 * @param {Sitting} sitting
 * @returns {boolean} false where the browser keeps nothing
 */
export function saveSitting(course, name, sitting) {
  try {
    localStorage.setItem(sittingKey(course, name), JSON.stringify(sitting))
    return true
  } catch {
    return false
  }
}

/** A sitting of today. @param {Result|null} [last] @returns {Sitting} */
export const begun = (last = null) => ({day: today(), verdicts: {}, last})

/**
 * How far a sitting is, over the questions that the page asks now.
 * @param {Sitting} sitting
 * @param {Record<string, string>} versions of those questions by their address
 */
export function standOf(sitting, versions) {
  const given = Object.entries(versions).map(([question, version]) => sitting.verdicts[question]?.version === version ? sitting.verdicts[question].verdict : "")
  return {answered: given.filter(Boolean).length, right: given.filter(verdict => verdict === "right").length, total: given.length}
}
