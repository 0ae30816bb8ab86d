/**
 * "Want to read" and "Read" beside each work of a list: two buttons made from the list's `template.marks`, one mark a
 * work. `COURSE/v1/reading/REFERENCE` keeps {mark, day} in this browser only; the progress page saves, loads and erases
 * it with all else. That form is decided for ever.
 *
 * `data-mark` on a work says what is marked, for the filter of its list.
 */
const course = document.querySelector("[data-course]")?.getAttribute("data-course")
const templates = /** @type {HTMLTemplateElement[]} */ ([...document.querySelectorAll("template.marks")])
const lists = templates.map(template => /** @type {HTMLElement} */ (template.parentElement))
/** @param {HTMLElement} list */
const worksOf = list => /** @type {HTMLElement[]} */ ([...list.querySelectorAll(".reading, .reference")])
/** @param {HTMLElement} work */
const key = work => `${course}/v1/reading/${work.dataset.reference ?? work.id.replace("ref-", "")}`

/** @param {string|null} text @returns {string} the mark; nothing where there is none or it cannot be read */
function markIn(text) {
  try {
    const {mark, day} = JSON.parse(text ?? "")
    return /^(?:read|wanted)$/.test(mark) && /^\d{4}-\d\d-\d\d$/.test(day) ? mark : ""
  } catch {
    return ""
  }
}

/** Throws where the browser keeps nothing. @param {string} name @param {string} mark */
function keep(name, mark) {
  const kept = localStorage.getItem(name)
  // What cannot be read is set aside, never overwritten.
  if (kept !== null && !markIn(kept)) localStorage.setItem(`${course}/aside/${name}/${Date.now()}`, kept)
  if (!mark) return localStorage.removeItem(name)
  const now = new Date()
  now.setMinutes(now.getMinutes() - now.getTimezoneOffset())
  localStorage.setItem(name, JSON.stringify({mark, day: now.toISOString().slice(0, 10)}))
}

/** Show what is kept; throws where the browser gives nothing out. */
function show() {
  for (const list of lists) {
    for (const work of worksOf(list)) {
      const mark = work.dataset.mark = markIn(localStorage.getItem(key(work)))
      for (const button of work.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.value === mark))
    }
    list.dispatchEvent(new Event("itemschange"))
  }
}

/** @param {HTMLElement} work @param {HTMLTemplateElement} template */
function offer(work, template) {
  const made = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true))
  const name = /** @type {HTMLElement} */ (work.querySelector(".reading__title, .reading__entry"))
  name.id ||= `name-${key(work).split("/").pop()}`
  made.setAttribute("aria-labelledby", name.id)
  made.addEventListener("click", ({target}) => {
    if (!(target instanceof HTMLButtonElement)) return
    try {
      keep(key(work), target.value === work.dataset.mark ? "" : target.value)
      show()
    } catch {
      const said = /** @type {HTMLElement} */ (made.lastElementChild)
      said.textContent = said.dataset.refused ?? ""
    }
  })
  work.append(made)
}

if (course) {
  try {
    show()
    for (const template of templates) for (const work of worksOf(/** @type {HTMLElement} */ (template.parentElement))) offer(work, template)
    show()
    for (const event of ["storage", "pageshow"]) addEventListener(event, show)
  } catch {
    // Marks that cannot be kept are not offered.
  }
}
