/**
 * Under an opinion after the course: at once what its reader wrote, before it, would change their mind, so that the
 * answer is held against it; and once it is given, where they stood before.
 */
import {inWords} from "./elements.js"
import {readPresent} from "./entries.js"
import {words} from "./note-words.js"
import {quotation, readNote, whenKeptElsewhere} from "./notes.js"
import {textOf} from "./text-of.js"

/** @param {import("./quiz-question.js").QuizQuestion} asked */
export function complete(asked) {
  const {course, question} = asked.data
  const wrote = document.createElement("div")
  wrote.className = "question__note"
  asked.fields.after(wrote)
  const look = () => {
    const note = readNote(course, question)
    const line = Object.assign(document.createElement("p"), {className: "feedback__note"})
    if (note) line.textContent = words.wrote.replace("{day}", inWords(note.day))
    wrote.replaceChildren(...note ? [line, quotation(note.text)] : [])
  }
  whenKeptElsewhere(look)
  look()
  asked.addEventListener("quiz-answer", () => showEarlier(asked))
  if (asked.given) showEarlier(asked)
}

/**
 * Beside the position that was chosen the one before the course.
 * @param {import("./quiz-question.js").QuizQuestion} asked
 */
function showEarlier(asked) {
  const {course, question, version} = asked.data
  const {same, before: text} = asked.status.dataset
  const before = readPresent(course, "before", question, version)?.response[0]
  for (const choice of before ? asked.querySelectorAll(".choice") : []) {
    const input = /** @type {HTMLInputElement} */ (choice.querySelector("input"))
    if (input.value !== before) continue
    const line = input.checked ? same : text?.replace("{position}", () => textOf(choice))
    asked.status.append(Object.assign(document.createElement("p"), {className: "feedback__before", textContent: line}))
  }
}
