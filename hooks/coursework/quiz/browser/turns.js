/**
 * Questions of a lesson one at a time: which of those that stand together is on, which are answered, and the button to
 * the next. Until this is there the sheet of lessons shows the first, or the one that the address names, and the links
 * lead by themselves. `quiz-turn`, on a question, says that it is to be seen, or that others are hidden now.
 */
import {idIn} from "./id-in.js"

class Turns {
  now = 0

  /** @param {HTMLElement} way */
  constructor(way) {
    this.block = /** @type {HTMLElement} */ (way.parentElement)
    this.links = [...way.querySelectorAll("a")].slice(0, -2)
    this.questions = this.links.map(({hash}) => /** @type {HTMLElement} */ (document.getElementById(idIn(hash))))
    this.button = /** @type {HTMLButtonElement} */ (way.querySelector("button"))
    way.addEventListener("click", event => this.follow(event))
    for (const guess of this.questions) if (guess.matches(".guess:has(:checked)")) guess.dataset.verdict = "noted"
    this.turn(this.first)
  }

  /**
   * What the address names or was searched for; else, where nobody sees it move, what was corrected since it was
   * answered, or what waits for an answer.
   */
  get first() {
    const id = idIn(location.hash)
    const named = this.questions.findIndex(question => question.contains(id ? document.getElementById(id) : null))
    if (named >= 0) return named
    if (/[?&]h=/.test(location.search)) return this.questions.findIndex(question => question.querySelector("mark"))
    const {top, bottom} = this.block.getBoundingClientRect()
    if (top <= innerHeight && bottom >= 0) return 0
    const corrected = this.questions.findIndex(question => question.querySelector(".correction-notice"))
    return corrected < 0 ? this.questions.findIndex(question => !isAnswered(question)) : corrected
  }

  /** Show one of them alone. @param {number} number from 0 */
  turn(number) {
    this.now = Math.max(number, 0)
    this.block.dataset.turns = "one"
    this.refresh()
  }

  /** The marks, and the button, where one follows. Those that were left out of a practice are hidden. */
  refresh() {
    const shown = this.questions.filter(question => !question.hidden)
    this.block.hidden = !shown.length
    if (this.questions[this.now].hidden && shown.length) this.now = this.questions.indexOf(shown[0])
    this.questions.forEach((question, at) => {
      const link = this.links[at]
      question.toggleAttribute("data-turn", at === this.now)
      at === this.now ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")
      link.hidden = question.hidden
      const word = /** @type {HTMLElement} */ (link.lastElementChild)
      word.hidden = !isAnswered(question)
    })
    this.button.hidden = this.next < 0
  }

  get next() { return this.questions.findIndex((question, at) => at > this.now && !question.hidden) }

  /** @param {MouseEvent} event */
  follow(event) {
    const control = /** @type {Element} */ (event.target).closest("a, button")
    if (!control) return
    event.preventDefault()
    const at = this.links.findIndex(link => link === control)
    const isAll = control.matches(".turns__all")
    this.turn(isAll ? 0 : control === this.button ? this.next : at < 0 ? this.now : at)
    if (isAll) this.block.dataset.turns = "all"
    // It says which question it is; what is typed in would call the keyboard of a phone.
    const head = /** @type {HTMLElement} */ (this.questions[this.now].querySelector(".question__number"))
    head.tabIndex = -1
    head.focus({preventScroll: true})
    head.scrollIntoView({block: "nearest"})
  }

  /** @param {Element|null} element */
  reveal(element) {
    const at = this.questions.findIndex(question => question.contains(element))
    if (at >= 0 && this.block.dataset.turns === "one") this.turn(at)
  }
}

/** @param {HTMLElement} question */
const isAnswered = question => /right|partly|wrong|self|noted/.test(question.dataset.verdict ?? "")

const all = [...document.querySelectorAll(/** @type {"div"} */ (".turns__way"))].map(way => new Turns(way))

/** @param {string} hash */
const reveal = hash => {
  const element = document.getElementById(idIn(hash))
  if (element) for (const turns of all) turns.reveal(element)
}
addEventListener("hashchange", () => reveal(location.hash))
// Before the browser goes there, also where it is there already.
document.addEventListener("click", ({target}) => {
  const link = target instanceof Element && target.closest("a")
  if (link && link.hash && link.pathname === location.pathname) reveal(link.hash)
})
for (const type of ["quiz-answer", "quiz-guessed", "quiz-begun", "quiz-turn"]) {
  document.addEventListener(type, ({target}) => {
    const question = /** @type {HTMLElement} */ (target)
    if (type === "quiz-guessed") question.dataset.verdict = "noted"
    for (const turns of all) {
      if (type === "quiz-turn") turns.reveal(question)
      turns.refresh()
    }
  })
}
