/** On the progress page: how many questions are due today, and how many on each of the next days. */
import {counted} from "./counted.js"
import {perDay, shareOf} from "./daily-share.js"
import {addDays} from "./dates.js"
import {inWords, make} from "./elements.js"
import {words as all} from "./progress-words.js"
import {today} from "./store.js"

const words = all.progress
const DAYS_LISTED = 14

/**
 * How many of the cards are asked today.
 * @param {string} course @param {{card: import("./entries.js").Card}[]} cards
 */
export const dueToday = (course, cards) =>
  shareOf(course, today(), cards.filter(({card}) => card.due <= today()).length)

/**
 * The days after today on which there is something, within two weeks; where nothing is, the first one after them.
 * @param {string} course
 * @param {{card: import("./entries.js").Card}[]} cards in any order
 */
export function daysToCome(course, cards) {
  const day = today()
  const inOrder = [...cards].sort((a, b) => a.card.due < b.card.due ? -1 : 1)
  const next = perDay(course, inOrder, day).filter(([later]) => later > day)
  const near = next.filter(([later]) => later <= addDays(day, DAYS_LISTED))
  const shown = near.length ? near : next.slice(0, 1)
  return shown.length ? [make("ul", "progress__days", ...shown.map(([later, count]) =>
    make("li", "progress__day", counted(words, "next-day", count, {day: inWords(later)}))))] : []
}
