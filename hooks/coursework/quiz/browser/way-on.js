/**
 * For a reader who has begun: the way on to the lesson in which she answered last, with its section, or to the next
 * that is open; to a sitting that she stopped; and to what is due for review. One of them is the button and comes
 * first: what was stopped, unless she has read on since, then what is due, then the lesson.
 */
import {countDue, nameOf} from "./course-marks.js"
import {counted} from "./counted.js"
import {fill} from "./elements.js"
import {read} from "./entries.js"
import {fetchPage} from "./fetch-page.js"
import {words} from "./go-on-words.js"
import {nextLesson} from "./next-lesson.js"
import {openSittings} from "./open-sittings.js"
import {headingOf} from "./rereads.js"
import {minutesFor} from "./review-length.js"

/** What the link to the review says where nothing is due. */
let plain = ""
/** What the way to a section says with its name, by its address. @type {Map<string, string>} */
const named = new Map()

/**
 * @param {string} course
 * @param {import("./course-marks.js").Marks} marks
 * @param {HTMLElement|null} review the link to the review
 */
export function wayOn(course, marks, review) {
  const place = read(course, "place", "lesson")
  const lesson = lead(marks, place)
  for (const way of document.querySelectorAll(/** @type {"a"} */ (".go-on__sitting"))) way.hidden = true
  const stopped = openSittings(course)
  for (const {way, answered, total} of stopped) {
    const title = way.dataset.title ??= way.textContent ?? ""
    way.hidden = false
    way.textContent = fill(words.sitting, {title, answered, total})
  }
  const due = countDue(marks.due)
  if (review) {
    plain ||= review.textContent ?? ""
    review.textContent = due ? fill(words.due, {due, time: counted(words, "time", minutesFor(due))}) : plain
  }
  const first = stopped.find(({isLast}) => isLast)?.way ?? (due ? review : null) ?? lesson
  if (first) putFirst(first)
}

/**
 * Each way is set anew in the place of another, so that none is seen to move. What has the focus keeps it.
 * @param {Element} first
 */
function putFirst(first) {
  const ways = first.parentElement, focused = document.activeElement
  if (!ways || first === ways.firstElementChild) return
  ways.replaceChildren(...new Set([first, ...ways.children]))
  if (focused instanceof HTMLElement && ways.contains(focused)) focused.focus()
}

/**
 * @param {import("./course-marks.js").Marks} marks
 * @param {import("./entries.js").Place|null} place where the reader was last
 */
function lead(marks, place) {
  const next = document.querySelector(".go-on__next")
  const rows = [...document.querySelectorAll("li[data-lesson]")]
  const links = rows.map(row => row.querySelector("a")).filter(link => link !== null)
  if (!(next instanceof HTMLAnchorElement && links.length)) return null
  const at = rows.findIndex(row => row.getAttribute("data-lesson") === place?.lesson)
  const stateOf = (/** @type {HTMLElement} */ link) => marks.links[nameOf(link)]?.[0] ?? "none"
  const {open, way} = nextLesson(links, at,
    link => !["done", "known"].includes(stateOf(link)), link => stateOf(link) !== "none")
  if (open && way === "go-on") {
    const title = open.textContent ?? "", section = open === links[at] && place?.section
    next.href = open.href + (section ? `#${section}` : "")
    next.textContent = named.get(next.href) ?? fill(words.lesson, {title})
    if (section && !named.has(next.href)) nameSection(next, title)
  } else if (way === "next") { // to begin is what the page says by itself
    next.href = (open ?? links[0]).href
    next.textContent = open ? fill(words.next, {number: links.indexOf(open) + 1}) : words.over
  }
  return next
}

/**
 * Say in which section the lesson is gone on with, by the name of its heading there, if nothing below moves for it.
 * @param {HTMLAnchorElement} next @param {string} title
 */
async function nameSection(next, title) {
  const {href, textContent} = next, ways = next.parentElement
  try {
    const {page} = await fetchPage(href)
    const section = headingOf(next, page)
    if (!section || next.href !== href || !ways) return
    const {offsetHeight} = ways
    next.textContent = fill(words.section, {title, section})
    if (ways.offsetHeight > offsetHeight) next.textContent = textContent
    named.set(href, next.textContent)
  } catch {
    // It leads there without its name.
  }
}
