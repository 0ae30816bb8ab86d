/**
 * Which corrections a reader knows: of a question by the day in its entries, of a claim by a preference of its own.
 */
import {keep, read} from "./entries.js"
import {keepEntry, keyOf, keyOfUnreadable} from "./store.js"

/** @typedef {import("./entries.js").Slot} Slot */

/**
 * Whether a reader with this entry knows of a correction of a day.
 * @param {{corrected?: string}} entry @param {string} [day]
 */
export const isInformed = ({corrected = ""}, day = "") => corrected >= day

/** @param {string} claim its id */
const nameOf = claim => `claim-${claim.toLowerCase()}`

/** @param {string} course @param {string} claim @param {string} day of the correction */
export const isKnownOfClaim = (course, claim, day) => (read(course, "preference", nameOf(claim)) ?? "") >= day

/** @param {string} course @param {string} claim @param {string} day */
export function knowOfClaim(course, claim, day) {
  if (!isKnownOfClaim(course, claim, day)) keep(course, "preference", nameOf(claim), day)
}

/**
 * Lay an entry beside the record, so that it is not lost where another takes its place.
 * @param {string} course @param {Slot} slot @param {string} id @param {object} entry
 */
export const putAside = (course, slot, id, entry) =>
  keepEntry(course, keyOfUnreadable(course, keyOf(course, slot, id)), entry, text => text)

/**
 * What a reader last did with a question, wherever that was.
 * @param {string} course @param {string} question
 */
export const entryOf = (course, question) => read(course, "answer", question) ?? read(course, "after", question)
  ?? read(course, "before", question) ?? read(course, "card", question)
