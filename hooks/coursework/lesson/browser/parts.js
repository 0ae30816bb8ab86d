/** Which part of a lesson is on the screen; and a reader who stops between two is led back there. */
import {keep} from "./entries.js"
import {today} from "./store.js"

/** Show it from now on. @param {string} course */
export function follow(course) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll(".parts a")])
  const lesson = document.querySelector(".page[data-lesson]")?.getAttribute("data-lesson") ?? ""

  /** The part that fills the upper half of the window is the present one. */
  function show() {
    /** @param {HTMLAnchorElement} link */
    const top = link => document.getElementById(link.hash.slice(1))?.getBoundingClientRect().top ?? 0
    const now = [...links].reverse().find(link => top(link) < innerHeight / 2) ?? links[0]
    for (const link of links) {
      if (link === now) link.setAttribute("aria-current", "true")
      else link.removeAttribute("aria-current")
    }
  }

  const stops = new IntersectionObserver(entries => {
    for (const {target, isIntersecting} of entries) {
      const section = target.nextElementSibling?.id ?? ""
      if (!isIntersecting || !keep(course, "place", "lesson", {lesson, section, day: today()})) continue
      /** @type {HTMLElement} */ (target.querySelector("[data-part=place]")).hidden = false
      stops.unobserve(target)
    }
  })
  for (const stop of document.querySelectorAll(".stop")) stops.observe(stop)
  addEventListener("scroll", () => requestAnimationFrame(show), {passive: true})
  show()
}
