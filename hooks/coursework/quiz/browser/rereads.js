/** Links to the passages that teach what was missed, by the names of the headings there. */
import {fetchPage} from "./fetch-page.js"
import {idIn} from "./id-in.js"
import {textOf} from "./text-of.js"

/** Each passage once. @param {HTMLElement[]} missed */
export function rereadLinks(missed) {
  const links = new Map()
  for (const question of missed) {
    const link = /** @type {HTMLAnchorElement|null} */ (question.querySelector(".answer__reread a"))
    if (link) links.set(link.href, headingOf(link, document) || link.textContent)
  }
  return [...links].map(([href, text]) => Object.assign(document.createElement("a"), {textContent: text, href}))
}

/**
 * Links to other pages take the names of the headings there, as soon as those can be had.
 * @param {HTMLElement} element
 */
export async function nameLinks(element) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...element.querySelectorAll(".summary__reread a")])
  for (const path of new Set(links.map(link => link.pathname))) {
    if (path === location.pathname) continue
    try {
      const {page} = await fetchPage(path)
      for (const link of links) if (link.pathname === path) link.textContent = headingOf(link, page) || link.textContent
    } catch {
      // They lead there by any name.
    }
  }
}

/**
 * The heading that a link leads to, without the sign of its permalink; nothing where it is not on this page.
 * @param {HTMLAnchorElement} link @param {Document} page
 */
export function headingOf(link, page) {
  if (page === document && link.pathname !== location.pathname) return ""
  const target = page.getElementById(idIn(link.hash))
  if (!target) return ""
  const own = /** @type {Element} */ (target.cloneNode(true))
  own.querySelector(".headerlink")?.remove()
  return textOf(own)
}
