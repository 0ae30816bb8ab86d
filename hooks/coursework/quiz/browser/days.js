/**
 * Calendar days, written as 2026-11-22. They are counted in UTC, where every day has 24 hours: what a clock does to its
 * hour in spring and autumn never matters. The reader's own day is `today` in every-page.js.
 */
const LENGTH = 86_400_000

/** @param {string} day */
const numberOf = day => Date.parse(`${day}T00:00:00Z`) / LENGTH

/** Thousands of entries are of a few days. @type {Set<unknown>} */
const found = new Set()

/**
 * Whether something is a day of the calendar in this form.
 * @param {unknown} day
 * @returns {day is string}
 */
export function isDay(day) {
  if (found.has(day)) return true
  const is = typeof day === "string" && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(numberOf(day)) && addDays(day, 0) === day
  if (is) found.add(day)
  return is
}

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
