/** Under an opinion that is asked after the course: where the reader stood before it, if that is known. */
import {readPresent} from "./entries.js"
import {textOf} from "./text-of.js"
import {words} from "./view-words.js"

document.addEventListener("quiz-answer", ({target}) => {
  const asked = /** @type {import("./quiz-question.js").QuizQuestion} */ (target)
  const {course, question, version} = asked.data
  const before = asked.slot === "after" && readPresent(course, "before", question, version)?.response[0]
  const input = before && asked.querySelector(`.question__choices input[value="${CSS.escape(before)}"]`)
  if (!input) return
  const line = document.createElement("p")
  line.className = "feedback__before"
  const position = input.parentElement ? textOf(input.parentElement) : ""
  line.textContent = before === asked.response[0] ? words.same : words.before.replace("{position}", () => position)
  asked.status.append(line)
})
