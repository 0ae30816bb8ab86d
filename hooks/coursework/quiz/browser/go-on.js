/**
 * The way on, on a page that lists the lessons: to the lesson in which the reader answered last, or, where all that it
 * asks is answered, to the next that is open; and to what is due for review. Whole without this: it leads to the first
 * lesson.
 */
import {countDue, marksNow, nameOf, renew} from "./course-marks.js"
import {counted} from "./counted.js"
import {fill} from "./elements.js"
import {idsOf, read} from "./entries.js"
import {words} from "./go-on-words.js"
import {reviewLength} from "./review-length.js"

/** @typedef {import("./course-marks.js").Marks} Marks */

/** What the link to the review says where nothing is due. */
let plain = ""

/** @param {string} course */
async function goOn(course) {
  if (idsOf(course, "pending").length) {
    await import("./cards.js").then(cards => cards.schedulePending(course)).catch(() => {}) // offline still
    renew()
  }
  const rows = [...document.querySelectorAll("li[data-lesson]")]
  const links = rows.map(row => row.querySelector("a")).filter(link => link !== null)
  const marks = await marksNow().catch(() => null)
  if (!marks) return
  const next = document.querySelector(".go-on__next"), review = document.querySelector(".go-on__review")
  if (next instanceof HTMLAnchorElement) lead(next, course, marks, rows, links)
  if (!review) return
  const due = countDue(marks.due)
  plain ||= review.textContent ?? ""
  review.textContent = due ? fill(words.due, {due, time: counted(words, "time", reviewLength(due).minutes)}) : plain
  review.classList.toggle("go-on__review--due", due > 0)
}

/**
 * @param {HTMLAnchorElement} next @param {string} course @param {Marks} marks
 * @param {Element[]} rows of the lessons @param {HTMLAnchorElement[]} links theirs
 */
function lead(next, course, marks, rows, links) {
  const place = read(course, "place", "lesson")
  const at = rows.findIndex(row => row.getAttribute("data-lesson") === place?.lesson)
  /** @param {HTMLElement} link */
  const isOpen = link => !["done", "known"].includes(marks.links[nameOf(link)]?.[0] ?? "")
  if (place && at >= 0 && isOpen(links[at])) {
    next.href = links[at].href + (place.section && `#${place.section}`)
    next.textContent = fill(words.lesson, {title: links[at].textContent ?? ""})
    return
  }
  const open = [...links.slice(at + 1), ...links.slice(0, at + 1)].find(isOpen)
  // Who has done nothing begins, as the page says by itself.
  if (!links.length || (at < 0 && open === links[0])) return
  next.href = (open ?? links[0]).href
  next.textContent = open ? fill(words.next, {number: links.indexOf(open) + 1}) : words.over
}

const course = document.querySelector("[data-course]")?.getAttribute("data-course")
if (course) {
  goOn(course)
  // Another tab, and a page that the browser kept while others were read.
  for (const event of ["storage", "pageshow"]) addEventListener(event, () => goOn(course))
}
