/**
 * Calendar days, written as 2026-11-22. They are counted in UTC, where every day has 24 hours: what a clock does to its
 * hour in spring and autumn never matters. What a day is, and which the reader's own is, store.js says.
 */
const LENGTH = 86_400_000

/** @param {string} day */
const numberOf = day => Date.parse(`${day}T00:00:00Z`) / LENGTH

/**
 * @param {string} day
 * @param {number} count how many days later, or below 0 earlier
 */
export function addDays(day, count) {
  return new Date((numberOf(day) + count) * LENGTH).toISOString().slice(0, 10)
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {number} below 0 where `to` is the earlier
 */
export function daysBetween(from, to) {
  return numberOf(to) - numberOf(from)
}
