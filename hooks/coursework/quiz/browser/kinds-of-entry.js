/**
 * The kinds of entry that this browser keeps of a course, and what each must look like to be one: those that
 * saved-answers.js, cards.js, place.js, sitting.js and prediction.js write, and `COURSE/v1/reading/REFERENCE` =
 * {mark, day}, what a reader has read or wants to read.
 *
 * @typedef {import("./saved-answers.js").Answer} Answer
 * @typedef {import("./cards.js").Card} Card
 * @typedef {import("./cards.js").Try} Try
 * @typedef {{day: string, predicted: number, of: number}} Prediction
 * @typedef {{mark: "read"|"wanted", day: string}} Reading
 * @typedef {object} Kept
 * @property {Record<string, Answer>} answers by the address of the question, `quiz/question`
 * @property {Record<string, Answer>} guesses
 * @property {Record<string, Answer>} before
 * @property {Record<string, Answer>} after
 * @property {Record<string, Card>} cards
 * @property {Record<string, Try[]>} log by the day
 * @property {Record<string, Prediction>} predictions by the quiz
 * @property {Record<string, string>} preferences
 * @property {Record<string, Reading>} readings by the reference
 * @property {Record<string, import("./place.js").Place>} places only that of the `lesson`
 * @property {Record<string, import("./sitting.js").Sitting>} sittings by their name
 * @property {Record<string, import("./saved-answers.js").Pending[]>} pending by the address of the question
 */
import {isDay} from "./days.js"

const MOST_TRIES_A_DAY = 500

/** @type {(value: unknown) => boolean} */
const isText = value => typeof value === "string"
/** @type {(value: any) => boolean} */
const isCount = value => Number.isSafeInteger(value) && value >= 0
/** @type {(value: any) => boolean} */
const isBand = value => isCount(value) && value <= 3

/** @typedef {Record<string, (value: any) => boolean>} Form what each field of an entry must be */
/** @type {Form} */
const ANSWER = {
  version: isText,
  response: value => Array.isArray(value) && value.every(isText),
  verdict: value => ["right", "partly", "wrong", "self", "noted", "empty"].includes(value),
  attempts: isCount,
  day: isDay,
  // Before readers were asked, there was none.
  certainty: value => value === undefined || isBand(value),
}
/** @type {Form} */
const CARD = {
  version: isText,
  s: value => Number.isFinite(value) && value > 0,
  d: value => Number.isFinite(value) && value >= 1 && value <= 10,
  last: isDay,
  due: isDay,
  days: isCount,
  lapses: isCount,
  sure: value => typeof value === "boolean",
}
/** @type {Form} */
const PREDICTION = {day: isDay, predicted: isCount, of: isCount}
/** @type {Form} */
const READING = {mark: value => value === "read" || value === "wanted", day: isDay}
/** @type {(value: any) => boolean} */
const isLine = value => isText(value) && value.length <= 200
/** @type {Form} */
const PLACE = {lesson: isLine, section: isLine, day: isDay}
/** @type {Form} */
const PENDING = {version: isText, verdict: value => ["right", "partly", "wrong"].includes(value), certainty: isBand, day: isDay, peeked: value => typeof value === "boolean"}
/** @type {Form} */
const RESULT = {day: isDay, right: isCount, total: isCount}
/** @type {Form} */
const SITTING = {
  day: isDay,
  verdicts: value => isObject(value) && Object.entries(value).every(([question, given]) => isAddress(question) && isObject(given) && isText(given.version) && isText(given.verdict)),
  last: value => value === null || fits(value, RESULT),
}

/** @type {(value: any) => boolean} */
const isTry = value => Array.isArray(value) && value.length === 4
  && isAddress(value[0]) && isBand(value[1]) && (value[2] === 0 || value[2] === 1) && isCount(value[3])

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const ADDRESS = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const REFERENCE = /^[A-Za-z0-9_](?:[A-Za-z0-9_:.-]*[A-Za-z0-9_])?$/
/** @param {RegExp} form @param {unknown} id */
const matches = (form, id) => typeof id === "string" && id.length <= 200 && form.test(id)
/** @type {(id: unknown) => boolean} */
const isName = id => matches(NAME, id)
/** @type {(id: unknown) => boolean} */
const isAddress = id => matches(ADDRESS, id)
/** @type {(id: unknown) => boolean} */
const isReference = id => id !== "__proto__" && matches(REFERENCE, id)

