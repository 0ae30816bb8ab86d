/**
 * On the progress page: one picture of the course, a row for each quiz and in it a shape for each question, drawn by
 * the style sheet; and for who does not see it, each row in words.
 *
 * @typedef {keyof typeof words.state} State
 * @typedef {{title: string, href: string, states: State[]}} Row
 */
import {fill, make} from "./elements.js"
import {words as all} from "./progress-words.js"

const words = all.progress
const STATES = /** @type {State[]} */ (Object.keys(words.state))

/** @param {Row} row */
export function pictureRow({title, href, states}) {
  // What is known comes first, so that the eye compares lengths.
  const inOrder = STATES.flatMap(state => states.filter(other => other === state))
  const cells = make("span", "progress__cells", ...inOrder.map(shape))
  cells.setAttribute("role", "img")
  cells.setAttribute("aria-label", fill(words.row, {title, states: countsInWords(states)}))
  return make("li", "progress__row", Object.assign(make("a", "progress__lesson", title), {href}), " ", cells)
}

/** How many are in each state, those that are in none left out. @param {State[]} states */
export function countsInWords(states) {
  const counts = STATES.map(state => ({state, count: states.filter(other => other === state).length}))
  return counts.filter(({count}) => count).map(({state, count}) => `${count} ${words.state[state]}`).join(", ")
}

/** What the shapes mean, of those that are in the picture or may come to be. @param {State[]} states */
export function legend(states) {
  const shown = STATES.filter(state => state !== "self" || states.includes(state))
  return [make("ul", "progress__legend", ...shown.map(state =>
    make("li", "", make("span", "progress__cells", shape(state)), ` ${words.state[state]}`))),
  make("p", "progress__note", words.legend)]
}

/** @param {State} state */
function shape(state) {
  const element = make("i", `progress__cell progress__cell--${state}`)
  element.setAttribute("aria-hidden", "true")
  return element
}
