/**
 * Where in a lesson its reader is: the part on the screen, and the place to go on from. What is answered in a lesson
 * counts, and a stop between two parts that was read up to; a review goes through all lessons.
 */
import {keep} from "./entries.js"
import {today} from "./store.js"
import "./turns.js"

const page = /** @type {HTMLElement} */ (document.querySelector(".page"))
const lists = [".parts a", ".contents__here a"]
  .map(links => /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(links)]))
/** @type {IntersectionObserver|null} */
let stops = null

/**
 * A reader answered or guessed at something, or moved on.
 * @param {string} course
 * @param {Event} event
 */
export function moved(course, {type, target}) {
  if (type !== "scroll") return keepPlace(course, sectionOf(/** @type {Element} */ (target)))
  stops ??= watchStops(course)
  requestAnimationFrame(show)
}

/** @param {string} course @param {string} section */
function keepPlace(course, section) {
  // Where it is not kept, the page says so when it keeps the answer itself.
  return keep(course, "place", "lesson", {lesson: page.dataset.lesson ?? "", section, day: today()})
}

/** The last heading before a question. @param {Element} question */
function sectionOf(question) {
  const above = [...page.querySelectorAll("h2[id], h3[id]")]
    .filter(heading => heading.compareDocumentPosition(question) & Node.DOCUMENT_POSITION_FOLLOWING)
  return above.at(-1)?.id ?? ""
}

/** What fills the upper half of the window is read, of the parts as of the headings; at the start there is none. */
function show() {
  /** @param {HTMLAnchorElement} link */
  const top = link => document.getElementById(link.hash.slice(1))?.getBoundingClientRect().top ?? 0
  for (const links of lists) {
    const now = [...links].reverse().find(link => top(link) < innerHeight / 2)
    for (const link of links) {
      if (link === now) link.setAttribute("aria-current", "true")
      else link.removeAttribute("aria-current")
    }
  }
}

/** Who reads up to a stop is led back to the part behind it. @param {string} course */
function watchStops(course) {
  const watched = new IntersectionObserver(entries => {
    for (const {target, isIntersecting} of entries) {
      if (!isIntersecting || !keepPlace(course, target.nextElementSibling?.id ?? "")) continue
      /** @type {HTMLElement} */ (target.querySelector("[data-part=place]")).hidden = false
      watched.unobserve(target)
    }
  })
  for (const stop of page.querySelectorAll(".stop")) watched.observe(stop)
  return watched
}
