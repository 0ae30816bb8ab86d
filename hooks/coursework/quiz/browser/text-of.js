/** The text of a part of the page; a formula is its TeX, since its signs alone would say another. @param {Node} part */
export function textOf(part) {
  const copy = /** @type {Element} */ (part.cloneNode(true))
  for (const math of copy.querySelectorAll("math")) math.replaceWith(math.dataset.tex ?? "")
  return copy.textContent.trim()
}
