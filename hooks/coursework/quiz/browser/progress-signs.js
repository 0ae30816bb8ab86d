/**
 * On the progress page: the signs of what became of a question, and what they mean.
 *
 * @typedef {keyof typeof words.state} State
 */
import {make} from "./elements.js"
import {words as all} from "./progress-words.js"

const words = all.progress

/** Drawn by the style sheet, with a word for who does not see it. @param {string} word */
export function sign(word) {
  const element = make("span", "progress__sign")
  if (word) {
    element.setAttribute("role", "img")
    element.setAttribute("aria-label", word)
  } else element.setAttribute("aria-hidden", "true")
  return element
}

/** What the signs mean. */
export function signs() {
  const states = /** @type {State[]} */ (Object.keys(words.state))
  return make("div", "progress__legend", make("p", "progress__note", words.signs),
    make("ul", "progress__signs", ...states.map(state =>
      make("li", `progress__mark progress__mark--${state}`, sign(""), ` ${words.state[state]}`))))
}
