/**
 * What a reader has answered, as cards that come back when they are due, and a log of the tries of each day, in the
 * store's slots `card` and `log`.
 *
 * @typedef {import("./entries.js").Card} Card
 * @typedef {{question: string, card: Card}} Due
 */
import {addDays, daysBetween} from "./dates.js"
import {MOST_TRIES_A_DAY, idsOf, keep, read, readPresent} from "./entries.js"
import {AGAIN, GOOD, HARD, interval, review} from "./scheduler.js"
import {isDay} from "./store.js"

const SURE = 3
const DAYS_LOGGED = 400

/**
 * Put an answer into the schedule. Several on one day count once, by the first; a miss among them brings the question
 * back tomorrow. A clock that was set back is the same day.
 * @param {string} course
 * @param {string} question its address, `quiz/question`
 * @param {string} version
 * @param {string} verdict only what is right, partly right or wrong is scheduled
 * @param {number} certainty the band 1 to 3, or 0
 * @param {string} day
 * @param {string} [corrected] the day of the question's last correction
 */
export function scheduleAnswer(course, question, version, verdict, certainty, day, corrected) {
  const rating = ratingOf(verdict, certainty)
  if (!rating) return
  const card = readPresent(course, "card", question, version)
  // Where storage is refused or full, the page says so when it keeps the answer itself.
  const next = nextCard(card, version, rating, certainty, day)
  // Who answered before knows of no correction by this: it is the question that tells of it, and notes that.
  const entry = read(course, "card", question)
  keep(course, "card", question, {...next, corrected: entry ? entry.corrected : corrected})
}

/**
 * Schedule what was answered when this could not be fetched, each with its own day.
 * @param {string} course
 */
export function schedulePending(course) {
  for (const question of idsOf(course, "pending")) {
    const checks = read(course, "pending", question) // the progress page tells of what cannot be read
    // Taken away first: another page may be about to do the same.
    if (!checks || !keep(course, "pending", question, null)) continue
    for (const check of checks) scheduleCheck(course, question, check)
  }
}

/**
 * A check of a question, into the schedule and the log. What was answered beside the open answer (`peeked`) was not
 * remembered.
 * @param {string} course
 * @param {string} question
 * @param {import("./entries.js").Pending} check
 */
export function scheduleCheck(course, question, {version, verdict, certainty, day, peeked, corrected}) {
  scheduleAnswer(course, question, version, peeked ? "wrong" : verdict, peeked ? 0 : certainty, day, corrected)
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
    // The clock was ahead then: the whole card moves with it, or it would count no answer until that day comes again.
    const moved = addDays(card.due, daysBetween(card.last, day))
    const due = missed || moved < tomorrow ? tomorrow : moved
    return {...card, last: day, due, lapses, sure: sure || card.sure}
  }
  const {s, d} = review(card, rating, card ? daysBetween(card.last, day) : 0)
  const due = addDays(day, interval(s))
  return {version, s, d, last: day, due, days: (card?.days ?? 0) + Number(!missed), lapses, sure}
}

/**
 * The course's cards that are sound and of their questions' present version, by when they are due.
 * @param {string} course
 * @param {Record<string, string>} versions of all questions of the course by their address
 * @returns {Due[]}
 */
export function readCards(course, versions) {
  return Object.entries(versions)
    .map(([question, version]) => ({question, card: readPresent(course, "card", question, version)}))
    .filter(/** @returns {entry is Due} */ entry => entry.card !== null)
    .sort((a, b) => placeOf(a) < placeOf(b) ? -1 : 1)
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
 * What comes next, before its day, for who wants to practise where nothing waits. It counts as any review does, with
 * the days that have gone: FSRS lets a memory grow the less the fresher it is, and what is right never comes back
 * earlier than it would have. What was answered today is left out, since it would count no more.
 * @param {string} course
 * @param {string} day
 * @param {Record<string, string>} versions
 * @param {number} most how many of them; those that come first
 */
export function cardsAhead(course, day, versions, most) {
  return mixed(readCards(course, versions).filter(({card}) => card.due > day && card.last < day).slice(0, most))
}

/**
 * How many are due. To put them in order takes long where they are many, and nobody is asked more than
 * a few at once.
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
    const most = others.find(card => left.filter(other => quizOf(other) === quizOf(card)).length * 2 > left.length)
    const next = most ?? others[0] ?? left[0]
    order.push(next)
    left.splice(left.indexOf(next), 1)
  }
  return order
}

/** @param {Due} entry */
const quizOf = entry => entry.question.split("/")[0]
/** By when it is due, then by its address. @param {Due} entry */
const placeOf = ({card, question}) => `${card.due} ${question}`

/**
 * Note a try of a question, for what is said of the reader's certainty and predictions.
 * @param {string} course
 * @param {string} day
 * @param {string} question
 * @param {number} certainty
 * @param {boolean} right
 */
export function addToLog(course, day, question, certainty, right) {
  const tries = read(course, "log", day) ?? []
  if (tries.length >= MOST_TRIES_A_DAY) return
  const attempt = tries.filter(([tried]) => tried === question).length + 1
  keep(course, "log", day, [...tries, [question, certainty, right ? 1 : 0, attempt]])
  // Counted, not reckoned from today: a clock that is years ahead for a moment must not take them all away.
  const days = idsOf(course, "log").filter(isDay).sort()
  for (const day of days.slice(0, -DAYS_LOGGED)) keep(course, "log", day, null)
}
