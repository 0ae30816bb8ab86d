/**
 * All that this browser keeps of one course: read, put into a file, taken from one, erased. Every entry is looked at by
 * itself. One that cannot be read, or that a newer version of the site made, is counted and left alone.
 *
 * Kept beside what saved-answers.js, cards.js and prediction.js write: `COURSE/v1/reading/REFERENCE` = {mark, day}, what
 * a reader has read or wants to read. The form of the file is decided for ever, as that of the entries is.
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
 * @typedef {Kept & {unreadable: string[], newer: string[], refused: boolean}} CourseRecord `refused` where the browser
 *   gives nothing out
 */
import {isDay} from "./days.js"
import {today} from "./saved-answers.js"

const FORMAT = "coursework progress"
const VERSION = 1
const MOST_CHARACTERS = 5_000_000
const MOST_TRIES_A_DAY = 500
const DAYS_UNTIL_KNOWN = 3

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
const isTry = value => Array.isArray(value) && value.length === 4
  && isAddress(value[0]) && isBand(value[1]) && (value[2] === 0 || value[2] === 1) && isCount(value[3])

const NAME = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
/** @type {(id: unknown) => boolean} */
const isName = id => matches(NAME, id)
/** @type {(id: unknown) => boolean} */
const isAddress = id => matches(`${NAME}/${NAME}`, id)
/** @type {(id: unknown) => boolean} */
const isReference = id => id !== "__proto__" && matches("[A-Za-z0-9_](?:[A-Za-z0-9_:.-]*[A-Za-z0-9_])?", id)
/** @param {string} pattern @param {unknown} id */
const matches = (pattern, id) => typeof id === "string" && id.length <= 200 && new RegExp(`^${pattern}$`).test(id)

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
  const isSound = (/** @type {any} */ value) => isObject(value) && Object.entries(form).every(([name, isRight]) => isRight(value[name]))
  return {slot, section, isId, isSound, form, merged: (own, other) => isLater(own, other) ? other : own}
}

/** @param {Answer} own @param {Answer} other */
const isLaterAnswer = (own, other) => other.day > own.day || (other.day === own.day && other.attempts > own.attempts)
/** @param {{day: string}} own @param {{day: string}} other */
const isOfLaterDay = (own, other) => other.day > own.day

/** @type {Kind[]} */
const KINDS = [
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
]

/**
 * The tries of both: one that both have counts once, one that a day has twice stays twice.
 * @param {Try[]} own @param {Try[]} other
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
 * @param {string} course
 * @returns {CourseRecord}
 */
export function readCourse(course) {
  const record = {...emptyKept(), unreadable: /** @type {string[]} */ ([]), newer: /** @type {string[]} */ ([]), refused: false}
  try {
    // Where there is nothing to read, a refusal would go unseen.
    localStorage.getItem("")
    for (const key of keysOf(course)) {
      const [, version, slot] = key.split("/")
      const kind = KINDS.find(kind => kind.slot === slot)
      const isNewer = /^v\d+$/.test(version) && (Number(version.slice(1)) > VERSION || (version === "v1" && !kind))
      if (isNewer) record.newer.push(key)
      if (version !== `v${VERSION}` || !kind) continue
      const id = key.slice(`${course}/${version}/${slot}/`.length)
      const value = parsed(kind, localStorage.getItem(key))
      if (kind.isId(id) && kind.isSound(value)) record[kind.section][id] = value
      else record.unreadable.push(key)
    }
  } catch {
    record.refused = true
  }
  return record
}

/**
 * As in cards.js, without the scheduler that comes with it.
 * @param {Card} card
 */
export const isKnown = card => card.days >= DAYS_UNTIL_KNOWN

/**
 * A file with all that can be read, for the reader's own keeping: one entry a line.
 * @param {string} course
 * @param {Date} [now]
 */
