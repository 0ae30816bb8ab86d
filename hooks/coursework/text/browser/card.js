/**
 * What a citation, a claim or a term leads to, shown in a card beside it: on hover, on focus, or by a tap. The link
 * stays a link. Most are read past, so all but the asking is fetched when the first card is asked for.
 */
// A note that is open has the words of its claims itself, and no room for a second one above it.
const LINKS = ":is(.citation a[href*='#ref-'], a.claim-mark, a.term):not(.sources:popover-open a)"
const KINDS = ["pointerover", "focusin", "click"]

/** @param {EventTarget | null} target */
function linkOf(target) {
  const link = target instanceof Element ? target.closest(LINKS) : null
  return link instanceof HTMLAnchorElement ? link : null
}

/** @param {Event} event */
async function ask(event) {
  const link = linkOf(event.target)
  const isTouch = event instanceof PointerEvent && event.pointerType === "touch"
  // A finger cannot hover: its first tap opens the card, and a second follows the link.
  const isMeant = event.type === "focusin" ? link?.matches(":focus-visible") : isTouch === (event.type === "click")
  if (!link || !isMeant) return
  if (isTouch) event.preventDefault()
  try {
    const {begin} = await import("./card-popover.js")
    for (const kind of KINDS) document.removeEventListener(kind, ask)
    begin(link, event.type, linkOf)
  } catch {
    if (isTouch) location.assign(link.href)
  }
}

if ("showPopover" in document.body) for (const kind of KINDS) document.addEventListener(kind, ask)
