/**
 * What a question shows of an answer: signs on what was given, each reason beneath it, the verdict, notes. Reasons and
 * explanations are the answer's own and are moved out of it, so that nothing is told twice, nor given away before its
 * time.
 *
 * @typedef {import("./grade.js").Grade} Grade
 * @typedef {import("./quiz-question.js").QuizQuestion} QuizQuestion
 */
import {words} from "./words.js"

const {verdict: texts} = words
const ROWS = ".question__fields :is(.choice, .match, .order__item, .blank, .question__typed)"

/**
 * Show the question as it stands: open, or closed with what is said of its response.
 * @param {QuizQuestion} question
 * @param {string} [note] what is to be shown first
 */
export function render(question, note) {
  const {given, fields, hint, why, answer, names} = question
  const verdict = given?.verdict ?? ""
  const isSettled = verdict === "right" || verdict === "noted"
  const isMissed = given && !isSettled && verdict !== "self"
  question.dataset.verdict = verdict
  fields.disabled = Boolean(given)
  // What is moved is told in the status, what is said of it in its row.
  fields.querySelector(".order")?.setAttribute("aria-live", given ? "polite" : "off")
  for (const word of fields.querySelectorAll(".feedback__sign")) word.remove()
  for (const row of fields.querySelectorAll("[data-sign]")) row.removeAttribute("data-sign")
  question.find(".answer__why").prepend(...why)
  if (hint) question.find(".question__hint").append(hint)
  const shown = [
    note && paragraph("feedback__note", note), given && verdictOn(question, given),
    isMissed && question.certainty === 3 && paragraph("feedback__sure", texts.sure), isMissed && hint,
    ...isSettled ? why : [],
  ]
  question.status.replaceChildren(...shown.filter(part => part instanceof Node))
  arrange(question)
  answer.hidden = isSettled && !answer.querySelector(".answer__part, .answer__text, .answer__why ~ *")
  question.button.textContent = !given ? names[0]
    : question.button.dataset.again ?? (isSettled ? texts.again : texts.retry)
  question.summary.textContent = isSettled ? texts.more : names[1]
}

/**
 * Put the reason for what was given under it; when the answer is open, each under its row; the rest into the answer.
 * @param {QuizQuestion} question
 */
export function arrange(question) {
  const {answer, fields, given, parts, homes, responder} = question
  const reasons = given ? responder.reasons(question, question.response, given) : []
  parts.forEach((part, place) => {
    const row = responder.row?.(question, part)
    if (!reasons.includes(part) && !(answer.open && row)) homes[place]?.append(part)
    else if (fields.contains(part)) return
    else if (row) (row.nextElementSibling?.matches(".feedback__sign") ? row.nextElementSibling : row).after(part)
    else fields.append(part)
  })
}

/**
 * Signs on what was given, and the verdict: on one thing it stands under it, on several below them all.
 * @param {QuizQuestion} question @param {Grade} given
 */
function verdictOn(question, given) {
  const {note, right, total} = given
  const text = (given.verdict === "partly" && total > 1 ? texts.some : texts[given.verdict])
    .replace("{right}", `${right}`).replace("{total}", `${total}`)
  const verdict = paragraph("feedback__verdict", note ? text + " " + texts[`note-${note}`] : text)
  const rows = signed(question, given)
  const isOne = total === 1 && rows.length === 1 && !rows[0].matches(".blank")
  for (const row of rows) {
    const word = isOne ? verdict : Object.assign(document.createElement("span"), {
      className: "unseen", textContent: texts[/** @type {"right"|"wrong"} */ (row.dataset.sign)],
    })
    word.classList.add("feedback__sign")
    ;(row.querySelector(".order__buttons") ?? row).after(word)
  }
  return isOne ? null : verdict
}

/**
 * Give each thing that was given its sign, where there is right and wrong.
 * @param {QuizQuestion} question @param {Grade} given
 */
function signed(question, {verdict, parts}) {
  return [...question.querySelectorAll(/** @type {"div"} */ (ROWS))].filter((row, place) => {
    const input = row.matches(".choice") && row.querySelector("input")
    if (input && !(input.checked && question.key.right)) return false
    const isRight = input ? question.key.right.includes(input.value) : parts?.[place]
    row.dataset.sign = isRight === undefined ? verdict : isRight ? "right" : "wrong"
    return true
  })
}

/** @param {string} name @param {string} text */
export function paragraph(name, text) {
  return Object.assign(document.createElement("p"), {className: name, textContent: text})
}