export function exportCourse(course, now = new Date()) {
  const record = readCourse(course)
  const head = Object.entries({format: FORMAT, version: VERSION, course, exported: today(now)})
    .map(([name, value]) => `  "${name}": ${JSON.stringify(value)}`)
  const sections = KINDS.map(({section}) => {
    const lines = Object.keys(record[section]).sort().map(id => `    ${JSON.stringify(id)}: ${JSON.stringify(record[section][id])}`)
    return lines.length ? `  "${section}": {\n${lines.join(",\n")}\n  }` : `  "${section}": {}`
  })
  return `{\n${[...head, ...sections].join(",\n")}\n}\n`
}

/**
 * Take what a file has that is later than what is here. A file is taken whole or refused whole.
 * @param {string} course
 * @param {string} text
 * @returns {{merged: number, kept: number}} how many entries came from the file, and how many stayed as they were here
 * @throws {ProgressFileError}
 */
export function importCourse(course, text) {
  const file = readFile(course, text)
  const own = readCourse(course)
  if (own.refused) throw new ProgressFileError("refused")
  /** @type {Map<string, string>} */
  const changes = new Map()
  let kept = 0
  for (const kind of KINDS) {
    for (const [id, value] of Object.entries(file[kind.section])) {
      const mine = own[kind.section][id]
      const merged = mine === undefined ? value : kind.merged(mine, value)
      if (merged === mine) kept += 1
      else changes.set(`${course}/v${VERSION}/${kind.slot}/${id}`, typeof merged === "string" ? merged : JSON.stringify(merged))
    }
  }
  write(course, changes, own.unreadable)
  return {merged: changes.size, kept}
}

/**
 * Remove all that this course keeps, also what could not be read and what was set aside; nothing of another course.
 * @param {string} course
 * @returns {boolean} false where the browser refuses
 */
export function eraseCourse(course) {
  try {
    for (const key of keysOf(course)) localStorage.removeItem(key)
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
  const names = ["format", "version", "course", "exported", ...KINDS.map(({section}) => section)]
  ensure(file.version === VERSION && isDay(file.exported) && Object.keys(file).every(name => names.includes(name)))
  const kept = emptyKept()
  for (const {section, isId, isSound, form} of KINDS) {
    const entries = file[section] ?? {}
    ensure(isObject(entries))
    for (const [id, value] of Object.entries(entries)) {
      // A field that this page never writes is a sign that the file is not what it says.
      ensure(isId(id) && isSound(value) && (!form || Object.keys(value).every(name => Object.hasOwn(form, name))))
      kept[section][id] = value
    }
  }
  return kept
}

/** @param {string} text */
function parsedFile(text) {
  try {
    return JSON.parse(text)
  } catch {
    throw new ProgressFileError(text.trimStart().startsWith("{") && text.includes(`"${FORMAT}"`) ? "truncated" : "foreign")
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
      if (unreadable.includes(key)) put(`${course}/aside/${key}/${Date.now()}`, localStorage.getItem(key) ?? "")
      put(key, value)
    }
  } catch {
    // What is new goes first, so that there is room for what was there.
    for (const [key, before] of undo.filter(([, before]) => before === null)) if (before === null) localStorage.removeItem(key)
    for (const [key, before] of undo) if (before !== null) localStorage.setItem(key, before)
    throw new ProgressFileError("full")
  }
}

/** @param {string} course */
const keysOf = course => Object.keys(localStorage).filter(key => key.startsWith(`${course}/`))

/**
 * Objects without a prototype: whatever a name is, it is only that.
 * @returns {Kept & Record<keyof Kept, Record<string, any>>}
 */
const emptyKept = () => /** @type {any} */ (Object.fromEntries(KINDS.map(({section}) => [section, Object.create(null)])))

/** @param {Kind} kind @param {string|null} text */
function parsed(kind, text) {
  if (kind.slot === "preference") return text
  try {
    return JSON.parse(text ?? "null")
  } catch {
    return null
  }
}

/** @param {any} value */
const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value)
