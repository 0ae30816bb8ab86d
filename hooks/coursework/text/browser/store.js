/**
 * What this browser keeps of a course: under which key, in which form, and what becomes of an entry that has another.
 *
 * The key is `COURSE/v1/SLOT/ID`: all sites of one owner on GitHub Pages share one storage. Each question has an entry
 * of its own in each slot, so that two open pages never overwrite each other's, and a damaged one costs one answer.
 * An entry that is not sound is as good as none; before its place is taken it is set aside as `COURSE/aside/KEY/TIME`,
 * since it may still be worth something to its reader. A browser that refuses gives nothing out and keeps nothing.
 * Keys and forms are decided for ever: change them only by a v2 that reads v1.
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
 *
 * @typedef {[question: string, certainty: number, right: 0|1, attempt: number]} Try `attempt` counts the tries of a
 *   question on one day from 1: what comes after the first is helped by having seen the answer
 * @typedef {{day: string, predicted: number, of: number}} Prediction how many a reader expects to get right next time
 * @typedef {{mark: "read"|"wanted", day: string}} Reading
 * @typedef {{lesson: string, section: string, day: string}} Place where the reader worked last: the path of the page
 *   without an ending, and the id of the heading above the question, or nothing
 * @typedef {{version: string, verdict: string}} Given
 * @typedef {{day: string, right: number, total: number}} Result
 * @typedef {{day: string, verdicts: Record<string, Given>, last: Result|null}} Sitting the first check of each question
 *   since `day`, and how the sitting before went
 * @typedef {{version: string, verdict: string, certainty: number, day: string, peeked: boolean}} Pending
 */
export const VERSION = 1
export const MOST_TRIES_A_DAY = 500
/** What a check can find where there is something right. */
export const GRADED = ["right", "partly", "wrong"]
const DAYS_UNTIL_KNOWN = 3

/** @typedef {(value: any) => boolean} Check */
/** @type {Check} */
const isText = value => typeof value === "string"
/** @type {Check} */
const isLine = value => isText(value) && value.length <= 200
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
/** @type {(...values: string[]) => Check} */
const isOneOf = (...values) => value => values.includes(value)
/** @type {(form: RegExp) => Check} */
export const isLike = form => value => isLine(value) && form.test(value)
export const isAddress = isLike(/^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
/** @param {any} value */
export const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value)

/** Thousands of entries are of a few days. @type {Set<unknown>} */
const days = new Set()

/**
 * Whether something is a day of the calendar, written as 2026-11-22.
 * @param {unknown} day
 * @returns {day is string}
 */
export function isDay(day) {
  if (days.has(day)) return true
  const isForm = typeof day === "string" && /^\d{4}-\d\d-\d\d$/.test(day)
  if (isForm && new Date(day).toJSON()?.startsWith(day)) days.add(day)
  return days.has(day)
}

/**
 * The reader's own calendar day, as 2026-11-22: what their clock says, written as if it were UTC.
 * @param {Date} [now]
 */
export const today = (now = new Date()) =>
  new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)

/**
 * What has these fields; it may have more, from another version of the site.
 * @type {(fields: Record<string, Check>) => Check}
 */
const fits = fields => value => isObject(value) && Object.entries(fields).every(([name, is]) => is(value[name]))
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
  reading: fits({mark: isOneOf("read", "wanted"), day: isDay}),
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

/** @param {string} course @param {Slot} slot @param {string} [id] none for what the keys of the slot begin with */
export const keyOf = (course, slot, id = "") => `${course}/v${VERSION}/${slot}/${id}`

/** Whether the browser gives anything out: some refuse only when they are asked for an entry. */
export function mayRead() {
  try {
    localStorage.getItem("")
    return true
  } catch {
    return false
  }
}

/** All keys with this beginning, also of what is not sound. @param {string} start */
export function keysFrom(start) {
  try {
    return Object.getOwnPropertyNames(localStorage).filter(key => key.startsWith(start))
  } catch {
    return []
  }
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
export function read(course, slot, id) {
  try {
    return parse(slot, localStorage.getItem(keyOf(course, slot, id)))
  } catch {
    return null
  }
}

/**
 * An answer or a card, if it is of the question's present version.
 * @template {"answer"|"guess"|"before"|"after"|"card"} S
 * @param {string} course
 * @param {S} slot
 * @param {string} question
 * @param {string} version
 */
export function readPresent(course, slot, question, version) {
  const entry = read(course, slot, question)
  return entry?.version === version ? entry : null
}

/**
 * @template {Slot} S
 * @param {string} course
 * @param {S} slot
 * @param {string} id
 * @param {Entries[S]|null} entry null takes away what is there
 * @returns {boolean} false where the browser keeps nothing: storage refused or full
 */
export function keep(course, slot, id, entry) {
  const key = keyOf(course, slot, id)
  try {
    const before = localStorage.getItem(key)
    if (before !== null && parse(slot, before) === null) localStorage.setItem(asideKey(course, key), before)
    if (entry === null) localStorage.removeItem(key)
    else localStorage.setItem(key, written(entry))
    return true
  } catch {
    return false
  }
}

/** Where what is not sound goes before its place is taken. @param {string} course @param {string} key */
export const asideKey = (course, key) => `${course}/aside/${key}/${Date.now()}`

/** @param {Entries[Slot]} entry */
export const written = entry => typeof entry === "string" ? entry : JSON.stringify(entry)

/**
 * What was written, if it is sound.
 * @template {Slot} S
 * @param {S} slot
 * @param {string|null} text
 * @returns {Entries[S]|null}
 */
export function parse(slot, text) {
  try {
    const entry = slot === "preference" ? text : JSON.parse(text ?? "null")
    return FORMS[slot](entry) ? entry : null
  } catch {
    return null
  }
}

/** Whether a question counts as known: right on three separate days. @param {Pick<Card, "days">|null} card */
export const isKnown = card => (card?.days ?? 0) >= DAYS_UNTIL_KNOWN
