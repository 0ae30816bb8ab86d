/**
 * What a reader has answered, as cards that come back when they are due, and a log of the tries of each day. Kept beside
 * the answers (saved-answers.js) in entries of their own: `COURSE/v1/card/QUIZ/QUESTION` and `COURSE/v1/log/DAY`, both
 * decided for ever.
 *
 * @typedef {object} Card
 * @property {string} version the question's, when it was answered
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
 * @typedef {{question: string, card: Card}} Due
 */
import {addDays, daysBetween, isDay} from "./days.js"
import {DAYS_UNTIL_KNOWN} from "./every-page.js"
import {parsePending} from "./saved-answers.js"
import {AGAIN, GOOD, HARD, interval, review} from "./scheduler.js"

const SURE = 3
const MOST_TRIES_A_DAY = 500
const DAYS_LOGGED = 400

/** @param {string} course @param {string} question */
const cardKey = (course, question) => `${course}/v1/card/${question}`
/** @param {string} course */
const logKey = (course, day = "") => `${course}/v1/log/${day}`

/**
 * Put an answer into the schedule. Several on one day count once, by the first; a miss among them brings the question
 * back tomorrow. A clock that was set back is the same day.
 * @param {string} course
 * @param {string} question its address, `quiz/question`
 * @param {string} version
 * @param {string} verdict only what is right, partly right or wrong is scheduled
 * @param {number} certainty the band 1 to 3, or 0
 * @param {string} day
 */
export function scheduleAnswer(course, question, version, verdict, certainty, day) {
  const rating = ratingOf(verdict, certainty)
  if (!rating) return
  const kept = readCard(course, question, version)
  keep(cardKey(course, question), nextCard(kept, version, rating, certainty, day), parseCard)
}

/**
 * Schedule what was answered when this could not be fetched, each with its own day.
 * @param {string} course
 */
export function schedulePending(course) {
  const start = `${course}/v1/pending/`
  try {
    for (const key of Object.getOwnPropertyNames(localStorage).filter(key => key.startsWith(start))) {
      const question = key.slice(start.length)
      const checks = parsePending(stored(key))
      if (!checks?.every(({day}) => isDay(day))) continue // the progress page tells of what cannot be read
      localStorage.removeItem(key) // first: another page may be about to do the same
      for (const check of checks) scheduleCheck(course, question, check)
    }
  } catch {
    // Storage that is refused gives nothing out.
  }
}

/**
 * A check of a question, into the schedule and the log. What was answered beside the open answer (`peeked`) was not
 * remembered.
 * @param {string} course
 * @param {string} question
 * @param {import("./saved-answers.js").Pending} check
 */
export function scheduleCheck(course, question, {version, verdict, certainty, day, peeked}) {
  scheduleAnswer(course, question, version, peeked ? "wrong" : verdict, peeked ? 0 : certainty, day)
  if (!peeked) addToLog(course, day, question, certainty, verdict === "right")
}

/** @param {string} verdict @param {number} certainty */
function ratingOf(verdict, certainty) {
  if (verdict === "right") return certainty === 1 || certainty === 2 ? HARD : GOOD
  return verdict === "partly" || verdict === "wrong" ? AGAIN : null
}

/**
 * @param {Card|null} card
 * @param {string} version
 * @param {1|2|3} rating
 * @param {number} certainty
 * @param {string} day
 * @returns {Card}
 */
function nextCard(card, version, rating, certainty, day) {
  const missed = rating === AGAIN
  const sure = missed && certainty === SURE
  const lapses = (card?.lapses ?? 0) + Number(missed)
  if (card && day <= card.last) {
    const tomorrow = addDays(day, 1)
    return missed ? {...card, due: card.due < tomorrow ? card.due : tomorrow, lapses, sure: sure || card.sure} : card
  }
  const {s, d} = review(card, rating, card ? daysBetween(card.last, day) : 0)
  return {version, s, d, last: day, due: addDays(day, interval(s)), days: (card?.days ?? 0) + Number(!missed), lapses, sure}
}

/**
 * The card of a question, null where there is none, where it is of another version or where it cannot be read.
 * @param {string} course
 * @param {string} question
 * @param {string} version
 */
export function readCard(course, question, version) {
  const card = parseCard(stored(cardKey(course, question)))
  return card?.version === version ? card : null
}

/**
 * The course's cards that are sound and of their questions' present version, by when they are due.
 * @param {string} course
 * @param {Record<string, string>} versions of all questions of the course by their address
 * @returns {Due[]}
 */
export function readCards(course, versions) {
  return Object.entries(versions)
    .map(([question, version]) => ({question, card: readCard(course, question, version)}))
    .filter(/** @returns {entry is Due} */ entry => entry.card !== null)
    .sort((a, b) => compare(a.card.due, b.card.due) || compare(a.question, b.question))
}

