/**
 * What this browser keeps in each slot of the store, and which form it must have: one rule for an entry, wherever it is
 * read, kept, loaded or counted.
 *
 * @typedef {object} Entries what is kept in each slot; a question is named by its address, `quiz/question`
 * @property {Answer} answer
 * @property {Answer} guess before reading
 * @property {Answer} before an opinion, before the course
 * @property {Answer} after the same, after it
 * @property {Card} card
 * @property {Try[]} log by the day
 * @property {Prediction} prediction by the quiz
 * @property {string} preference as whether to be asked how sure one is; the one kind that is no JSON
 * @property {Reading} reading by the reference
 * @property {Place} place only that of the `lesson`
 * @property {Sitting} sitting by its name
 * @property {Pending[]} pending checks that could not be put into the schedule yet, as where the device was offline
 * @typedef {keyof Entries} Slot
 *
 * @typedef {object} Answer
 * @property {string} version the question's, as in each entry that has one
 * @property {string[]} response
 * @property {string} verdict
 * @property {number} attempts
 * @property {string} day the reader's calendar day of the last check
 * @property {number} [certainty] the band 1 to 3 or 0; before readers were asked, there was none
 * @property {string} [corrected] the day of the question's last correction that the reader knows, as in a card
 *
 * @typedef {object} Card
 * @property {string} version
 * @property {number} s stability
 * @property {number} d difficulty
 * @property {string} last the day of the last answer that counted
 * @property {string} due
 * @property {number} days how many separate days it was answered right on
 * @property {number} lapses how often it was missed
 * @property {boolean} sure the last answer was a miss of one who was above 80% sure
 * @property {string} [corrected]
 *
 * @typedef {[question: string, certainty: number, right: 0|1, attempt: number]} Try `attempt` counts the tries of a
 *   question on one day from 1: what comes after the first is helped by having seen the answer
 * @typedef {{day: string, predicted: number, of: number}} Prediction how many a reader expects to get right next time
 * @typedef {import("./store.js").Reading} Reading
 * @typedef {{lesson: string, section: string, day: string}} Place where the reader worked last: the path of the page
 *   without an ending, and the id of the heading above the question, or nothing
 * @typedef {{version: string, verdict: string}} Given
 * @typedef {{day: string, right: number, total: number}} Result
 * @typedef {{day: string, verdicts: Record<string, Given>, last: Result|null}} Sitting the first check of each question
 *   since `day`, and how the sitting before went
 * @typedef {{version: string, verdict: string, certainty: number, day: string, peeked: boolean,
 *   corrected?: string}} Pending
 */
import {
  fits, isDay, isLike, isLine, isObject, isOneOf, isReading, isText, keepEntry, keyOf, keysFrom, parseAs, readEntry,
} from "./store.js"

export const MOST_TRIES_A_DAY = 500
/** What a check can find where there is something right. */
export const GRADED = ["right", "partly", "wrong"]
const DAYS_UNTIL_KNOWN = 3

/** @typedef {import("./store.js").Check} Check */
/** @type {Check} */
const isCount = value => Number.isSafeInteger(value) && value >= 0
/** @type {Check} */
const isBand = value => isCount(value) && value <= 3
/** @type {Check} */
const isFlag = value => typeof value === "boolean"
/** @type {(least: number, most: number) => Check} */
const isWithin = (least, most) => value => typeof value === "number" && value >= least && value <= most
/** @type {(is: Check) => Check} */
const isListOf = is => value => Array.isArray(value) && value.every(is)
export const isAddress = isLike(/^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
const isGiven = fits({version: isText, verdict: isText})
const isResult = fits({day: isDay, right: isCount, total: isCount})
/** @type {Check} */
const isTry = value => Array.isArray(value) && value.length === 4
  && isAddress(value[0]) && isBand(value[1]) && (value[2] === 0 || value[2] === 1) && isCount(value[3])

const answer = fits({
  version: isText, response: isListOf(isText), verdict: isOneOf(...GRADED, "self", "noted", "empty"), attempts: isCount,
  day: isDay, certainty: value => value === undefined || isBand(value),
})
/** What an entry must be. @type {Record<Slot, Check>} */
export const FORMS = {
  answer, guess: answer, before: answer, after: answer,
  card: fits({
    version: isText, s: isWithin(Number.MIN_VALUE, Number.MAX_VALUE), d: isWithin(1, 10), last: isDay, due: isDay,
    days: isCount, lapses: isCount, sure: isFlag,
  }),
  log: value => isListOf(isTry)(value) && value.length <= MOST_TRIES_A_DAY,
  prediction: fits({day: isDay, predicted: isCount, of: isCount}),
  preference: isLine,
  reading: isReading,
  place: fits({lesson: isLine, section: isLine, day: isDay}),
  sitting: fits({
    day: isDay,
    verdicts: value => isObject(value) && Object.keys(value).every(isAddress) && Object.values(value).every(isGiven),
    last: value => value === null || isResult(value),
  }),
  pending: isListOf(fits({
    version: isText, verdict: isOneOf(...GRADED), certainty: isBand, day: isDay, peeked: isFlag,
  })),
}

/** @param {string} course @param {Slot} slot */
export function idsOf(course, slot) {
  const start = keyOf(course, slot)
  return keysFrom(start).map(key => key.slice(start.length))
}

/**
 * @template {Slot} S
 * @param {string} course
 * @param {S} slot
 * @param {string} id
 * @returns {Entries[S]|null} null where there is none that is sound
 */
export const read = (course, slot, id) => readEntry(keyOf(course, slot, id), text => parse(slot, text))

/**
 * Whether an answer to one version of a question holds in another.
 *
 * What stands after a `/` are hashes of parts in their places, as quiz/saved.py writes them. A part that was reworded
 * is found at no place; one that is found at another was corrected.
 * @param {string} saved
 * @param {string} version
 */
export function isSameQuestion(saved, version) {
  const [head, parts = ""] = saved.split("/"), [now, places = ""] = version.split("/"), at = places.split(".")
  return head === now && parts.split(".").every((slot, place) =>
    slot.split("+").every(part => at[place]?.includes(part) || !places.includes(part)))
}

/**
 * An answer or a card, if it is of the question as it is now.
 * @template {"answer"|"guess"|"before"|"after"|"card"} S
 * @param {string} course
 * @param {S} slot
 * @param {string} question
 * @param {string} version
 */
export function readPresent(course, slot, question, version) {
  const entry = read(course, slot, question)
  return entry && isSameQuestion(entry.version, version) ? entry : null
}

/**
 * @template {Slot} S
 * @param {string} course
 * @param {S} slot
 * @param {string} id
 * @param {Entries[S]|null} entry null takes away what is there
 * @returns {boolean} false where the browser keeps nothing: storage refused or full
 */
export const keep = (course, slot, id, entry) =>
  keepEntry(course, keyOf(course, slot, id), entry, text => parse(slot, text))

/**
 * What was written, if it is sound.
 * @template {Slot} S
 * @param {S} slot
 * @param {string|null} text
 * @returns {Entries[S]|null}
 */
export const parse = (slot, text) =>
  slot === "preference" ? /** @type {any} */ (FORMS[slot](text) ? text : null) : parseAs(text, FORMS[slot])

/** Whether a question counts as known: right on three separate days. @param {Pick<Card, "days">|null} card */
export const isKnown = card => (card?.days ?? 0) >= DAYS_UNTIL_KNOWN
