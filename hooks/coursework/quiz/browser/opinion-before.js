/**
 * Under an opinion before the course: what would change its reader's mind. It is kept with every sign that is typed, so
 * that there is no button to forget; here it is changed, and erased by emptying the field.
 */
import {words} from "./note-words.js"
import {bothTexts, keepNote, readNote, whenKeptElsewhere} from "./notes.js"

/** @param {import("./quiz-question.js").QuizQuestion} asked */
export function complete(asked) {
  const {course, question} = asked.data
  const note = asked.find(".question__note"), status = note.querySelector("[role=status]")
  const field = /** @type {HTMLTextAreaElement} */ (note.querySelector("textarea"))
  const most = field.maxLength
  /** What is kept, as far as this page has seen. */
  let seen = ""
  const stored = () => readNote(course, question)?.text ?? ""
  /** What came from another tab or a file may be longer than what can be typed. @param {string} text */
  const write = text => {
    field.value = text
    field.maxLength = Math.max(most, text.length)
  }
  /** Show what is kept, unless something stands here that could not be. */
  const look = () => {
    if (field.value !== seen) return
    seen = stored()
    if (field.value !== seen) write(seen)
  }
  field.addEventListener("input", () => {
    // Another tab kept something that this page did not hear of.
    if (stored() !== seen) write(bothTexts(stored(), field.value))
    const isKept = keepNote(course, question, field.value)
    if (isKept) {
      seen = stored()
      dispatchEvent(new Event("note-kept"))
    }
    const text = !isKept ? words.unkept : field.value.length >= most ? words.full.replace("{most}", `${most}`)
      : seen ? words.kept : words.erased
    // Spoken once, not with every sign.
    if (status && status.textContent !== text) status.textContent = text
  })
  whenKeptElsewhere(look)
  look()
  note.hidden = false
}
