/**
 * On every page, and so in a few lines: where this browser keeps anything of the course, link-marks.js is fetched,
 * which says how far the reader is. `data-course` stands somewhere on the page.
 */
const course = document.querySelector("[data-course]")?.getAttribute("data-course") ?? ""
let isWaiting = false
/** @type {typeof import("./link-marks.js")|undefined} */
let marks

/** Once for all that happens at the same time: a page that opens restores many answers. */
export function update() {
  if (isWaiting) return
  isWaiting = true
  setTimeout(async () => {
    isWaiting = false
    try {
      // What was marked and is erased in another tab is marked no more.
      if (!marks && Object.getOwnPropertyNames(localStorage).some(key => key.startsWith(`${course}/`))) {
        marks = await import("./link-marks.js")
      }
      await marks?.markLinks(course)
    } catch {
      // Offline, or a browser that gives nothing out: no marks.
    }
  })
}

if (course) {
  update()
  document.addEventListener("quiz-answer", update)
  // Another tab, and a page that the browser kept while others were read.
  for (const event of ["storage", "pageshow"]) addEventListener(event, update)
}
