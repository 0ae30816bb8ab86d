/**
 * <quiz-summary>: after the questions of a quiz, on the reader's wish, how it went: in all, for each objective, what to
 * read again; and a way to practise what was missed. Its heading takes the focus, since it is a new view.
 */
import {savePrediction} from "./prediction.js"
import {words} from "./words.js"

class QuizSummary extends HTMLElement {
  connectedCallback() {
    if (this.dataset.ready) return
    this.dataset.ready = "true"
    this.hidden = false
    this.objectives = JSON.parse(this.dataset.objectives)
    this.shown = this.appendChild(document.createElement("div"))
    this.append(button("summary__show", words.summary.show, () => this.show()))
  }

  /** The questions that this summary ends: all of its quiz on the page, each once. */
  get questions() {
    const all = [...document.querySelectorAll(`quiz-question[data-question^="${CSS.escape(this.dataset.quiz)}/"]`)]
    const seen = new Set()
    return all.filter(question => !seen.has(question.dataset.question) && seen.add(question.dataset.question))
  }

  show() {
    const verdicts = this.questions.map(question => [question, verdictOf(question)])
    const heading = Object.assign(document.createElement("h3"), {className: "summary__title", textContent: words.summary.title, tabIndex: -1})
    this.shown.replaceChildren(heading, ...[this.counts(verdicts), this.perObjective(verdicts), this.rereads(verdicts), this.practice(verdicts), this.predict(verdicts), line("summary__note", words.summary.review)].filter(Boolean))
    heading.focus()
  }

  counts(verdicts) {
    const list = Object.assign(document.createElement("ul"), {className: "summary__counts"})
    for (const verdict of ["right", "partly", "wrong", "self", "open"]) {
      const count = verdicts.filter(([, given]) => given === verdict).length
      if (count) list.append(item(`summary__count summary__count--${verdict}`, words.summary[verdict].replace("{count}", count)))
    }
    return list
  }

  perObjective(verdicts) {
    const list = Object.assign(document.createElement("dl"), {className: "summary__objectives"})
    for (const [id, text] of Object.entries(this.objectives)) {
      const graded = verdicts.filter(([question, given]) => question.dataset.objective === id && given !== "self" && given !== "noted")
      if (!graded.length) continue
      const right = graded.filter(([, given]) => given === "right").length
      list.append(
        Object.assign(document.createElement("dt"), {textContent: text}),
        Object.assign(document.createElement("dd"), {textContent: words.summary.objective.replace("{right}", right).replace("{total}", graded.length)}),
      )
    }
    return list.childElementCount ? list : null
  }

  rereads(verdicts) {
    const links = new Map()
    for (const [question] of missed(verdicts)) {
      const link = question.querySelector(".question__answer .answer__reread a")
      if (link) links.set(link.href, titleOf(link) || link.textContent)
    }
    if (!links.size) return null
    const list = Object.assign(document.createElement("p"), {className: "summary__reread", textContent: `${words.summary.reread} `})
    ;[...links].forEach(([href, title], place) => {
      if (place) list.append(", ")
      list.append(Object.assign(document.createElement("a"), {href, textContent: title}))
    })
    return list
  }

  practice(verdicts) {
    const again = missed(verdicts).map(([question]) => question)
    if (this.practising) return button("summary__practise", words.summary.all, () => this.showAll())
    return again.length ? button("summary__practise", words.summary.practise, () => this.practise(again)) : null
  }

  /** Hide what was right and begin anew with the rest. */
  practise(again) {
    this.practising = true
    for (const question of this.questions) question.hidden = !again.includes(question)
    for (const question of again) question.again()
    const told = again.length === 1 ? words.summary["practising-one"] : words.summary.practising.replace("{count}", again.length)
    this.shown.replaceChildren(line("summary__note", told), button("summary__practise", words.summary.all, () => this.showAll()))
    again[0].querySelector(".question__fields :is(input, select, textarea, button)").focus()
  }

  showAll() {
    this.practising = false
    for (const question of this.questions) question.hidden = false
    this.show()
  }

  predict(verdicts) {
    const count = verdicts.length
    const form = Object.assign(document.createElement("form"), {className: "summary__prediction", method: "dialog"})
    const field = Object.assign(document.createElement("select"), {id: `${this.dataset.quiz}:prediction`})
    for (let number = 0; number <= count; number++) field.append(new Option(String(number), String(number)))
    field.value = String(verdicts.filter(([, given]) => given === "right").length)
    const label = Object.assign(document.createElement("label"), {htmlFor: field.id, textContent: words.summary.predict.replace("{count}", count)})
    const status = Object.assign(document.createElement("span"), {className: "summary__kept"})
    status.setAttribute("role", "status")
    const keep = Object.assign(document.createElement("button"), {type: "submit", className: "summary__keep", textContent: words.summary.keep})
    form.append(label, " ", field, " ", keep, " ", status)
    form.addEventListener("submit", event => {
      event.preventDefault()
      const kept = savePrediction(this.dataset.course, this.dataset.quiz, Number(field.value), count)
      status.textContent = kept ? words.summary.kept : words.storage.unavailable
    })
    return form
  }
}

/** What became of a question, "open" where it has not been answered. */
function verdictOf(question) {
  const verdict = question.dataset.verdict
  return ["right", "partly", "wrong", "self", "noted"].includes(verdict) ? verdict : "open"
}

function missed(verdicts) {
  return verdicts.filter(([, given]) => given === "wrong" || given === "partly")
}

/** The heading that a link on this page leads to, without the sign of its permalink. */
function titleOf(link) {
  const target = link.pathname === location.pathname && document.getElementById(decodeURIComponent(link.hash.slice(1)))
  return target ? [...target.childNodes].filter(node => !(node instanceof Element && node.matches(".headerlink"))).map(node => node.textContent).join("").trim() : ""
}

function line(className, textContent) { return Object.assign(document.createElement("p"), {className, textContent}) }
function item(className, textContent) { return Object.assign(document.createElement("li"), {className, textContent}) }
function button(className, textContent, act) {
  const made = Object.assign(document.createElement("button"), {type: "button", className, textContent})
  made.addEventListener("click", act)
  return made
}

customElements.define("quiz-summary", QuizSummary)
