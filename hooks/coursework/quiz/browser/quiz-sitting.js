/**
 * <quiz-sitting>: before the questions of a sitting, the way into it. What asks them one at a time is fetched with the
 * click, since most who come to the page read first.
 *
 * @typedef {import("./quiz-question.js").QuizQuestion} QuizQuestion
 */
import {idIn} from "./id-in.js"
import {readSitting, standOf} from "./sitting.js"

export class QuizSitting extends HTMLElement {
  /** Once it has been begun. @type {import("./sitting-run.js").SittingRun|undefined} */
  asked
  /** What stands there before that. @type {ChildNode[]} */
  door = []
  /** @type {(string|null)[]} */
  plain = []

  connectedCallback() {
    if (this.dataset.ready) return
    this.dataset.ready = "true"
    this.hidden = false
    this.door = [...this.find(".sitting__shown").childNodes]
    this.plain = this.texts.map(part => part.textContent)
    this.find(".sitting__begin").addEventListener("click", event => {
      event.preventDefault()
      this.run(asked => this.stand.answered === this.questions.length ? asked.end() : asked.goOn())
    })
    this.find(".sitting__again").addEventListener("click", () => this.run(asked => asked.beginAgain()))
    this.say()
    addEventListener("storage", () => this.say())
    // Who comes by the address of a question finds it.
    const sought = this.questions.find(question => question.id === idIn(location.hash))
    if (!sought) return
    sought.dataset.now = ""
    this.run(asked => asked.goTo(sought))
  }

  /** How far it is, and the way on. */
  say() {
    const parts = this.texts
    if (!parts[0]) return
    const {answered, first, total} = this.stand
    const state = !answered ? "plain" : answered < total ? "stopped" : "ended"
    for (const [at, part] of parts.entries()) {
      part.textContent = (part.dataset[state] ?? this.plain[at] ?? "").replace("{answered}", `${answered}`)
        .replace("{total}", `${total}`).replace("{number}", `${first + 1}`)
    }
    parts[2].hidden = !answered
  }

  /** @param {(asked: import("./sitting-run.js").SittingRun) => void} act */
  async run(act) {
    const lost = this.find(".sitting__lost")
    lost.textContent = ""
    try {
      const {SittingRun} = await import("./sitting-run.js")
      act(this.asked ??= new SittingRun(this))
    } catch {
      lost.textContent = lost.dataset.lost ?? ""
    }
  }

  get texts() { return [".sitting__note", ".sitting__begin", ".sitting__again"].map(part => this.find(part)) }
  get course() { return this.dataset.course ?? "" }
  get name() { return this.dataset.sitting ?? "" }
  get questions() {
    const own = `quiz-question[data-slot="sitting/${this.name}"]`
    return /** @type {QuizQuestion[]} */ ([...document.querySelectorAll(own)])
  }
  get stand() { return standOf(readSitting(this.course, this.name), this.questions) }

  /** @param {string} selector */
  find(selector) { return /** @type {HTMLElement} */ (this.querySelector(selector)) }
}

customElements.define("quiz-sitting", QuizSitting)
