/**
 * How each type of question is answered on the page: what the reader gave, putting a saved answer back, and which
 * parts of the answer's text speak of it. Grading is none of its business.
 *
 * @typedef {object} Responder
 * @property {(question: HTMLElement) => string[]} read
 * @property {(question: HTMLElement, response: string[]) => boolean} write puts a response back; false where it no longer fits
 * @property {(question: HTMLElement, grade: import("./grade.js").Grade) => HTMLElement|null} unanswered the first control without an answer
 * @property {(question: HTMLElement, response: string[], grade: import("./grade.js").Grade) => HTMLElement[]} reasons
 */
import {words} from "./words.js"

const all = (question, selector) => [...question.querySelectorAll(selector)]
const parts = question => all(question, ".answer__part")
const fields = question => all(question, ".question__fields :is(input, select, textarea)")

const choice = {
  read: question => fields(question).filter(input => input.checked).map(input => input.value),
  write(question, response) {
    for (const input of fields(question)) input.checked = response.includes(input.value)
    // A choice that has been reworded since is not there to be chosen.
    return response.every(value => fields(question).some(input => input.value === value))
  },
  unanswered: question => fields(question)[0],
  // Of a wrong response only what was chosen is explained: the rest stays to be found.
  reasons: (question, response, grade) => parts(question).filter(part => response.includes(part.dataset.part)
    && (grade.verdict === "right" || part.dataset.correct !== "true")),
}

const several = {
  read: question => fields(question).map(field => field.value),
  write(question, response) {
    const controls = fields(question)
    controls.forEach((field, place) => { field.value = response[place] ?? "" })
    return controls.every((field, place) => field.value === (response[place] ?? ""))
  },
  unanswered: question => fields(question).find(field => !field.value.trim()) ?? fields(question)[0],
  reasons: (question, response, grade) => parts(question).filter(part => {
    const place = Number(part.dataset.part)
    if (part.dataset.choice !== undefined) return part.dataset.choice === response[place]
    return grade.verdict === "right" || !grade.parts?.[place]
  }),
}

const typed = {
  ...several,
  reasons: (question, response, grade) => parts(question).filter(part => Number(part.dataset.part) === grade.misreading),
}

const ordering = {
  read: question => all(question, ".order__item").map(item => item.dataset.part),
  write(question, response) {
    const items = all(question, ".order__item")
    const found = response.map(key => items.find(item => item.dataset.part === key))
    if (!response.length || found.includes(undefined) || found.length !== items.length) return false
    question.querySelector(".order").append(...found)
    return true
  },
  unanswered: () => null,
  reasons: () => [],
}

const open = {
  read: question => [fields(question)[0].value, ...all(question, ".answer__rubric input:checked").map(input => input.value)],
  write(question, response) {
    fields(question)[0].value = response[0] ?? ""
    for (const input of all(question, ".answer__rubric input")) input.checked = response.slice(1).includes(input.value)
    return true
  },
  unanswered: question => fields(question)[0],
  reasons: () => [],
}

/** @type {Record<string, Responder>} */
export const RESPONDERS = {
  "single-choice": choice,
  "multiple-choice": choice,
  "true-false": choice,
  matching: several,
  ordering,
  numerical: typed,
  "short-answer": typed,
  cloze: several,
  "open-response": open,
  opinion: choice,
}

/**
 * Give every item of an ordering question its two buttons. They move it, keep the focus, and say where it now is.
 * @param {HTMLElement} question
 * @param {(text: string) => void} tell
 */
export function addOrderButtons(question, tell) {
  const list = question.querySelector(".order")
  if (!list) return
  const refresh = () => all(question, ".order__item").forEach((item, place, items) => {
    const [up, down] = item.querySelectorAll("button")
    // Disabled in word, not in deed: a button that vanished from the tab order would take the focus with it.
    up.setAttribute("aria-disabled", String(place === 0))
    down.setAttribute("aria-disabled", String(place === items.length - 1))
  })
  for (const item of all(question, ".order__item")) {
    const text = item.querySelector(".order__text")
    const buttons = ["up", "down"].map(direction => {
      const button = Object.assign(document.createElement("button"), {type: "button", className: `order__${direction}`, id: `${text.id}:${direction}`, textContent: words.order[direction]})
      button.setAttribute("aria-labelledby", `${button.id} ${text.id}`)
      button.addEventListener("click", () => {
        if (button.getAttribute("aria-disabled") === "true") return
        if (direction === "up") item.previousElementSibling.before(item)
        else item.nextElementSibling.after(item)
        refresh()
        button.focus()
        const items = all(question, ".order__item")
        tell(words.order.moved.replace("{item}", text.textContent).replace("{place}", items.indexOf(item) + 1).replace("{count}", items.length))
      })
      return button
    })
    const pair = Object.assign(document.createElement("span"), {className: "order__buttons"})
    pair.append(...buttons)
    item.append(pair)
  }
  question.refreshOrder = refresh
  refresh()
}
