/**
 * For a reader who has begun: the way on to the lesson in which she answered last, or, where all that it asks is
 * answered, to the next that is open; and to what is due for review.
 */
import {countDue, nameOf} from "./course-marks.js"
import {counted} from "./counted.js"
import {fill} from "./elements.js"
import {read} from "./entries.js"
import {words} from "./go-on-words.js"
import {minutesFor} from "./review-length.js"

/** What the link to the review says where nothing is due. */
let plain = ""

/**
 * @param {string} course
 * @param {import("./course-marks.js").Marks} marks
 * @param {Element|null} review the link to the review
 */
export function wayOn(course, marks, review) {
  lead(course, marks)
  if (!review) return
  const due = countDue(marks.due)
  plain ||= review.textContent ?? ""
  review.textContent = due ? fill(words.due, {due, time: counted(words, "time", minutesFor(due))}) : plain
  review.classList.toggle("go-on__review--due", due > 0)
}

/** @param {string} course @param {import("./course-marks.js").Marks} marks */
function lead(course, marks) {
  const next = document.querySelector(".go-on__next")
  const rows = [...document.querySelectorAll("li[data-lesson]")]
  const links = rows.map(row => row.querySelector("a")).filter(link => link !== null)
  if (!(next instanceof HTMLAnchorElement && links.length)) return
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
  if (at < 0 && open === links[0]) return
  next.href = (open ?? links[0]).href
  next.textContent = open ? fill(words.next, {number: links.indexOf(open) + 1}) : words.over
}
