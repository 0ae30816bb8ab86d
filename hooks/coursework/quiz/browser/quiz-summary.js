/**
 * <quiz-summary>: after the questions of a quiz, on the reader's wish, how it went. What it says is fetched with the
 * click, since most visits to a page do not ask for it.
 */
class QuizSummary extends HTMLElement {
  connectedCallback() {
    if (this.dataset.ready) return
    this.dataset.ready = "true"
    this.hidden = false
    this.querySelector(".summary__show")?.addEventListener("click", async () => {
      const {showSummary} = await import("./summary.js")
      showSummary(this)
    })
  }
}

customElements.define("quiz-summary", QuizSummary)
