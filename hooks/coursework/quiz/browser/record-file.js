/**
 * All that this browser keeps of one course put into a file, taken from one, erased. The form of the file is decided
 * for ever, as that of the entries is.
 *
 * @typedef {import("./record-sections.js").Kept} Kept
 */
import {SECTIONS, emptyKept, formOf, notYetScheduled} from "./record-sections.js"
import {readCourse} from "./record.js"
import {VERSION, isDay, isObject, keyOf, keyOfUnreadable, keysFrom, mayRead, today, written} from "./store.js"

const FORMAT = "coursework progress"
const MOST_CHARACTERS = 5_000_000

/** @typedef {"truncated"|"foreign"|"course"|"newer"|"damaged"|"large"|"full"|"refused"} Reason */

/** A file that was not taken, whole; `reason` is one word of why. */
export class ProgressFileError extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(`the file of progress was not taken: ${reason}`)
    this.name = "ProgressFileError"
    this.reason = reason
  }
}

/**
 * A file with all that can be read, for the reader's own keeping: one entry a line.
 * @param {string} course
 * @param {Date} [now]
 */
export function exportCourse(course, now = new Date()) {
  const record = readCourse(course)
  const head = Object.entries({format: FORMAT, version: VERSION, course, exported: today(now)})
    .map(([name, value]) => `  "${name}": ${JSON.stringify(value)}`)
  const sections = SECTIONS.map(({section}) => {
    const lines = Object.keys(record[section]).sort()
      .map(id => `    ${JSON.stringify(id)}: ${JSON.stringify(record[section][id])}`)
    return lines.length ? `  "${section}": {\n${lines.join(",\n")}\n  }` : `  "${section}": {}`
  })
  return `{\n${[...head, ...sections].join(",\n")}\n}\n`
}

/**
 * Take what a file has that is later than what is here. A file is taken whole or refused whole.
 * @param {string} course
 * @param {string} text
 * @returns {{merged: number, unchanged: number}} how many entries came from the file, and how many stayed as they were
 * @throws {ProgressFileError}
 */
export function importCourse(course, text) {
  const file = readFile(course, text)
  const own = readCourse(course)
  if (own.refused) throw new ProgressFileError("refused")
  /** @type {Map<string, string>} */
  const changes = new Map()
  let unchanged = 0
  for (const {slot, section, merged} of SECTIONS) {
    for (const [id, brought] of Object.entries(file[section])) {
      const mine = own[section][id]
      const value = slot === "pending" ? notYetScheduled(id, brought, own) : brought
      const entry = mine === undefined ? value : merged(mine, value)
      if (entry === mine || (mine === undefined && slot === "pending" && !value.length)) unchanged += 1
      else changes.set(keyOf(course, slot, id), written(entry))
    }
  }
  write(course, changes, own.unreadable)
  return {merged: changes.size, unchanged}
}

/**
 * Remove all that this course keeps, also what could not be read and what was set aside; nothing of another course.
 * @param {string} course
 * @returns {boolean} false where the browser refuses
 */
export function eraseCourse(course) {
  if (!mayRead()) return false
  try {
    for (const key of keysFrom(`${course}/`)) localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}

/**
 * The entries of a file, when every one of them is sound.
 * @param {string} course
 * @param {string} text
 * @returns {Kept}
 */
function readFile(course, text) {
  if (text.length > MOST_CHARACTERS) throw new ProgressFileError("large")
  const file = parsedFile(text.replace(/^\ufeff/, ""))
  if (!isObject(file) || file.format !== FORMAT) throw new ProgressFileError("foreign")
  if (Number.isInteger(file.version) && file.version > VERSION) throw new ProgressFileError("newer")
  if (file.course !== course) throw new ProgressFileError("course")
  ensure(file.version === VERSION && isDay(file.exported))
  const sections = emptyKept()
  // What this page does not know, another version of the site may: a section is passed by, a field stays in its entry.
  for (const {slot, section, isId} of SECTIONS) {
    const isSound = formOf(slot)
    const entries = file[section] ?? {}
    ensure(isObject(entries))
    for (const [id, value] of Object.entries(entries)) {
      ensure(isId(id) && isSound(value))
      sections[section][id] = value
    }
  }
  return sections
}

/** @param {string} text */
function parsedFile(text) {
  try {
    return JSON.parse(text)
  } catch {
    const isOurs = text.trimStart().startsWith("{") && text.includes(`"${FORMAT}"`)
    throw new ProgressFileError(isOurs ? "truncated" : "foreign")
  }
}

/** @param {boolean} condition */
function ensure(condition) {
  if (!condition) throw new ProgressFileError("damaged")
}

/**
 * All of the changes or, where there is no room, none. What could not be read is set aside before its place is taken.
 * @param {string} course
 * @param {Map<string, string>} changes
 * @param {string[]} unreadable
 */
function write(course, changes, unreadable) {
  /** @type {[string, string|null][]} */
  const undo = []
  const put = (/** @type {string} */ key, /** @type {string} */ value) => {
    const before = localStorage.getItem(key)
    localStorage.setItem(key, value)
    undo.push([key, before])
  }
  try {
    for (const [key, value] of changes) {
      if (unreadable.includes(key)) put(keyOfUnreadable(course, key), localStorage.getItem(key) ?? "")
      put(key, value)
    }
  } catch {
    // What is new goes first, so that there is room for what was there.
    for (const [key, before] of undo) if (before === null) localStorage.removeItem(key)
    for (const [key, before] of undo) if (before !== null) localStorage.setItem(key, before)
    throw new ProgressFileError("full")
  }
}
