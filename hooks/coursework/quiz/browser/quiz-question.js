/**
 * <quiz-question>: one question. The page holds it whole, with its answer in <details>; this lets the reader try first.
 *
 * "Check answer" acts, choosing never does. Feedback is taken from the answer's own text and spoken through
 * role=status; the focus stays where it is.
 */
import {gradeChoices} from "./grade.js"
import {readAnswer, saveAnswer, today} from "./saved-answers.js"
import {words} from "./words.js"

let toldOfStorage = false

class QuizQuestion extends HTMLElement {
  connectedCallback() {
    if (this.dataset.ready) return
    this.dataset.ready = "true"
    this.attempts = 0
    this.find(".question__form").addEventListener("submit", event => {
      event.preventDefault()
      this.check()
    })
    this.find(".question__again").addEventListener("click", () => this.again())
    this.find(".question__actions").hidden = false
    this.restore()
  }

  /** Grade what is chosen, say so, keep it. */
  check() {
    const response = this.response
    const grade = gradeChoices(response, this.choices.filter(choice => choice.dataset.correct === "true").map(keyOf))
    if (grade.verdict === "empty") {
      this.say(paragraph("feedback__verdict", words.verdict.empty), "empty")
      this.inputs[0].focus()
      return
    }
    this.attempts += 1
    this.show(grade, response)
    const answer = {version: this.dataset.version, response, verdict: grade.verdict, attempts: this.attempts, day: today()}
    if (!saveAnswer(this.dataset.course, this.dataset.question, answer) && !toldOfStorage) {
      toldOfStorage = true
      this.status.append(paragraph("feedback__note", words.storage.unavailable))
    }
  }

  /** Show an answer from an earlier visit. A choice that has been reworded since is not there to be chosen. */
  restore() {
    const answer = readAnswer(this.dataset.course, this.dataset.question, this.dataset.version)
    const response = answer ? answer.response.filter(key => this.inputs.some(input => input.value === key)) : []
    // Browsers refill forms after a reload, but without the feedback.
    for (const input of this.inputs) input.checked = response.includes(input.value)
    if (!answer) return
    this.attempts = answer.attempts || 0
    if (!response.length || response.length < answer.response.length) return
    const right = this.choices.filter(choice => choice.dataset.correct === "true").map(keyOf)
    this.show(gradeChoices(response, right), response, words.verdict.earlier)
  }

  /** Begin anew: nothing chosen, nothing said. */
  again() {
    for (const input of this.inputs) input.checked = false
    this.say(null, "")
    this.find(".question__again").hidden = true
    this.find(".question__answer").open = false
    this.inputs[0].focus()
  }

  /** @param {import("./grade.js").Grade} grade @param {string[]} response @param {string} note */
  show(grade, response, note = "") {
    const said = document.createDocumentFragment()
    if (note) said.append(paragraph("feedback__note", note))
    said.append(paragraph("feedback__verdict", `${words.verdict[grade.verdict]} ${partial(grade)}`.trim()))
    const right = grade.verdict === "right"
    // Of a wrong response, only what was chosen is explained: the rest stays to be found.
    const explained = this.choices.filter(choice => response.includes(keyOf(choice)) && (right || choice.dataset.correct !== "true"))
    for (const choice of explained) {
      const several = explained.length > 1 || response.length > 1
      if (several) said.append(copy(choice.querySelector(".answer__text"), "feedback__choice", ".answer__mark"))
      said.append(copy(choice.querySelector(".answer__feedback"), "feedback__reason"))
    }
    const hint = this.querySelector(".question__hint > p")
    if (right) {
      for (const part of this.querySelectorAll(".answer__explanation, .answer__sources, .answer__reread")) said.append(copy(part))
    } else if (hint) {
      const told = copy(hint, "feedback__hint")
      told.prepend(Object.assign(document.createElement("b"), {textContent: words.verdict.hint}), " ")
      said.append(told)
    }
    this.say(said, grade.verdict)
    this.find(".question__again").hidden = false
  }

  /** @param {Node|null} content @param {string} verdict */
  say(content, verdict) {
    this.dataset.verdict = verdict
    this.status.replaceChildren(...(content ? [content] : []))
  }

  get status() { return this.find(".question__status") }
  get inputs() { return [...this.querySelectorAll(".question__choices input")] }
  get choices() { return [...this.querySelectorAll(".answer__choice")] }
  get response() { return this.inputs.filter(input => input.checked).map(input => input.value) }
  find(selector) { return this.querySelector(selector) }
}

/** How far a partly right response got, in words. */
function partial({verdict, right, wrong, total}) {
  if (verdict !== "partly") return ""
  const sentence = wrong > 1 ? words.verdict["some-and-more"] : wrong ? words.verdict["some-and-one"] : words.verdict.some
  return sentence.replace("{right}", right).replace("{total}", total).replace("{wrong}", wrong)
}

/** The key of a choice in the answer's list. */
function keyOf(choice) { return choice.dataset.choice }

function paragraph(name, text) {
  return Object.assign(document.createElement("p"), {className: name, textContent: text})
}

/** A copy to be shown elsewhere on the page, where the ids in it would no longer be the only ones. */
function copy(element, name = "", without = "") {
  const twin = element.cloneNode(true)
  if (name) twin.className = name
  for (const part of without ? twin.querySelectorAll(without) : []) part.remove()
  for (const part of [twin, ...twin.querySelectorAll("[id]")]) part.removeAttribute("id")
  return twin
}

customElements.define("quiz-question", QuizQuestion)