/**
 * What is due, in the order in which it is to be asked: first what was answered wrong with certainty, then what has
 * waited longest, with no two questions of one quiz in a row as far as that can be.
 * @param {string} course
 * @param {string} day
 * @param {Record<string, string>} versions
 * @param {number} [most] how many of them; those that have waited longest
 */
export function dueCards(course, day, versions, most = Infinity) {
  const due = readCards(course, versions).filter(({card}) => card.due <= day)
  const chosen = [...due.filter(({card}) => card.sure), ...due.filter(({card}) => !card.sure)].slice(0, most)
  const first = mixed(chosen.filter(({card}) => card.sure))
  return [...first, ...mixed(chosen.filter(({card}) => !card.sure), first.at(-1))]
}

/**
 * How many are due. To put them in order takes long where they are many, and nobody is asked more than a few at once.
 * @param {Due[]} cards
 * @param {string} day
 */
export function countDue(cards, day) {
  return cards.filter(({card}) => card.due <= day).length
}

/** @param {Due[]} cards @param {Due} [before] */
function mixed(cards, before) {
  const left = [...cards]
  /** @type {Due[]} */
  const order = []
  while (left.length) {
    const last = order.at(-1) ?? before
    const others = left.filter(card => !last || quizOf(card) !== quizOf(last))
    // A quiz with more than half of what is left must be next, or some of its questions would end up side by side.
    const next = others.find(card => left.filter(other => quizOf(other) === quizOf(card)).length * 2 > left.length) ?? others[0] ?? left[0]
    order.push(next)
    left.splice(left.indexOf(next), 1)
  }
  return order
}

/** @param {Due} entry */
const quizOf = entry => entry.question.split("/")[0]
/** @param {string} a @param {string} b */
const compare = (a, b) => a < b ? -1 : Number(a > b)

/**
 * Whether a question counts as known: right on three separate days.
 * @param {Pick<Card, "days">|null} card
 */
export function known(card) {
  return card !== null && card.days >= DAYS_UNTIL_KNOWN
}

/**
 * Note a try of a question, for what is said of the reader's certainty and predictions.
 * @param {string} course
 * @param {string} day
 * @param {string} question
 * @param {number} certainty
 * @param {boolean} right
 */
export function addToLog(course, day, question, certainty, right) {
  const tries = readLog(course, day)
  if (tries.length >= MOST_TRIES_A_DAY) return
  const attempt = tries.filter(([tried]) => tried === question).length + 1
  keep(logKey(course, day), [...tries, [question, certainty, right ? 1 : 0, attempt]], parseLog)
  forgetOldDays(course, addDays(day, -DAYS_LOGGED))
}

/**
 * The tries of a day, none where they cannot be read.
 * @param {string} course
 * @param {string} day
 */
export function readLog(course, day) {
  return parseLog(stored(logKey(course, day))) ?? []
}

/** @param {string} course @param {string} oldest */
function forgetOldDays(course, oldest) {
  try {
    for (const key of Object.getOwnPropertyNames(localStorage)) {
      const day = key.startsWith(logKey(course)) && key.slice(logKey(course).length)
      if (isDay(day) && day < oldest) localStorage.removeItem(key)
    }
  } catch {
    // They take a little room and do no harm.
  }
}

/** @param {string|null} text @returns {Card|null} */
function parseCard(text) {
  const card = parse(text)
  const counts = [card?.days, card?.lapses]
  const sound = typeof card?.version === "string" && card.s > 0 && Number.isFinite(card.s) && card.d >= 1 && card.d <= 10
    && isDay(card.last) && isDay(card.due) && counts.every(count => Number.isInteger(count) && count >= 0) && typeof card.sure === "boolean"
  return sound ? card : null
}

/** @param {string|null} text @returns {Try[]|null} */
function parseLog(text) {
  const tries = parse(text)
  const sound = Array.isArray(tries) && tries.every(entry => Array.isArray(entry) && entry.length === 4
    && typeof entry[0] === "string" && entry.slice(1).every(Number.isInteger))
  return sound ? tries : null
}

/** @param {string|null} text */
function parse(text) {
  try {
    return JSON.parse(text ?? "null")
  } catch {
    return null
  }
}

/** @param {string} key */
function stored(key) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/**
 * What was there and cannot be read may still be worth something to its reader: it is set aside, never overwritten.
 * @param {string} key
 * @param {unknown} value
 * @param {(text: string|null) => unknown} read
 */
function keep(key, value, read) {
  try {
    const before = stored(key)
    if (before !== null && !read(before)) localStorage.setItem(`${key.split("/")[0]}/aside/${key}/${Date.now()}`, before)
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Storage that is refused or full: the page says so when it keeps the answer itself.
  }
}
