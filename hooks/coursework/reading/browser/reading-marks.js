/**
 * "Want to read" and "Read" beside each work of a list: two buttons from the list's `template.marks`, one mark a
 * work. They are kept in this browser only; the progress page saves, loads and erases them with all else.
 *
 * `data-mark` on a work says what is marked, for the filter of its list.
 *
 * @typedef {import("./store.js").Reading["mark"]} Mark
 */
import {isReading, keepEntry, keyOf, mayRead, parseAs, readEntry, today} from "./store.js"

const course = document.querySelector("[data-course]")?.getAttribute("data-course") ?? ""
const templates = /** @type {HTMLTemplateElement[]} */ ([...document.querySelectorAll("template.marks")])
const lists = templates.map(template => /** @type {HTMLElement} */ (template.parentElement))
/** @param {HTMLElement} list */
const worksOf = list => /** @type {HTMLElement[]} */ ([...list.querySelectorAll(".reading, .reference")])
/** @param {HTMLElement} work */
const referenceOf = work => work.dataset.reference ?? work.id.replace("ref-", "")

/** @param {HTMLElement} work */
const keyFor = work => keyOf(course, "reading", referenceOf(work))
/** @param {string|null} text @returns {import("./store.js").Reading|null} */
const parse = text => parseAs(text, isReading)

/** Show what is kept. */
function show() {
  for (const list of lists) {
    for (const work of worksOf(list)) {
      const mark = work.dataset.mark = readEntry(keyFor(work), parse)?.mark ?? ""
      for (const button of work.querySelectorAll("button")) {
        button.setAttribute("aria-pressed", String(button.value === mark))
      }
    }
    list.dispatchEvent(new Event("itemschange"))
  }
}

/** @param {HTMLElement} work @param {HTMLTemplateElement} template */
function offer(work, template) {
  const marks = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true))
  const name = /** @type {HTMLElement} */ (work.querySelector(".reading__title, .reading__entry"))
  name.id ||= `name-${referenceOf(work)}`
  marks.setAttribute("aria-labelledby", name.id)
  marks.addEventListener("click", ({target}) => {
    if (!(target instanceof HTMLButtonElement)) return
    const mark = /** @type {Mark} */ (target.value)
    const entry = mark === work.dataset.mark ? null : {mark, day: today()}
    if (keepEntry(course, keyFor(work), entry, parse)) return show()
    const status = /** @type {HTMLElement} */ (marks.lastElementChild)
    status.textContent = status.dataset.refused ?? ""
  })
  work.append(marks)
}

// Marks that cannot be kept are not offered.
if (course && mayRead()) {
  show()
  for (const [place, template] of templates.entries()) for (const work of worksOf(lists[place])) offer(work, template)
  show()
  for (const event of ["storage", "pageshow"]) addEventListener(event, show)
}
