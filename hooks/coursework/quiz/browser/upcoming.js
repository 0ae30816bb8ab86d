/**
 * On the review page: when questions come next, how many are known, and the calendar to take away.
 *
 * @typedef {import("./cards.js").Due} Due
 */
import {counted} from "./counted.js"
import {perDay} from "./daily-share.js"
import {button, fill, inWords, make, spoken} from "./elements.js"
import {isKnown} from "./entries.js"
import {words} from "./review-words.js"
import {today} from "./store.js"

const DAYS_LISTED = 5

/**
 * Nothing before the first answer.
 * @param {string} course
 * @param {Due[]} cards in the order of their days
 * @param {() => Due[]} cardsNow the same when the calendar is asked for
 * @returns {Node[]}
 */
export function daysAhead(course, cards, cardsNow) {
  if (!cards.length) return []
  const day = today()
  const list = make("ul", "review__days")
  for (const [due, count] of perDay(course, cards, day).filter(([due]) => due > day).slice(0, DAYS_LISTED)) {
    const questions = counted(words, "count", count)
    list.append(make("li", "review__day", fill(words.day, {day: inWords(due), questions})))
  }
  const heading = make("h2", "review__ahead", words.ahead)
  const status = spoken("span", "review__saved")
  const calendar = make("p", "review__calendar")
  calendar.append(button("review__file", words.calendar, async () => {
    try {
      const {saveCalendar} = await import("./save-calendar.js")
      saveCalendar(course, cardsNow())
      status.textContent = words.saved
    } catch {
      status.textContent = words.lost
    }
  }), " ", status)
  const learnt = cards.filter(({card}) => isKnown(card)).length
  return [
    ...(list.childElementCount ? [heading, list] : []),
    ...(learnt ? [make("p", "review__known", counted(words, "known", learnt))] : []),
    calendar,
  ]
}
