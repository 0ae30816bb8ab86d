/**
 * At the head of a quiz's own page, once the reader has answered in it: a way to begin it anew. What that does is
 * fetched with the click.
 */
const place = /** @type {HTMLElement} */ (document.querySelector(".quiz-head__anew"))
const summary = /** @type {HTMLElement|null} */ (document.querySelector("quiz-summary"))
const answered = "quiz-question[data-verdict]:not([data-verdict=''], [data-verdict=empty])"

/** Where there is nothing to begin anew, there is no way to. */
function show() {
  place.hidden = !summary || !document.querySelector(answered)
}

place.querySelector("button")?.addEventListener("click", async () => {
  const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"))
  status.textContent = ""
  try {
    const {beginAnew} = await import("./summary.js")
    if (summary) beginAnew(summary)
  } catch {
    status.textContent = status.dataset.lost ?? ""
  }
})
for (const event of ["quiz-answer", "quiz-begun"]) document.addEventListener(event, show)
show()
