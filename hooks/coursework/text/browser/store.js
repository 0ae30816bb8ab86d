/**
 * What this browser keeps of a course: under which key, and what becomes of an entry that has not the form it must
 * have.
 *
 * The key is `COURSE/v1/SLOT/ID`: all sites of one owner on GitHub Pages share one storage. Each question has an entry
 * of its own in each slot, so that two open pages never overwrite each other's, and a damaged one costs one answer.
 * An entry that is not sound is as good as none; before its place is taken it is set aside as `COURSE/aside/KEY/TIME`,
 * since it may still be worth something to its reader. Where a browser refuses storage, nothing is read or kept.
 * Keys and forms are decided for ever: change them only by a v2 that reads v1. entries.js has the form of each slot.
 */
export const VERSION = 1

/** @typedef {(value: any) => boolean} Check */
/** @type {Check} */
export const isText = value => typeof value === "string"
/** @type {Check} */
export const isLine = value => isText(value) && value.length <= 200
/** @type {(...values: string[]) => Check} */
export const isOneOf = (...values) => value => values.includes(value)
/** @type {(form: RegExp) => Check} */
export const isLike = form => value => isLine(value) && form.test(value)
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
export const fits = fields => value => isObject(value) && Object.entries(fields).every(([name, is]) => is(value[name]))

/**
 * How a reader marked a work: the one form that pages without questions ask for.
 * @typedef {{mark: "read"|"wanted", day: string}} Reading
 */
export const isReading = fits({mark: isOneOf("read", "wanted"), day: isDay})

/** @param {string} course @param {string} slot @param {string} [id] none for what the keys of the slot begin with */
export const keyOf = (course, slot, id = "") => `${course}/v${VERSION}/${slot}/${id}`

/** Whether the browser lets us read from its storage: some refuse only when they are asked for an entry. */
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

/**
 * What was written as JSON, if it is sound.
 * @param {string|null} text
 * @param {Check} isSound
 */
export function parseAs(text, isSound) {
  try {
    const entry = JSON.parse(text ?? "null")
    return isSound(entry) ? entry : null
  } catch {
    return null
  }
}

/**
 * @template T
 * @param {string} key
 * @param {(text: string|null) => T|null} parse
 * @returns {T|null} null where there is none that is sound
 */
export function readEntry(key, parse) {
  try {
    return parse(localStorage.getItem(key))
  } catch {
    return null
  }
}

/**
 * @param {string} course
 * @param {string} key
 * @param {object|string|null} entry null takes away what is there
 * @param {(text: string) => unknown} parse null for what is not sound
 * @returns {boolean} false where the browser keeps nothing: storage refused or full
 */
export function keepEntry(course, key, entry, parse) {
  try {
    const before = localStorage.getItem(key)
    if (before !== null && parse(before) === null) localStorage.setItem(keyOfUnreadable(course, key), before)
    if (entry === null) localStorage.removeItem(key)
    else localStorage.setItem(key, written(entry))
    return true
  } catch {
    return false
  }
}

/** Where what is not sound goes before its place is taken. @param {string} course @param {string} key */
export const keyOfUnreadable = (course, key) => `${course}/aside/${key}/${Date.now()}`

/** @param {object|string} entry */
export const written = entry => typeof entry === "string" ? entry : JSON.stringify(entry)