/**
 * A kind of entry: `slot` names it in keys, `section` in files and in what is read.
 * @typedef {object} Kind
 * @property {string} slot
 * @property {keyof Kept} section
 * @property {(id: string) => boolean} isId
 * @property {(value: any) => boolean} isSound
 * @property {Form} [form] the fields it may have, where it has fields
 * @property {(own: any, other: any) => any} merged the very `own` where the other brings nothing
 */

/**
 * @param {string} slot @param {keyof Kept} section @param {(id: string) => boolean} isId @param {Form} form
 * @param {(own: any, other: any) => boolean} isLater whether the other is to be taken
 * @returns {Kind}
 */
function kind(slot, section, isId, form, isLater) {
  return {slot, section, isId, isSound: value => fits(value, form), form, merged: (own, other) => isLater(own, other) ? other : own}
}

/** @param {any} value @param {Form} form */
function fits(value, form) {
  return isObject(value) && Object.entries(form).every(([name, isRight]) => isRight(value[name]))
}

/** @param {Answer} own @param {Answer} other */
const isLaterAnswer = (own, other) => other.day > own.day || (other.day === own.day && other.attempts > own.attempts)
/** @param {{day: string}} own @param {{day: string}} other */
const isOfLaterDay = (own, other) => other.day > own.day

/** @type {Kind[]} */
export const KINDS = [
  kind("answer", "answers", isAddress, ANSWER, isLaterAnswer),
  kind("guess", "guesses", isAddress, ANSWER, isLaterAnswer),
  kind("before", "before", isAddress, ANSWER, isLaterAnswer),
  kind("after", "after", isAddress, ANSWER, isLaterAnswer),
  kind("card", "cards", isAddress, CARD, (own, other) => other.last > own.last),
  {slot: "log", section: "log", isId: isDay, isSound: value => Array.isArray(value) && value.length <= MOST_TRIES_A_DAY && value.every(isTry), merged: union},
  kind("prediction", "predictions", isName, PREDICTION, isOfLaterDay),
  // A preference has no day: what is chosen here stays.
  {slot: "preference", section: "preferences", isId: isName, isSound: value => isText(value) && value.length <= 200, merged: own => own},
  kind("reading", "readings", isReference, READING, isOfLaterDay),
  kind("place", "places", id => id === "lesson", PLACE, isOfLaterDay),
  {slot: "sitting", section: "sittings", isId: isName, isSound: value => fits(value, SITTING), form: SITTING, merged: mergedSitting},
  {slot: "pending", section: "pending", isId: isAddress, isSound: value => Array.isArray(value) && value.every(check => fits(check, PENDING)), merged: union},
]

/**
 * The tries of both, or what waits for the schedule: one that both have counts once, one that a day has twice stays twice.
 * @param {object[]} own @param {object[]} other
 */
function union(own, other) {
  const left = own.map(entry => JSON.stringify(entry))
  const added = other.filter(entry => {
    const place = left.indexOf(JSON.stringify(entry))
    if (place >= 0) left.splice(place, 1)
    return place < 0
  }).slice(0, MOST_TRIES_A_DAY - own.length)
  return added.length ? [...own, ...added] : own
}

/**
 * Of one sitting what was answered on both sides; of two the one begun later, if anything was answered in it.
 * @param {import("./sitting.js").Sitting} own @param {import("./sitting.js").Sitting} other
 */
function mergedSitting(own, other) {
  const [older, newer] = own.day < other.day ? [own, other] : [other, own]
  const begun = Object.keys(newer.verdicts).length ? newer : older
  const verdicts = own.day === other.day ? {...other.verdicts, ...own.verdicts} : begun.verdicts
  const last = (own.last?.day ?? "") >= (other.last?.day ?? "") ? own.last : other.last
  const merged = {day: begun.day, verdicts, last}
  const isSame = merged.day === own.day && last === own.last && Object.keys(verdicts).length === Object.keys(own.verdicts).length
  return isSame ? own : merged
}

/**
 * Objects without a prototype: whatever a name is, it is only that.
 * @returns {Kept & Record<keyof Kept, Record<string, any>>}
 */
export const emptyKept = () => /** @type {any} */ (Object.fromEntries(KINDS.map(({section}) => [section, Object.create(null)])))

/** @param {any} value */
export const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value)
