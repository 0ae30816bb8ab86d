/**
 * What <quiz-summary> says: how the quiz went in all and for each objective, the way on, what to read again, a way to
 * practise what was missed, and a prediction for the next time. Its heading takes the focus, since it is a new view.
 *
 * @typedef {[question: QuizQuestion, verdict: string]} Outcome `open` where the question has not been answered
 * @typedef {import("./quiz-question.js").QuizQuestion} QuizQuestion
 */
import {counted} from "./counted.js"
import {button, fill, make, spoken} from "./elements.js"
import {keep} from "./entries.js"
import {bankOf, isIn, note} from "./link-marks.js"
import {nameLinks, rereadLinks} from "./rereads.js"
import {today} from "./store.js"
import {words as all} from "./summary-words.js"

const {summary: words, storage} = all
const VERDICTS = ["right", "partly", "wrong", "self", "noted"]
const COUNTED = /** @type {const} */ (["right", "partly", "wrong", "self", "open"])

/**
 * Show in the element how its quiz stands now.
 * @param {HTMLElement} element
 * @param {boolean} [isNew] whether the reader asked for it; else it is only kept up to date
 */
export function showSummary(element, isNew = true) {
  const outcomes = questionsOf(element).map(question => /** @type {Outcome} */ ([question, verdictOf(question)]))
  const heading = make("h2", "summary__title", words.title)
  heading.tabIndex = -1
  const open = outcomes.filter(([, verdict]) => verdict === "open").map(([question]) => question)
  // Before the first answer there is no result, and nothing to predict from.
  const begun = open.length < outcomes.length
  const missed = outcomes.filter(([, verdict]) => ["wrong", "partly"].includes(verdict)).map(([question]) => question)
  show(element, [
    heading, counts(outcomes), begun ? wayOn(element, missed) : null, firstOpen(open),
    begun ? perPart(element, outcomes) : null, rereads(missed),
    // What the reader has chosen or kept there stays.
    (isNew ? null : element.querySelector(".summary__prediction")) ?? (begun ? prediction(element, outcomes) : null),
    // Opinions and texts of one's own are not asked again.
    outcomes.some(([question]) => isGraded(question)) ? make("p", "summary__note", words.review) : null,
  ])
  if (isNew) heading.focus()
  nameLinks(element)
  offerMore(element, open)
}

/**
 * First to the next lesson, then back to what was missed, or to all.
 * @param {HTMLElement} element @param {QuizQuestion[]} missed
 */
function wayOn(element, missed) {
  const next = /** @type {HTMLAnchorElement|null} */ (document.querySelector("a[data-next]"))
  const texts = [...next?.children ?? []].map(part => part.textContent)
  const parts = [
    ...(next ? [Object.assign(make("a", "button summary__next", texts.join(": ")), {href: next.href})] : []),
    ...(missed.length ? [button("summary__practise", words.practise, () => practise(element, missed))] : []),
    button("summary__again", words.anew, () => beginAnew(element)),
  ]
  return parts.length ? make("p", "summary__on", ...parts) : null
}

/**
 * Where the lesson leaves questions to the page of its quiz, and they are not answered yet: how many.
 * @param {HTMLElement} element @param {QuizQuestion[]} open
 */
async function offerMore(element, open) {
  const {course = "", quiz = ""} = element.dataset
  const page = /** @type {HTMLAnchorElement|null} */ (document.querySelector("a[data-own-page]"))
  if (!page || open.length) return
  const here = new Map()
  for (const {dataset: {question, version}} of questionsOf(element)) note(here, question, version)
  const bank = await bankOf(course).catch(() => null)
  const questions = bank?.quizzes[quiz]?.whole.flat() ?? []
  const left = questions.filter(asked => !isIn(here, asked) && !(bank && isIn(bank.answered, asked))).length
  const link = Object.assign(make("a", "", left ? counted(words, "more", left) : ""), {href: page.href})
  if (left) element.querySelector(".summary__on")?.after(make("p", "summary__more", link))
}

/** The ids of the quizzes that the summary ends. @param {HTMLElement} element */
function quizzesOf(element) {
  return (element.dataset.quiz ?? "").split(" ")
}

/** @param {HTMLElement} question */
function quizOf(question) {
  return (question.dataset.question ?? "").split("/")[0]
}

/** The questions that the summary ends: all of its quizzes on the page, each once. @param {HTMLElement} element */
function questionsOf(element) {
  const quizzes = quizzesOf(element)
  const all = /** @type {QuizQuestion[]} */ ([...document.querySelectorAll("quiz-question")])
  const found = all.filter(question => quizzes.includes(quizOf(question)))
  const addresses = found.map(question => question.dataset.question)
  return found.filter(({dataset}, place) => addresses.indexOf(dataset.question) === place)
}

/** @param {HTMLElement} question */
function verdictOf(question) {
  const {verdict = ""} = question.dataset
  return VERDICTS.includes(verdict) ? verdict : "open"
}

