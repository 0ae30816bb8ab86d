/**
 * A form that narrows a list, for any house: `filter.html` makes the form, this makes it work. Without scripts the form
 * is not shown and the list is whole.
 *
 * What a page must hold:
 * - `<form class="filter" hidden data-list="ID" data-count="{shown} of {count} readings">` with checkboxes, each named by
 *   its facet, a `role="status"`, a `button[type=reset]` and a `details` around the checkboxes.
 * - An element with that ID, and in it the items: `<li data-item data-level="advanced" data-topic="scale north">`. An item
 *   names its values of a facet in `data-FACET`, several with spaces between them. A value is a word without a space, a
 *   facet's name small letters.
 * - `data-group` on what holds items and is hidden with the last of them (a heading and its list), and `data-with="ID"` on
 *   what is hidden together with the group of that ID (a link that leads there).
 *
 * Values of one facet add to one another, facets narrow one another. What is chosen stands in the address
 * (`?level=advanced&level=introductory&topic=scale`), so that it can be linked to; whatever else the address says is
 * kept, and what no checkbox is for is ignored. Who changes the values of an item dispatches `itemschange` on the list.
 */

/** @param {HTMLFormElement} form @param {HTMLElement} list */
function begin(form, list) {
  const boxes = [...form.querySelectorAll("input")]
  const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-item]")])
  const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"))
  const clear = /** @type {HTMLButtonElement} */ (form.querySelector("[type=reset]"))
  const details = /** @type {HTMLDetailsElement} */ (form.querySelector("details"))
  const facets = [...new Set(boxes.map(box => box.name))]
  /** @param {string} facet */
  const chosen = facet => boxes.filter(box => box.name === facet && box.checked).map(box => box.value)

  function show() {
    const asked = facets.map(facet => ({facet, values: chosen(facet)})).filter(({values}) => values.length)
    for (const item of items) {
      item.hidden = !asked.every(({facet, values}) => (item.dataset[facet] ?? "").split(" ").some(value => values.includes(value)))
    }
    for (const group of /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-group]"))) {
      group.hidden = !group.querySelector("[data-item]:not([hidden])")
    }
    for (const other of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-with]"))) {
      other.hidden = document.getElementById(other.dataset.with ?? "")?.hidden ?? false
    }
    const shown = items.filter(item => !item.hidden).length
    status.textContent = (form.dataset.count ?? "").replace("{shown}", String(shown)).replace("{count}", String(items.length))
    clear.hidden = !asked.length
  }

  function keep() {
    const address = new URL(location.href)
    for (const facet of facets) {
      address.searchParams.delete(facet)
      for (const value of chosen(facet)) address.searchParams.append(facet, value)
    }
    try {
      history.replaceState(history.state, "", address)
    } catch {
      // A page that was opened as a file has no address to change.
    }
  }

  function read() {
    const asked = new URLSearchParams(location.search)
    for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value)
    // Why the list is short must be seen.
    if (boxes.some(box => box.checked)) details.open = true
    show()
    uncover()
  }

  /** A link to an item leads there, whatever is chosen. */
  function uncover() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!target?.closest("[hidden]") || !list.contains(target)) return
    empty()
    target.scrollIntoView()
  }

  function empty() {
    for (const box of boxes) box.checked = false
    show()
    keep()
  }

  form.addEventListener("change", () => {
    show()
    keep()
  })
  form.addEventListener("reset", event => {
    event.preventDefault()
    empty()
    // The button is gone; the keyboard stays in the form.
    details.querySelector("summary")?.focus()
  })
  form.addEventListener("submit", event => event.preventDefault())
  list.addEventListener("itemschange", show)
  addEventListener("popstate", read)
  addEventListener("hashchange", uncover)
  form.hidden = false
  read()
}

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form.filter"))) {
  const list = document.getElementById(form.dataset.list ?? "")
  if (list) begin(form, list)
}
