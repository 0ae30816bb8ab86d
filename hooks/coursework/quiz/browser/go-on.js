/**
 * The way on, on a page that lists the lessons. Whole without this: it leads to the first lesson. Who has begun is led
 * on by way-on.js, which nobody else fetches.
 */
import {marksNow, renew} from "./course-marks.js"
import {idsOf} from "./entries.js"

/** @type {typeof import("./way-on.js")|null} */
let led = null

/** @param {string} course */
async function goOn(course) {
  if (idsOf(course, "pending").length) {
    await import("./cards.js").then(cards => cards.schedulePending(course)).catch(() => {}) // offline still
    renew()
  }
  const marks = await marksNow().catch(() => null)
  const review = /** @type {HTMLElement|null} */ (document.querySelector(".go-on__review"))
  // All ways are shown at once: what comes by itself would be seen to move when the next one comes.
  // Who was led on and has erased it all since, in another tab, begins.
  if (marks?.of) led ??= await import("./way-on.js").catch(() => null)
  // Before the first answer there is nothing to review.
  const note = /** @type {HTMLElement|null} */ (document.querySelector(".go-on__note"))
  if (review && note) note.hidden = !(review.hidden = !Object.keys(marks?.due ?? {}).length)
  if (marks) led?.wayOn(course, marks, review)
}

const course = document.querySelector("[data-course]")?.getAttribute("data-course")
if (course) {
  goOn(course)
  // Another tab, and a page that the browser kept while others were read.
  for (const event of ["storage", "pageshow"]) addEventListener(event, () => goOn(course))
}
