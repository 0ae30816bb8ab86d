/**
 * <quiz-question>: one question. The page holds it whole, with its answer in <details>; this lets the reader try first.
 *
 * "Check answer" acts, choosing never does. Feedback is taken from the answer's own text and spoken through
 * role=status; the focus stays where it is. Each check is told to the page by a `quiz-answer` event that bubbles, with
 * {question, grade, certainty, restored}.
 */
import {addToLog, scheduleAnswer} from "./cards.js"
import {grade} from "./grade.js"
import {RESPONDERS, addOrderButtons} from "./responses.js"
import {readAnswer, readPreference, saveAnswer, savePreference, today} from "./saved-answers.js"
import {words} from "./words.js"

const SCHEDULED = ["right", "partly", "wrong"]
let toldOfStorage = false

export class QuizQuestion extends HTMLElement {
  connectedCallback() {
    if (this.dataset.ready) return
    this.dataset.ready = "true"
    this.attempts = 0
    this.responder = RESPONDERS[this.dataset.type]
    this.key = JSON.parse(this.dataset.key)
    this.find(".question__form").addEventListener("submit", event => {
      event.preventDefault()
      this.check()
    })
    this.find(".question__again").addEventListener("click", () => this.again())
    this.find(".question__actions").hidden = false
    this.prepareCertainty()
    addOrderButtons(this, text => this.say(paragraph("feedback__note", text), ""))
    if (this.dataset.type === "open-response") this.find(".answer__rubric").addEventListener("change", () => this.keep(this.grade()))
    this.restore()
  }

  /** How sure the reader is: asked before checking, never required; whether it stands open is a preference. */
  prepareCertainty() {
    const asked = this.find(".question__certainty")
    if (!asked) return
    asked.hidden = false
    asked.open = readPreference(this.dataset.course, "certainty") !== "closed"
    // A summary's click comes before the change, a toggle event also after ours.
    asked.querySelector("summary").addEventListener("click", () => savePreference(this.dataset.course, "certainty", asked.open ? "closed" : "open"))
  }

  grade() { return grade(this.dataset.type, this.key, this.response) }

  /** Grade the response, say so, keep it. */
  check() {
    const given = this.grade()
    if (given.verdict === "empty" || given.verdict === "unreadable") {
      this.say(paragraph("feedback__verdict", words.verdict[given.verdict] ?? words.verdict.empty), "empty")
      this.responder.unanswered(this, given)?.focus()
      return
    }
    this.schedule(given.verdict)
    this.attempts += 1
    this.show(given)
    this.keep(given)
    this.tell(given, false)
  }

  /**
   * Into the schedule of reviews goes the first check since the question was shown or begun anew. What is answered beside
   * the open answer was not remembered. `data-fresh="again"` is a question that came back in the same sitting.
   */
  schedule(verdict) {
    if (this.checked || !SCHEDULED.includes(verdict)) return
    this.checked = true
    const {course, question, version, fresh} = this.dataset
    const peeked = this.find(".question__answer").open
    if (fresh !== "again") scheduleAnswer(course, question, version, peeked ? "wrong" : verdict, peeked ? 0 : this.certainty, today())
    if (!peeked) addToLog(course, today(), question, this.certainty, verdict === "right")
  }

  keep(given) {
    const {course, question, version} = this.dataset
    const answer = {version, response: this.response, verdict: given.verdict, attempts: this.attempts, day: today(), certainty: this.certainty}
    if (saveAnswer(course, question, answer) || toldOfStorage) return
    toldOfStorage = true
    this.status.append(paragraph("feedback__note", words.storage.unavailable))
  }

  /** Show an answer from an earlier visit. */
  restore() {
    const answer = readAnswer(this.dataset.course, this.dataset.question, this.dataset.version)
    this.attempts = answer?.attempts || 0
    // A review asks anew.
    if (this.dataset.fresh !== undefined) return
    // Browsers refill forms after a reload, but without the feedback.
    const fits = this.responder.write(this, answer?.response ?? [])
    this.refreshOrder?.()
    for (const input of this.querySelectorAll(".certainty input")) input.checked = Number(input.value) === answer?.certainty
    if (!answer?.response.length || !fits) return
    const given = this.grade()
    if (given.verdict === "empty") return
    this.checked = true
    this.show(given, words.verdict.earlier)
    this.tell(given, true)
  }

  tell(given, restored) {
    this.dispatchEvent(new CustomEvent("quiz-answer", {bubbles: true, detail: {question: this.dataset.question, grade: given, certainty: this.certainty, restored}}))
  }

  /** Begin anew: nothing answered, nothing said. What was kept stays until the next check. */
  again() {
    this.checked = false
    this.responder.write(this, [])
    for (const input of this.querySelectorAll(".certainty input")) input.checked = false
    this.say(null, "")
    this.find(".question__again").hidden = true
    this.find(".question__answer").open = false
    this.find(".question__fields :is(input, select, textarea, button)").focus()
  }

  /** @param {import("./grade.js").Grade} given @param {string} note */
  show(given, note = "") {
    const said = document.createDocumentFragment()
    if (note) said.append(paragraph("feedback__note", note))
    said.append(paragraph("feedback__verdict", [words.verdict[given.verdict], this.progressOf(given), words.verdict[`note-${given.note}`]].filter(Boolean).join(" ")))
    const right = given.verdict === "right"
    if (!right && this.certainty === 3 && (given.verdict === "wrong" || given.verdict === "partly")) said.append(paragraph("feedback__sure", words.verdict.sure))
    const reasons = this.responder.reasons(this, this.response, given)
    const named = reasons.length > 1 || this.response.length > 1
    for (const part of reasons) {
      if (named) said.append(copy(part.querySelector(".answer__text"), "feedback__choice", ".answer__mark"))
      said.append(copy(part.querySelector(".answer__feedback"), "feedback__reason"))
    }
    const hint = this.find(".question__hint > p")
    if (right || given.verdict === "noted") {
      for (const part of this.querySelectorAll(".answer__explanation, .answer__sources, .answer__reread")) said.append(copy(part))
    } else if (given.verdict === "self") {
      this.find(".question__answer").open = true
    } else if (hint) {
      const told = copy(hint, "feedback__hint")
      told.prepend(Object.assign(document.createElement("b"), {textContent: words.verdict.hint}), " ")
      said.append(told)
    }
    this.say(said, given.verdict)
    this.find(".question__again").hidden = false
  }

  /** How far a partly right response got, in words. */
  progressOf({verdict, parts, right, wrong, total}) {
    if (verdict !== "partly" || (!parts && total === 1)) return ""
    const sentence = parts ? (this.dataset.type === "ordering" ? "in-place" : "of-parts") : wrong > 1 ? "some-and-more" : wrong ? "some-and-one" : "some"
    return words.verdict[sentence].replace("{right}", right).replace("{total}", total).replace("{wrong}", wrong)
  }

  /** @param {Node|null} content @param {string} verdict */
  say(content, verdict) {
    this.dataset.verdict = verdict
    this.status.replaceChildren(...(content ? [content] : []))
  }

  get status() { return this.find(".question__status") }
  get response() { return this.responder.read(this) }
  get certainty() { return Number(this.find(".certainty input:checked")?.value ?? 0) }
  find(selector) { return this.querySelector(selector) }
}

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
