/** Under an opinion that is asked after the course: where the reader stood before it, if that is known. */
import {readPresent} from "./entries.js"
import {textOf} from "./text-of.js"

document.addEventListener("quiz-answer", ({target}) => {
  const asked = /** @type {import("./quiz-question.js").QuizQuestion} */ (target)
  const {course, question, version} = asked.data
  const {same, before: text} = asked.status.dataset // where it is asked after the course
  const before = text && readPresent(course, "before", question, version)?.response[0]
  for (const choice of before ? asked.querySelectorAll(".choice") : []) {
    const input = /** @type {HTMLInputElement} */ (choice.querySelector("input"))
    if (input.value !== before) continue
    const line = input.checked ? same : text?.replace("{position}", () => textOf(choice))
    asked.status.append(Object.assign(document.createElement("p"), {className: "feedback__before", textContent: line}))
  }
})
