/** What the review page does when the calendar is asked for; fetched with the click, since most visits do not. */
import {calendarFile} from "./calendar-file.js"
import {counted} from "./counted.js"
import {perDay} from "./daily-share.js"
import {addDays} from "./dates.js"
import {download} from "./download.js"
import {fill} from "./elements.js"
import {words} from "./review-words.js"
import {today} from "./store.js"

const DAYS_IN_CALENDAR = 60

/** @param {string} course @param {import("./cards.js").Due[]} cards in the order of their days */
export function saveCalendar(course, cards) {
  const day = today()
  const events = perDay(course, cards, day)
    .filter(([due]) => due <= addDays(day, DAYS_IN_CALENDAR))
    .map(([due, count]) => {
      const questions = counted(words, "count", count)
      return {day: due, summary: fill(words.event, {title: document.title, questions})}
    })
  const file = calendarFile(events, {course, address: location.href.split("#")[0]})
  download(`${course}.ics`, "text/calendar", file)
}
