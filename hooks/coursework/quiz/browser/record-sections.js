/**
 * The reader's record of a course: a section for each slot of the store, and which of two entries stays where a file
 * brings another.
 *
 * @typedef {import("./entries.js").Entries} Entries
 * @typedef {import("./entries.js").Slot} Slot
 * @typedef {import("./entries.js").Sitting} Sitting
 * @typedef {object} Kept
 * @property {Record<string, Entries["answer"]>} answers
 * @property {Record<string, Entries["guess"]>} guesses
 * @property {Record<string, Entries["before"]>} before
 * @property {Record<string, Entries["after"]>} after
 * @property {Record<string, Entries["card"]>} cards
 * @property {Record<string, Entries["log"]>} log
 * @property {Record<string, Entries["prediction"]>} predictions
 * @property {Record<string, Entries["preference"]>} preferences
 * @property {Record<string, Entries["reading"]>} readings
 * @property {Record<string, Entries["place"]>} places
 * @property {Record<string, Entries["sitting"]>} sittings
 * @property {Record<string, Entries["pending"]>} pending
 * @property {Record<string, import("./estimates.js").Estimate>} figures
 * @property {Record<string, import("./notes.js").Note>} notes
 *
 * @typedef {object} Section
 * @property {Slot|"figure"|"note"} slot
 * @property {keyof Kept} section its name, in files and in what is read
 * @property {import("./store.js").Check} isId what names an entry of it
 * @property {(own: any, other: any) => any} merged the very `own` where the other brings nothing
 */
import {FORMS, MOST_TRIES_A_DAY, isAddress, parse} from "./entries.js"
import {isEstimate} from "./estimates.js"
import {bothNotes, isNote} from "./notes.js"
import {isDay, isLike, parseAs} from "./store.js"

const isName = isLike(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
const isRow = isLike(/^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[^/\s]+$/)
const isReference = isLike(/^(?!__proto__$)\w([\w:.-]*\w)?$/)

/** @param {(own: any, other: any) => boolean} isLater whether the other is to be taken */
const later = isLater => (/** @type {any} */ own, /** @type {any} */ other) => isLater(own, other) ? other : own
/** @typedef {{day: string, attempts: number}} Attempted */
const laterAnswer = later((/** @type {Attempted} */ own, /** @type {Attempted} */ other) =>
  other.day > own.day || (other.day === own.day && other.attempts > own.attempts))
const ofLaterDay = later((own, other) => other.day > own.day)

/**
 * What a reader was told of corrections on either side they know.
 * @param {Section["merged"]} merged @returns {Section["merged"]}
 */
const informed = merged => (own, other) => {
  const entry = merged(own, other), corrected = [own.corrected, other.corrected].filter(isDay).sort().pop()
  return entry.corrected === corrected ? entry : {...entry, corrected}
}

/** @type {Section[]} */
export const SECTIONS = [
  {slot: "answer", section: "answers", isId: isAddress, merged: informed(laterAnswer)},
  {slot: "guess", section: "guesses", isId: isAddress, merged: laterAnswer},
  {slot: "before", section: "before", isId: isAddress, merged: informed(laterAnswer)},
  {slot: "after", section: "after", isId: isAddress, merged: informed(laterAnswer)},
  {slot: "card", section: "cards", isId: isAddress, merged: informed(later((own, other) => other.last > own.last))},
  {slot: "log", section: "log", isId: isDay, merged: union},
  {slot: "prediction", section: "predictions", isId: isName, merged: ofLaterDay},
  // A preference has no day: what is chosen here stays, but for the day of what is known of a claim.
  {slot: "preference", section: "preferences", isId: isName, merged: later((own, other) => isDay(own) && other > own)},
  {slot: "reading", section: "readings", isId: isReference, merged: ofLaterDay},
  {slot: "place", section: "places", isId: id => id === "lesson", merged: ofLaterDay},
  {slot: "sitting", section: "sittings", isId: isName, merged: mergedSitting},
  {slot: "pending", section: "pending", isId: isAddress, merged: union},
  {slot: "figure", section: "figures", isId: isRow, merged: later((own, other) =>
    // Of two guesses at a row the earlier, which nothing helped; of one at a number that was corrected the later.
    own.estimate === other.estimate ? other.day < own.day : other.day > own.day)},
  {slot: "note", section: "notes", isId: isAddress, merged: bothNotes},
]
// The form of figures and of notes only some pages know.
const ALL_FORMS = {...FORMS, figure: isEstimate, note: isNote}

/** What an entry of a slot must be. @param {Section["slot"]} slot */
export const formOf = slot => ALL_FORMS[slot]

/**
 * What was written in a slot, if it is sound.
 * @param {Section["slot"]} slot
 * @param {string|null} text
 * @returns {any}
 */
export const parseIn = (slot, text) =>
  slot === "figure" || slot === "note" ? parseAs(text, formOf(slot)) : parse(slot, text)

/**
 * The tries of both, or what waits for the schedule: one that both have counts once, one that a day has twice stays
 * twice.
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
 * Of the checks of a question that wait in a file, those that this browser has not put into its schedule since: a file
 * may be loaded again. The log tells of each; of one beside the open answer, which is not logged, the card.
 * @param {string} question
 * @param {Entries["pending"]} checks
 * @param {Pick<Kept, "log"|"cards">} own
 */
export function notYetScheduled(question, checks, {log, cards}) {
  const tries = Object.fromEntries(checks.map(({day}) => [day, [...log[day] ?? []]]))
  return checks.filter(({day, verdict, certainty, peeked}) => {
    if (peeked) return !(cards[question]?.last >= day)
    const place = tries[day].findIndex(([tried, band, right]) =>
      tried === question && band === certainty && right === Number(verdict === "right"))
    if (place >= 0) tries[day].splice(place, 1)
    return place < 0
  })
}

/**
 * Of one sitting what was answered on both sides; of two the one begun later, if anything was answered in it.
 * @param {Sitting} own @param {Sitting} other
 */
function mergedSitting(own, other) {
  const [older, newer] = own.day < other.day ? [own, other] : [other, own]
  const begun = Object.keys(newer.verdicts).length ? newer : older
  const verdicts = own.day === other.day ? {...other.verdicts, ...own.verdicts} : begun.verdicts
  const last = (own.last?.day ?? "") >= (other.last?.day ?? "") ? own.last : other.last
  const hasMore = Object.keys(verdicts).length !== Object.keys(own.verdicts).length
  return begun.day !== own.day || last !== own.last || hasMore ? {day: begun.day, verdicts, last} : own
}

/**
 * Objects without a prototype: whatever a name is, it is only that.
 * @returns {Kept & Record<keyof Kept, Record<string, any>>}
 */
export const emptyKept = () =>
  /** @type {any} */ (Object.fromEntries(SECTIONS.map(({section}) => [section, Object.create(null)])))