/** Whether there is something right, not to the reader alone. @param {HTMLElement} question */
function isGraded(question) {
  return question.dataset.graded !== undefined
}

/** @param {HTMLElement} element @param {(Node|null)[]} parts */
function show(element, parts) {
  element.querySelector(".summary__shown")?.replaceChildren(...parts.filter(part => part !== null))
}

/** @param {Outcome[]} outcomes */
function counts(outcomes) {
  const items = COUNTED
    .map(verdict => ({verdict, count: outcomes.filter(([, given]) => given === verdict).length}))
  return make("ul", "summary__counts", ...items.filter(({count}) => count)
    .map(({verdict, count}) => make("li", `summary__count summary__count--${verdict}`, fill(words[verdict], {count}))))
}

/** A link to the first question that waits for an answer. @param {QuizQuestion[]} open */
function firstOpen(open) {
  if (!open.length) return null
  return make("p", "summary__open", Object.assign(make("a", "", words["first-open"]), {href: `#${open[0].id}`}))
}

/**
 * How it went for each objective of the quiz; where there are several quizzes, for each.
 * @param {HTMLElement} element @param {Outcome[]} outcomes
 */
function perPart(element, outcomes) {
  const one = quizzesOf(element).length === 1
  const list = make("dl", "summary__objectives")
  for (const [id, text] of Object.entries(JSON.parse(element.dataset.parts ?? "{}"))) {
    const own = outcomes.filter(([question]) => (one ? question.dataset.objective : quizOf(question)) === id)
    const graded = own.filter(([question]) => isGraded(question))
    if (!graded.length) continue
    const right = graded.filter(([, verdict]) => verdict === "right").length
    list.append(make("dt", "", text), make("dd", "", fill(words.objective, {right, total: graded.length})))
  }
  return list.childElementCount ? list : null
}

/** Links to the passages that teach what was missed, each once. @param {QuizQuestion[]} missed */
function rereads(missed) {
  const items = rereadLinks(missed).map(link => make("li", "", link))
  if (!items.length) return null
  return make("div", "summary__reread", make("p", "", words.reread), make("ul", "", ...items))
}

/** Hide what was right and begin anew with the rest. @param {HTMLElement} element @param {QuizQuestion[]} missed */
function practise(element, missed) {
  for (const question of questionsOf(element)) question.hidden = !missed.includes(question)
  for (const question of missed) question.reset()
  const text = counted(words, "practising", missed.length)
  show(element, [make("p", "summary__note", text), button("summary__practise", words.all, () => {
    for (const question of questionsOf(element)) question.hidden = false
    tellOfTurn(element)
    showSummary(element)
  })])
  tellOfTurn(missed[0])
  missed[0].turnTo()
}

/** Where a lesson shows one at a time, which is to be seen, or which are there. @param {HTMLElement} element */
function tellOfTurn(element) {
  element.dispatchEvent(new Event("quiz-turn", {bubbles: true}))
}

/**
 * Begin all questions anew, blank. The record stays: of each question its last answer until it is answered again, and
 * its place in the schedule, where the new answer counts as that of any day.
 * @param {HTMLElement} element
 */
export function beginAnew(element) {
  const questions = questionsOf(element)
  for (const question of questions) {
    question.hidden = false
    question.reset()
  }
  questions[0].say("feedback__note", words.blank, "")
  element.dispatchEvent(new Event("quiz-begun", {bubbles: true}))
  tellOfTurn(questions[0])
  questions[0].scrollIntoView()
  questions[0].turnTo()
}

/**
 * How many will be right the next time? Shown on the progress page beside what came.
 * @param {HTMLElement} element @param {Outcome[]} outcomes
 */
function prediction(element, outcomes) {
  const {course = "", quiz = ""} = element.dataset
  if (quizzesOf(element).length > 1) return null // it is held against the answers to one quiz
  const graded = outcomes.filter(([question]) => isGraded(question))
  const field = Object.assign(make("select", ""), {id: `${quiz}:prediction`, required: true})
  // Empty at first: a number that stood there would make the answer.
  field.append(new Option("", ""))
  for (let number = 0; number <= graded.length; number += 1) field.append(new Option(String(number)))
  const label = Object.assign(make("label", "", fill(words.predict, {count: graded.length})), {htmlFor: field.id})
  const status = spoken("span", "summary__kept")
  const submit = Object.assign(make("button", "summary__keep", words.keep), {type: "submit"})
  const form = make("form", "summary__prediction", label, " ", field, " ", submit, " ", status)
  form.method = "dialog"
  form.addEventListener("submit", event => {
    event.preventDefault()
    const isKept = keep(course, "prediction", quiz, {day: today(), predicted: Number(field.value), of: graded.length})
    status.textContent = isKept ? words.kept : storage.unavailable
  })
  return graded.length ? form : null
}
