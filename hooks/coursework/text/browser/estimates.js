/**
 * What a reader guessed of a row of a figure before seeing it, in the slot `figure/FIGURE/ROW`: once for each row,
 * since who has seen it cannot guess again. Only where the number
 * of the row was corrected it may be guessed anew.
 *
 * @typedef {object} Estimate
 * @property {string} day
 * @property {number} guess
 * @property {number} estimate what was found, when it was guessed
 * @property {[number, number]} [range] what was to hold it, with how often in ten
 * @property {number} [sure]
 */
import {fits, isDay, keepEntry, keyOf, keysFrom, parseAs, readEntry} from "./store.js"

const SLOT = "figure"
// From so many on something can be said of a reader's ranges.
const ENOUGH = 10
// How many variances off, squared, is no longer luck: once in ten times it is.
const OFF = 2.69

/** @type {import("./store.js").Check} */
const isNumber = Number.isFinite
/** @type {(is: import("./store.js").Check) => import("./store.js").Check} */
const maybe = is => value => value === undefined || is(value)
export const isEstimate = fits({
  day: isDay, guess: isNumber, estimate: isNumber,
  range: maybe(value => Array.isArray(value) && value.length === 2 && value.every(isNumber)),
  sure: maybe(value => isNumber(value) && value > 0 && value < 10),
})
/** @param {string|null} text @returns {Estimate|null} */
const parse = text => parseAs(text, isEstimate)

/**
 * The guess at a row, if it was at this number.
 * @param {string} course @param {string} row @param {number} estimate
 */
export function readEstimate(course, row, estimate) {
  const entry = readEntry(keyOf(course, SLOT, row), parse)
  return entry?.estimate === estimate ? entry : null
}

/**
 * @param {string} course @param {string} row @param {Estimate} entry
 * @returns {boolean} false where the browser keeps nothing
 */
export const keepEstimate = (course, row, entry) => keepEntry(course, keyOf(course, SLOT, row), entry, parse)

/** Whether what was found lies in the range. @param {Estimate} entry */
export const isHeld = ({range: [lo, hi] = [1, 0], estimate}) => lo <= estimate && estimate <= hi

/** All guesses with a range. @param {string} course @returns {Required<Estimate>[]} */
export const ranges = course => keysFrom(keyOf(course, SLOT)).map(key => /** @type {any} */ (readEntry(key, parse)))
  .filter(entry => entry?.sure)

/**
 * How well a reader knows how sure to be: how many of the ranges hold, how often in ten they should, and what that
 * says, once there are enough.
 * @param {Required<Estimate>[]} entries
 * @returns {{held: number, count: number, sure: number, verdict: "early"|"narrow"|"fair"|"wide"}}
 */
export function judged(entries) {
  const count = entries.length, held = entries.filter(isHeld).length
  let off = held, variance = 0
  for (const {sure} of entries) {
    off -= sure / 10
    variance += sure * (10 - sure) / 100
  }
  const verdict = count < ENOUGH ? "early" : off ** 2 < OFF * variance ? "fair" : off < 0 ? "narrow" : "wide"
  return {held, count, sure: Math.round(10 * (held - off) / count), verdict}
}
