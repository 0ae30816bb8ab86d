/**
 * The card that card.js asks for. It can be hovered, stays until it is left, and closes by Escape (WCAG 1.4.13). Where
 * it cannot be made, its link leads to the same words on their page.
 */
import {fetchPage} from "./fetch-page.js"

const PATIENCE = 250 // milliseconds that a pointer rests before a card opens, or is away before it closes
const MARGIN = 8 // pixels between a card and the edge of the window

/** @type {Map<string, ReturnType<typeof fetchPage>>} */
const pages = new Map()
/** Which link has a card, as card.js knows it. @type {(target: EventTarget | null) => HTMLAnchorElement | null} */
let linkOf = () => null
/** @type {HTMLAnchorElement | null} */
let open = null
let timer = 0
let count = 0
const card = document.createElement("div")
Object.assign(card, {className: "card md-typeset", id: "card", popover: "manual", role: "note"})

/**
 * The words that a link leads to, as an element of this page; nothing where they are not there.
 * @param {HTMLAnchorElement} link
 * @returns {Promise<HTMLElement | null>}
 */
async function wordsBehind(link) {
  const address = link.href.split("#")[0]
  if (address !== location.href.split("#")[0] && !pages.has(address)) pages.set(address, fetchPage(address))
  const page = (await pages.get(address))?.page ?? document
  const target = page.getElementById(link.hash.slice(1))
  if (!target) return null
  // A term stands before its meaning, and both in a list; everything else is whole.
  const isTerm = target.tagName === "DT"
  const found = isTerm ? [target, target.nextElementSibling] : [...target.childNodes]
  const copy = document.createElement(isTerm ? "dl" : "div")
  copy.append(...found.flatMap(node => node ? [document.importNode(node, true)] : []))
  mend(copy, address)
  return copy
}

/**
 * A copy has no names of its own, and its links lead where they led on their page.
 * @param {Element} copy
 * @param {string} address
 */
function mend(copy, address) {
  for (const part of copy.querySelectorAll("*")) {
    part.removeAttribute("id")
    const href = part.getAttribute("href")
    if (href) part.setAttribute("href", new URL(href, address).href)
  }
}

/** @param {HTMLAnchorElement} link */
async function show(link) {
  clearTimeout(timer)
  const mine = count += 1 // what was asked for before comes too late
  if (link === open) return
  const words = await wordsBehind(link).catch(() => null)
  if (mine !== count || !words) return
  hide()
  open = link
  card.replaceChildren(words)
  link.after(card) // so that Tab goes from the link into the card
  link.setAttribute("aria-describedby", card.id)
  card.showPopover()
  place(link)
}

/** @param {HTMLAnchorElement} link */
function place(link) {
  const line = [...link.getClientRects()].at(-1) ?? link.getBoundingClientRect()
  const {offsetWidth: width, offsetHeight: height} = card
  const left = Math.max(MARGIN, Math.min(line.left, document.documentElement.clientWidth - width - MARGIN))
  const fits = line.bottom + height + MARGIN < innerHeight || line.top < height + MARGIN
  card.style.left = `${left + scrollX}px`
  card.style.top = `${(fits ? line.bottom : line.top - height) + scrollY}px`
}

function hide() {
  clearTimeout(timer)
  if (!open) return
  open.removeAttribute("aria-describedby")
  open = null
  card.remove()
}

/** @param {EventTarget | null} target */
const isInside = target => target instanceof Node && (card.contains(target) || !!open?.contains(target))

/** A link that is not in the card. @param {EventTarget | null} target */
function linkOutside(target) {
  const link = linkOf(target)
  return link && !card.contains(link) ? link : null
}

/**
 * Open the card for the link that was asked for first, if it still is.
 * @param {HTMLAnchorElement} link
 * @param {string} kind of the event by which it was
 * @param {typeof linkOf} find
 */
export function begin(link, kind, find) {
  linkOf = find
  if (kind === "pointerover" && link.matches(":hover")) timer = setTimeout(() => show(link), PATIENCE)
  else if (kind === "click" || link === document.activeElement) show(link)
}

document.addEventListener("pointerover", event => {
  if (event.pointerType === "touch") return
  const link = linkOutside(event.target)
  clearTimeout(timer)
  if (link && link !== open) timer = setTimeout(() => show(link), PATIENCE)
  else if (open && !isInside(event.target) && !isInside(document.activeElement)) timer = setTimeout(dismiss, PATIENCE)
})
document.addEventListener("focusin", event => {
  const link = linkOutside(event.target)
  if (link?.matches(":focus-visible")) show(link)
  else if (!isInside(event.target)) dismiss()
})
document.addEventListener("click", event => {
  const link = linkOutside(event.target)
  // A finger cannot hover: its first tap opens the card, and a second follows the link.
  const isTap = event instanceof PointerEvent && event.pointerType === "touch"
  if (link && link !== open && isTap) {
    event.preventDefault()
    show(link)
  } else if (!isInside(event.target)) dismiss()
})
addEventListener("keydown", event => {
  if (event.key !== "Escape" || !open) return
  if (card.contains(document.activeElement)) open.focus()
  dismiss()
})

function dismiss() {
  count += 1
  hide()
}
