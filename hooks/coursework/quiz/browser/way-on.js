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
import {openIn} from "./section-open.js"

/** What the link to the review says where nothing is due. */
let plain = ""
/** And what the way to the first lesson says. */
let begin = ""
/** The lessons that were looked into, by their addresses. @type {Map<string, Promise<Document>>} */
const pages = new Map()

/**
 * @param {string} course
 * @param {import("./course-marks.js").Marks} marks
 * @param {HTMLElement|null} review the link to the review
 */
export function wayOn(course, marks, review) {
  const place = read(course, "place", "lesson")
  const lesson = lead(course, marks, place)
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
 * @param {string} course
 * @param {import("./course-marks.js").Marks} marks
 * @param {import("./entries.js").Place|null} place where the reader was last
 */
function lead(course, marks, place) {
  const next = document.querySelector(".go-on__next")
  const rows = [...document.querySelectorAll("li[data-lesson]")]
  const links = rows.map(row => row.querySelector("a")).filter(link => link !== null)
  if (!(next instanceof HTMLAnchorElement && links.length)) return null
  begin ||= next.textContent ?? ""
  const at = rows.findIndex(row => row.getAttribute("data-lesson") === place?.lesson)
  const stateOf = (/** @type {HTMLElement} */ link) => marks.links[nameOf(link)]?.[0] ?? "none"
  const {open, way} = nextLesson(links, at,
    link => !["done", "known"].includes(stateOf(link)), link => stateOf(link) !== "none")
  if (open && way === "go-on") {
    const title = open.textContent ?? "", section = open === links[at] && place?.section
    next.href = open.href + (section ? `#${section}` : "")
    next.textContent = fill(words.lesson, {title})
    if (section) nameSection(course, next, title)
  } else {
    next.href = (open ?? links[0]).href
    next.textContent = way === "begin" ? begin : open ? fill(words.next, {number: links.indexOf(open) + 1}) : words.over
  }
  return next
}

/**
 * Say in which section the lesson is gone on with, by the name of its heading there, if nothing below moves for it; and
 * lead to what is not answered there.
 * @param {string} course @param {HTMLAnchorElement} next @param {string} title
 */
async function nameSection(course, next, title) {
  const {href, textContent, hash} = next, ways = next.parentElement
  const [address] = href.split("#")
  try {
    if (!pages.has(address)) pages.set(address, fetchPage(address).then(({page}) => page))
    const page = /** @type {Document} */ (await pages.get(address))
    const section = headingOf(next, page)
    if (!section || next.href !== href || !ways) return
    const {offsetHeight} = ways
    next.textContent = fill(words.section, {title, section})
    if (ways.offsetHeight > offsetHeight) next.textContent = textContent
    next.hash = openIn(course, page, hash)
  } catch {
    // It leads there without its name.
    pages.delete(address)
  }
}
