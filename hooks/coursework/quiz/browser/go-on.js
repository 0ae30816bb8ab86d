/**
 * Where the reader was, as a link on a page that lists the lessons: to the lesson answered last, or, where that is all
 * but done, to the one after it. Nothing is kept for it; the answers say it.
 */
import {answersOf, versionsOf} from "./course-marks.js"
import {words} from "./go-on-words.js"

// One answer may be to a question that stands on its own, as on a home page.
const LEAST = 2
// A lesson leaves some questions of its quiz to the quiz's own page.
const ALL_BUT_DONE = 0.7

/** @param {HTMLElement} place @param {string} course */
async function goOn(place, course) {
  const versions = await versionsOf(course)
  const lessons = [...document.querySelectorAll(".rows--lessons a[data-quiz]")]
  const started = lessons.map((link, at) => {
    const own = versions?.[link.getAttribute("data-quiz") ?? ""] ?? {}
    const days = answersOf(course, own).map(({day}) => day).sort()
    return {at, answered: days.length, share: days.length / Object.keys(own).length, last: days.at(-1) ?? ""}
  }).filter(({answered}) => answered >= LEAST)
  const latest = started.sort((one, other) => one.last < other.last ? -1 : one.last > other.last ? 1 : one.at - other.at).at(-1)
  if (!latest) return
  const link = lessons[latest.at + (latest.share >= ALL_BUT_DONE ? 1 : 0)]
  if (!(link instanceof HTMLAnchorElement)) return
  const copy = document.createElement("a")
  copy.href = link.href
  copy.textContent = words.lesson.replace("{title}", link.textContent ?? "")
  place.replaceChildren(copy)
  place.hidden = false
}

const course = document.querySelector("[data-course]")?.getAttribute("data-course")
const place = document.querySelector(".go-on")
if (course && place instanceof HTMLElement) goOn(place, course).catch(() => { place.hidden = true })
