import {idIn} from "./id-in.js"

/** In small letters, without accents, and with one apostrophe and one hyphen. @param {string} text */
const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[\u2018\u2019]/g, "'")
  .replace(/\u2010/g, "-").toLowerCase()

/** Make a form narrow its list; filter.js says what both must hold. @param {HTMLFormElement} form */
export function narrow(form) {
  const list = /** @type {HTMLElement} */ (document.getElementById(form.dataset.list ?? ""))
  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("[type=checkbox]")])
  const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-item]")])
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (form.querySelector(selector))
  const field = /** @type {HTMLInputElement} */ (find("[type=search]"))
  const clear = find("[type=reset]")
  const on = /** @type {HTMLAnchorElement} */ (find(".filter__on"))
  /** @type {Map<HTMLElement, string>} */
  const texts = new Map()

  /** @param {HTMLElement} item */
  function textOf(item) {
    const text = texts.get(item) ?? fold(item.textContent ?? "")
    texts.set(item, text)
    return text
  }
  const details = /** @type {HTMLDetailsElement|null} */ (form.querySelector("details"))

  function show() {
    /** @type {Map<string, string[]>} */
    const asked = new Map()
    for (const {name, value, checked} of boxes) if (checked) asked.set(name, [...asked.get(name) ?? [], value])
    const words = fold(field.value).split(/\s+/).filter(Boolean)
    const fit = words.map(word => {
      const has = items.filter(item => textOf(item).includes(word))
      const two = has.length ? null : asTwo(word)
      return new Set(two ? items.filter(item => two.test(textOf(item))) : has)
    })
    const found = items.filter(item => fit.every(those => those.has(item)))
    /** @param {HTMLElement} item @param {string} [but] a facet that does not count */
    const fits = (item, but) => [...asked].every(([name, values]) => name === but || has(item, name, values))
    const shown = new Set(found.filter(item => fits(item)))
    for (const item of items) item.hidden = !shown.has(item)
    for (const box of boxes) {
      const count = found.filter(item => fits(item, box.name) && has(item, box.name, [box.value])).length
      const place = box.parentElement?.querySelector("span")
      if (place) place.textContent = `${count}`
    }
    for (const group of hidable(list, "[data-group]")) group.hidden = !group.querySelector("[data-item]:not([hidden])")
    for (const other of hidable(document, "[data-with]")) {
      other.hidden = !!document.getElementById(other.dataset.with ?? "")?.hidden
    }
    const template = form.dataset.count ?? ""
    const counts = template.replace("{shown}", `${shown.size}`).replace("{count}", `${items.length}`)
    find("[role=status]").textContent = counts
    clear.hidden = !asked.size && !words.length
    // To the theme's own search, where it has one.
    on.hidden = shown.size > 0 || !words.length || !document.querySelector("[role=search]")
    on.href = `?${new URLSearchParams({q: field.value.trim()})}`
  }

  function keep() {
    const address = new URL(location.href)
    for (const {name} of [field, ...boxes]) address.searchParams.delete(name)
    for (const {name, value, checked} of boxes) if (checked) address.searchParams.append(name, value)
    if (field.value.trim()) address.searchParams.set(field.name, field.value.trim())
    try {
      history.replaceState(history.state, "", address)
    } catch {
      // A page that was opened as a file has no address to change.
    }
  }

  function read() {
    const asked = new URLSearchParams(location.search)
    // Why the list is short must be seen.
    for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value)
    if (details && boxes.some(box => box.checked)) details.open = true
    field.value = asked.get(field.name) ?? ""
    show()
    uncover()
  }

  /** A link to an item leads there, whatever is chosen. */
  function uncover() {
    const target = document.getElementById(idIn(location.hash))
    if (!target?.closest("[hidden]") || !list.contains(target)) return
    empty()
    target.scrollIntoView()
  }

  function empty() {
    for (const box of boxes) box.checked = false
    field.value = ""
    change()
  }

  function change() {
    show()
    keep()
  }

  form.addEventListener("input", change)
  form.addEventListener("submit", event => event.preventDefault())
  clear.addEventListener("click", () => {
    empty()
    // The button is gone; the keyboard stays in the form.
    ;(details ? find("summary") : field).focus()
  })
  list.addEventListener("itemschange", show)
  addEventListener("popstate", read)
  addEventListener("hashchange", uncover)
  // Whoever was faster than this file has chosen already.
  if (field.value || boxes.some(box => box.checked)) change()
  else read()
  form.dataset.narrows = ""
}

/** @param {HTMLElement} item @param {string} facet @param {string[]} values */
const has = (item, facet, values) => !!item.dataset[facet]?.split(" ").some(value => values.includes(value))

/** @param {ParentNode} root @param {string} selector @returns {NodeListOf<HTMLElement>} */
const hidable = (root, selector) => root.querySelectorAll(selector)

/**
 * What a word is looked for as when it stands nowhere as it is typed: as two words, the first with an ending, so that
 * "waitlist" and "wait-list" find a waiting list. Nothing for a word that is too short to be two.
 * @param {string} word
 */
function asTwo(word) {
  const [first, ...rest] = word.split("-").filter(Boolean)
  const halves = rest.length ? [[first, rest.join("-")]]
    : [...word].map((_, at) => [word.slice(0, at), word.slice(at)]).slice(3, -2)
  const either = halves.map(([one, two]) => `${literal(one)}\\p{L}{0,3}[\\s-]${rest.length ? "*" : "+"}${literal(two)}`)
  return either.length ? new RegExp(`(?<!\\p{L})(${either.join("|")})`, "u") : null
}

/** @param {string} text */
const literal = text => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
