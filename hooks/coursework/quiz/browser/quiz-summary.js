/**
 * <quiz-summary>: after the questions of a quiz, on the reader's wish, how it went. What it says is fetched with the
 * click, since most visits to a page do not ask for it.
 */
class QuizSummary extends HTMLElement {
  connectedCallback() {
    if (this.dataset.ready) return
    this.dataset.ready = "true"
    this.hidden = false
    const button = /** @type {HTMLButtonElement} */ (this.querySelector(".summary__show"))
    const lost = /** @type {HTMLElement} */ (this.querySelector(".summary__lost"))
    let isFollowing = false
    button.addEventListener("click", async () => {
      lost.textContent = ""
      try {
        const {showSummary} = await import("./summary.js")
        button.hidden = true
        showSummary(this)
        if (isFollowing) return
        isFollowing = true
        // What is answered after that counts at once, and of a quiz begun anew there is nothing to tell yet.
        document.addEventListener("quiz-answer", () => {
          if (this.querySelector(".summary__title")) showSummary(this, false)
        })
        document.addEventListener("quiz-begun", () => {
          this.querySelector(".summary__shown")?.replaceChildren()
          button.hidden = false
        })
      } catch {
        lost.textContent = lost.dataset.lost ?? ""
      }
    })
  }
}

customElements.define("quiz-summary", QuizSummary)
