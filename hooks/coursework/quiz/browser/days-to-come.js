/** On the progress page: how many questions are due today, and how many on the next days on which there are any. */
import {counted} from "./counted.js"
import {perDay, shareOf} from "./daily-share.js"
import {inWords, make} from "./elements.js"
import {words as all} from "./progress-words.js"
import {today} from "./store.js"

const words = all.progress
const DAYS_LISTED = 3

/**
 * @param {string} course
 * @param {{card: import("./entries.js").Card}[]} cards in any order
 */
export function daysToCome(course, cards) {
  const day = today()
  const inOrder = [...cards].sort((a, b) => a.card.due < b.card.due ? -1 : 1)
  const due = shareOf(course, day, cards.filter(({card}) => card.due <= day).length)
  const next = perDay(course, inOrder, day).filter(([later]) => later > day).slice(0, DAYS_LISTED)
  const sum = make("p", "progress__due", due ? counted(words, "due", due) : words["due-none"])
  if (!next.length) return [sum]
  sum.append(` ${words.next}`)
  return [sum, make("ul", "progress__days", ...next.map(([later, count]) =>
    make("li", "progress__day", counted(words, "next-day", count, {day: inWords(later)}))))]
}
