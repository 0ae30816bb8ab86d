/** Make a form narrow its list; filter.js says what both must hold. @param {HTMLFormElement} form */
export function narrow(form) {
  const list = /** @type {HTMLElement} */ (document.getElementById(form.dataset.list ?? ""))
  const boxes = [...form.querySelectorAll("input")]
  const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-item]")])
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (form.querySelector(selector))
  const clear = find("[type=reset]")
  const details = /** @type {HTMLDetailsElement} */ (find("details"))

  function show() {
    /** @type {Map<string, string[]>} */
    const asked = new Map()
    for (const {name, value, checked} of boxes) if (checked) asked.set(name, [...asked.get(name) ?? [], value])
    for (const item of items) {
      item.hidden = ![...asked].every(([name, values]) =>
        item.dataset[name]?.split(" ").some(value => values.includes(value)))
    }
    for (const group of hidable(list, "[data-group]")) group.hidden = !group.querySelector("[data-item]:not([hidden])")
    for (const other of hidable(document, "[data-with]")) {
      other.hidden = !!document.getElementById(other.dataset.with ?? "")?.hidden
    }
    const shown = items.filter(item => !item.hidden).length
    const template = form.dataset.count ?? ""
    find("[role=status]").textContent = template.replace("{shown}", `${shown}`).replace("{count}", `${items.length}`)
    clear.hidden = !asked.size
  }

  function keep() {
    const address = new URL(location.href)
    for (const {name} of boxes) address.searchParams.delete(name)
    for (const {name, value, checked} of boxes) if (checked) address.searchParams.append(name, value)
    try {
      history.replaceState(history.state, "", address)
    } catch {
      // A page that was opened as a file has no address to change.
    }
  }

  function read() {
    const asked = new URLSearchParams(location.search)
    // Why the list is short must be seen.
    for (const box of boxes) if (box.checked = asked.getAll(box.name).includes(box.value)) details.open = true
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
    change()
  }

  function change() {
    show()
    keep()
  }

  form.addEventListener("change", change)
  clear.addEventListener("click", () => {
    empty()
    // The button is gone; the keyboard stays in the form.
    find("summary").focus()
  })
  list.addEventListener("itemschange", show)
  addEventListener("popstate", read)
  addEventListener("hashchange", uncover)
  // Whoever was faster than this file has chosen already.
  if (boxes.some(box => box.checked)) change()
  else read()
}

/** @param {ParentNode} root @param {string} selector @returns {NodeListOf<HTMLElement>} */
const hidable = (root, selector) => root.querySelectorAll(selector)
