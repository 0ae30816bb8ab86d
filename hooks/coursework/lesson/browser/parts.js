/**
 * Where in a lesson its reader is: the part on the screen, and the place to go on from. What is answered in a lesson
 * counts, and a stop between two parts that was read up to; and how far it was read, as long as that is nearer to its
 * end and the place is in no other lesson, into which she may only have looked. A review goes through all lessons.
 */
import {keep, read} from "./entries.js"
import {idIn} from "./id-in.js"
import {today} from "./store.js"
import "./turns.js"

const page = /** @type {HTMLElement} */ (document.querySelector(".page"))
const lists = [".parts a", ".contents__here a"]
  .map(links => /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(links)]))
const headings = [...page.querySelectorAll("h2[id], h3[id]")]
/** @type {IntersectionObserver|null} */
let stops = null
/** The heading below which she is. @type {Element|undefined} */
let below
let reading = 0
const SECONDS_TO_READ = 4

// What a source is called, where no claim says what it is there for: the list below has it already.
for (const row of page.querySelectorAll(".sources > p:not(:has(.sources__claim))")) {
  for (const {hash} of /** @type {NodeListOf<HTMLAnchorElement>} */ (row.querySelectorAll("a[href^='#ref-']"))) {
    const work = document.getElementById(idIn(hash))?.cloneNode(true)
    if (!(work instanceof Element)) continue
    for (const more of work.querySelectorAll("[class]")) more.remove()
    const {textContent} = work
    row.append(Object.assign(document.createElement("span"), {className: "sources__claim", textContent}))
  }
}

/**
 * A reader answered or guessed at something, or moved on.
 * @param {string} course
 * @param {Event} event
 */
export function moved(course, {type, target}) {
  if (type !== "scroll") return keepPlace(course, sectionOf(/** @type {Element} */ (target)))
  stops ??= watchStops(course)
  requestAnimationFrame(() => show(course))
}

/** @param {string} course @param {string} section */
function keepPlace(course, section) {
  const {lesson} = page.dataset
  // Where it is not kept, the page says so when it keeps the answer itself. No page leads to a lesson that is in no
  // navigation, and the place in another would be lost for it.
  return lesson !== undefined && keep(course, "place", "lesson", {lesson, section, day: today()})
}

/** The last heading before a question. @param {Element} question */
function sectionOf(question) {
  return headings.filter(heading => isBefore(heading, question)).at(-1)?.id ?? ""
}

/** @param {Element} one @param {Element} other */
const isBefore = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING

/**
 * What fills the upper half of the window is read, of the parts as of the headings; at the start there is none.
 * @param {string} course
 */
function show(course) {
  /** @param {HTMLAnchorElement} link */
  const top = link => document.getElementById(idIn(link.hash))?.getBoundingClientRect().top ?? 0
  const seen = headings
    .filter(heading => heading.checkVisibility() && heading.getBoundingClientRect().top < innerHeight / 2)
  if (seen.at(-1) !== below) {
    below = seen.at(-1)
    clearTimeout(reading)
    reading = setTimeout(() => readOn(course), SECONDS_TO_READ * 1000)
  }
  for (const links of lists) {
    const now = [...links].reverse().find(link => top(link) < innerHeight / 2)
    for (const link of links) {
      if (link === now) link.setAttribute("aria-current", "true")
      else link.removeAttribute("aria-current")
    }
  }
}

/** @param {string} course */
function readOn(course) {
  const place = read(course, "place", "lesson")
  const last = place && document.getElementById(place.section)
  if (!below || place && place.lesson !== page.dataset.lesson || last && !isBefore(last, below)) return
  keepPlace(course, below.id)
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
