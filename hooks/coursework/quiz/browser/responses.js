/**
 * How each type of question is answered on the page: what the reader gave, putting a saved answer back, and which
 * parts of the answer's text speak of it. Grading is none of its business.
 *
 * @typedef {HTMLElement & {value: string, checked?: boolean}} Field what is typed or chosen in, of whatever kind
 * @typedef {object} Responder
 * @property {(question: HTMLElement) => string[]} read
 * @property {(question: HTMLElement, response: string[]) => boolean} write puts a response back; false where it no
 *   longer fits
 * @property {(question: HTMLElement) => HTMLElement|null} unanswered the first
 *   control without an answer
 * @property {(question: HTMLElement, response: string[], grade: import("./grade.js").Grade) => HTMLElement[]} reasons
 * @property {(question: HTMLElement, part: HTMLElement) => Element|null|undefined} [row] what a part of the answer is
 *   the reason for, where each has its row
 */
import {textOf} from "./text-of.js"
import {words} from "./words.js"

/** @param {HTMLElement} question @param {string} selector */
const all = (question, selector) => /** @type {HTMLElement[]} */ ([...question.querySelectorAll(selector)])
/** @param {HTMLElement} question */
const parts = question => all(question, ".answer__part")
/** @param {HTMLElement} question */
const fields = question => /** @type {Field[]} */ (all(question, ".question__fields :is(input, select, textarea)"))
/** @param {HTMLElement} question */
const points = question => /** @type {HTMLInputElement[]} */ (all(question, ".answer__rubric input"))

/** @type {Responder} */
const choice = {
  read: question => fields(question).filter(input => input.checked).map(input => input.value),
  write(question, response) {
    for (const input of fields(question)) input.checked = response.includes(input.value)
    // A choice that has been reworded since is not there to be chosen.
    return response.every(value => fields(question).some(input => input.value === value))
  },
  unanswered: question => fields(question)[0],
  row: (question, part) => fields(question).find(input => input.value === part.dataset.part)?.closest(".choice"),
  // Of a wrong response only what was chosen is explained: the rest stays to be found.
  reasons: (question, response, grade) => parts(question).filter(part => response.includes(part.dataset.part ?? "")
    && (grade.verdict === "right" || part.dataset.correct !== "true")),
}

/**
 * What each part is answered in: a text field, a menu, or a row with a menu or with buttons.
 * @param {HTMLElement} question
 */
const places = question => /** @type {Field[]} */ (all(question, ".match, .blank, .question__typed > input"))
/** @param {Field} place */
const valueIn = place =>
  /** @type {Field|null} */ (place.querySelector(":checked"))?.value ?? place.value ?? ""

/** Choose an option of a menu or a button, or not. @param {Element} option @param {boolean} isChosen */
export const choose = (option, isChosen) => Object.assign(option, {checked: isChosen, selected: isChosen})

/** @type {Responder} */
const several = {
  read: question => places(question).map(valueIn),
  write: (question, response) => places(question).map((place, number) => {
    const value = response[number] ?? ""
    if (!place.firstElementChild) place.value = value
    for (const option of place.querySelectorAll(/** @type {"option"} */ ("option, input"))) {
      choose(option, option.value === value)
    }
    return valueIn(place) === value
  }).every(Boolean),
  unanswered(question) {
    const place = places(question).find(place => !valueIn(place).trim()) ?? places(question)[0]
    return place.querySelector(/** @type {"input"} */ ("input, select")) ?? place
  },
  reasons: (question, response, grade) => parts(question).filter(({dataset}) => {
    const place = Number(dataset.part)
    return (dataset.choice ?? response[place]) === response[place]
      && (grade.verdict === "right" || !grade.parts?.[place])
  }),
}

/** @type {Responder} */
const matching = {...several, row: (question, part) => places(question)[Number(part.dataset.part)]}

/** @type {Responder} */
const typed = {
  ...several,
  reasons: (question, response, {misreading}) =>
    parts(question).filter(part => Number(part.dataset.part) === misreading),
}

/** @type {Responder} */
const ordering = {
  read: question => all(question, ".order__item").map(item => item.dataset.part ?? ""),
  write(question, response) {
    const items = all(question, ".order__item")
    if (!response.length) {
      // Begun anew, it stands as it came: a right order left standing would be the answer.
      question.querySelector(".order")?.append(...items.sort((a, b) => Number(a.dataset.at) - Number(b.dataset.at)))
      return false
    }
    // Each once: two that look the same have one key.
    const found = response.flatMap(key => {
      const at = items.findIndex(item => item.dataset.part === key)
      return at < 0 ? [] : items.splice(at, 1)
    })
    if (found.length !== response.length || items.length) return false
    question.querySelector(".order")?.append(...found)
    return true
  },
  unanswered: question => question.querySelector(".order button"),
  row: (question, part) => all(question, ".order__item").find(item => item.dataset.part === part.dataset.part)
    ?.querySelector(".order__buttons"),
  // Those that stand where they belong are explained with the last of them.
  reasons: (question, response, grade) => parts(question).filter(part => grade.verdict === "right"
    || !grade.parts?.[response.indexOf(part.dataset.part ?? "")]),
}

/** @type {Responder} */
const open = {
  read: question =>
    [fields(question)[0].value, ...points(question).filter(point => point.checked).map(point => point.value)],
  write(question, response) {
    fields(question)[0].value = response[0] ?? ""
    for (const point of points(question)) point.checked = response.slice(1).includes(point.value)
    return true
  },
  unanswered: question => fields(question)[0],
  reasons: () => [],
}

/** @type {Record<import("./grade.js").QuestionType, Responder>} */
export const RESPONDERS = {
  "single-choice": choice,
  "multiple-choice": choice,
  "true-false": choice,
  matching,
  ordering,
  numerical: typed,
  "short-answer": typed,
  cloze: several,
  "open-response": open,
  opinion: choice,
}

/**
 * Let the two buttons of every item of an ordering question move it, keep the focus, and say where it now is.
 * @param {HTMLElement & {refreshOrder?: () => void}} question
 * @param {(text: string) => void} tell
 */
export function startOrdering(question, tell) {
  const items = () => all(question, ".order__item")
  question.refreshOrder = () => items().forEach((item, place, {length}) => {
    const [up, down] = item.querySelectorAll("button")
    // `aria-disabled`, not `disabled`: a button that left the tab order would take the focus with it.
    up.setAttribute("aria-disabled", String(place === 0))
    down.setAttribute("aria-disabled", String(place === length - 1))
  })
  for (const item of items()) {
    const text = textOf(/** @type {HTMLElement} */ (item.querySelector(".order__text")))
    const buttons = /** @type {HTMLElement} */ (item.querySelector(".order__buttons"))
    buttons.hidden = false
    for (const button of buttons.children) button.setAttribute("aria-label", `${button.textContent} ${text}`)
    buttons.addEventListener("click", ({target}) => {
      const button = /** @type {HTMLElement} */ (target)
      if (button.getAttribute("aria-disabled") !== "false") return
      if (button.matches(":first-child")) item.previousElementSibling?.before(item)
      else item.nextElementSibling?.after(item)
      question.refreshOrder?.()
      button.focus()
      tell(words.order.moved.replace("{item}", () => text)
        .replace("{place}", String(items().indexOf(item) + 1)).replace("{count}", String(items().length)))
    })
  }
  question.refreshOrder()
}
