/**
 * A lesson while it is read: which part of it is on the screen, that a reader who stops between two is led back there,
 * and whether sources stand in the text. Whole without this.
 */
import {keep, read} from "./entries.js"
import {today} from "./store.js"

const box = /** @type {HTMLInputElement|null} */ (document.getElementById("sources-in-text"))
const course = document.querySelector("[data-course]")?.getAttribute("data-course") ?? ""
const lesson = document.querySelector(".page[data-lesson]")?.getAttribute("data-lesson") ?? ""
const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".parts a")])

if (box) {
  box.checked = read(course, "preference", "sources") === "text"
  box.addEventListener("change", () => keep(course, "preference", "sources", box.checked ? "text" : "end"))
}

/** The part that fills the upper half of the window is the present one. */
function follow() {
  /** @param {HTMLAnchorElement} link */
  const top = link => document.getElementById(link.hash.slice(1))?.getBoundingClientRect().top ?? 0
  const now = [...links].reverse().find(link => top(link) < innerHeight / 2)
  for (const link of links) {
    if (link === now) link.setAttribute("aria-current", "true")
    else link.removeAttribute("aria-current")
  }
}

if (links.length) {
  addEventListener("scroll", () => requestAnimationFrame(follow), {passive: true})
  follow()
}

const seen = new IntersectionObserver(entries => {
  for (const {target, isIntersecting} of entries) {
    const section = target.nextElementSibling?.id ?? ""
    if (!isIntersecting || !keep(course, "place", "lesson", {lesson, section, day: today()})) continue
    /** @type {HTMLElement} */ (target.querySelector("[data-part=place]")).hidden = false
    seen.unobserve(target)
  }
})
for (const stop of document.querySelectorAll(".stop")) seen.observe(stop)
