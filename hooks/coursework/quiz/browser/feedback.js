/**
 * What a question says after a check: the verdict, and what its answer holds of the response. All of it is taken from
 * the answer's own text, and nothing that would give the right one away.
 *
 * @typedef {import("./grade.js").Grade} Grade
 * @typedef {import("./quiz-question.js").QuizQuestion} QuizQuestion
 */
import {readPresent} from "./entries.js"
import {textOf} from "./text-of.js"
import {words} from "./words.js"

/**
 * @param {QuizQuestion} question
 * @param {Grade} given
 * @param {Element[]} reasons the parts of the answer that speak of the response
 * @param {string} note what is to be shown first
 */
export function feedback(question, given, reasons, note) {
  const shown = document.createDocumentFragment()
  const right = given.verdict === "right"
  if (note) shown.append(paragraph("feedback__note", note))
  shown.append(verdictOf(question, given))
  if (question.certainty === 3 && ["partly", "wrong"].includes(given.verdict)) {
    shown.append(paragraph("feedback__sure", words.verdict.sure))
  }
  const named = reasons.length > 1 || question.response.length > 1
  for (const part of reasons) {
    const text = /** @type {Element} */ (part.querySelector(".answer__text"))
    // What would have been right stays to be found.
    if (named) shown.append(copy(text, "feedback__choice", right ? ".answer__mark" : ".answer__mark, .answer__right"))
    shown.append(copy(/** @type {Element} */ (part.querySelector(".answer__feedback")), "feedback__reason"))
  }
  const hint = question.querySelector(".question__hint > p")
  if (right || given.verdict === "noted") {
    for (const part of question.querySelectorAll(".answer__why > *")) shown.append(copy(part))
  } else if (given.verdict !== "self" && hint) {
    const hintCopy = copy(hint, "feedback__hint")
    hintCopy.prepend(Object.assign(document.createElement("b"), {textContent: words.verdict.hint}), " ")
    shown.append(hintCopy)
  }
  if (question.slot === "after") shown.append(...earlierView(question))
  return shown
}

/** @param {QuizQuestion} question @param {Grade} given */
function verdictOf(question, given) {
  const note = given.note && words.verdict[`note-${given.note}`]
  const texts = [words.verdict[given.verdict], progressOf(question, given), note]
  const verdict = paragraph("feedback__verdict", texts.filter(Boolean).join(" "))
  verdict.tabIndex = -1
  return verdict
}

/** How far a partly right response got, in words. @param {QuizQuestion} question @param {Grade} given */
function progressOf(question, {verdict, parts, right, wrong, total}) {
  if (verdict !== "partly" || (!parts && total === 1)) return ""
  const sentence = parts ? (question.data.type === "ordering" ? "in-place" : "of-parts")
    : wrong > 1 ? "some-and-more" : wrong ? "some-and-one" : "some"
  return words.verdict[sentence]
    .replace("{right}", String(right)).replace("{total}", String(total)).replace("{wrong}", String(wrong))
}

/** After the course: where the reader stood before it, if that is known. @param {QuizQuestion} asked */
function earlierView(asked) {
  const {course, question, version} = asked.data
  const before = readPresent(course, "before", question, version)?.response[0]
  const input = before && asked.querySelector(`.question__choices input[value="${CSS.escape(before)}"]`)
  if (!input) return []
  const position = input.parentElement ? textOf(input.parentElement) : ""
  const {same, before: other} = words.verdict
  return [paragraph("feedback__before", before === asked.response[0] ? same : other.replace("{position}", position))]
}

/** @param {string} name @param {string} text */
export function paragraph(name, text) {
  return Object.assign(document.createElement("p"), {className: name, textContent: text})
}

/**
 * A copy to be shown elsewhere on the page, where the ids in it would no longer be the only ones.
 * @param {Element} element
 * @param {string} [name] its new class
 * @param {string} [without] what of it is left out
 */
function copy(element, name = "", without = "") {
  const twin = /** @type {Element} */ (element.cloneNode(true))
  if (name) twin.className = name
  for (const part of without ? twin.querySelectorAll(without) : []) part.remove()
  for (const part of [twin, ...twin.querySelectorAll("[id]")]) part.removeAttribute("id")
  // Nor would the names of its regions.
  for (const region of twin.querySelectorAll("[role=region]")) region.role = region.ariaLabel = null
  return twin
}
