/**
 * How much of what is due is asked on one day, over all of its sittings; the rest waits its turn, first in line
 * tomorrow. The share is what the home page, the tabs, the progress and the review all say.
 *
 * It chooses and changes no card, so that the schedule stays what FSRS makes of the answers. What that costs is
 * measured by test_three_weeks.py, as the chance, by FSRS, that a question is still known, over all that were answered
 * in three weeks of 12 questions a lesson. Who answers a lesson each second day, reviews daily and is right nine times
 * in ten never has more than 4 questions waiting and loses nothing: 0.967 with the share and without. Who skims eight
 * lessons in 19 days, reviews each third day and is right seven times in ten comes to have 46 waiting, and 0.875 where
 * sittings of up to 66 questions would have kept 0.910: 3.5 points, which she may win back by going on with what waits.
 * What has waited longest goes first: to ask first what is likeliest to be forgotten kept as much, what is likeliest
 * to be known 4 points less.
 */
import {addDays} from "./dates.js"
import {keep} from "./entries.js"
import {readSitting} from "./sitting.js"

export const MOST_A_DAY = 20
/** The name under which the store has what the review asked today: a sitting as others are, so files carry it, too. */
const NAME = "review"

/**
 * How many of the questions that are due are asked on a day.
 * @param {string} course @param {string} day
 * @param {number} due how many are due by then
 */
export function shareOf(course, day, due) {
  const {day: begun, verdicts} = readSitting(course, NAME)
  const asked = begun === day ? Object.keys(verdicts).length : 0
  return Math.max(0, Math.min(due, MOST_A_DAY - asked))
}

/**
 * Note that the review asked a question that was due.
 * @param {string} course @param {string} day
 * @param {string} question its address
 * @param {string} version
 * @param {string} verdict
 */
export function noteAsked(course, day, question, version, verdict) {
  const record = readSitting(course, NAME)
  const verdicts = record.day === day ? record.verdicts : {}
  // Where it is not kept, the page says so when it keeps the answer itself.
  keep(course, "sitting", NAME, {day, verdicts: {...verdicts, [question]: {version, verdict}}, last: null})
}

/**
 * How many questions are asked on each day, if the reader does her share of every one.
 * @param {string} course
 * @param {{card: {due: string}}[]} cards in the order of their days
 * @param {string} first
 * @returns {[day: string, count: number][]} without days on which there is nothing
 */
export function perDay(course, cards, first) {
  /** @type {[string, number][]} */
  const shares = []
  let due = 0, place = 0, day = first
  while (due || place < cards.length) {
    for (; cards[place]?.card.due <= day; place += 1) due += 1
    const share = shareOf(course, day, due)
    if (share) shares.push([day, share])
    due -= share
    day = due ? addDays(day, 1) : cards[place]?.card.due
  }
  return shares
}
