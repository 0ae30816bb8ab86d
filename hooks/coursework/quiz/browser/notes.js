/**
 * What readers wrote would change their mind, in the slot `note/QUIZ/QUESTION`. It is theirs, word for word, and of the
 * question whatever becomes of its scale. Only pages that ask for it know this slot, and that of the progress.
 *
 * @typedef {{text: string, day: string}} Note `day` of the last change
 */
import {fits, isDay, isText, keepEntry, keyOf, parseAs, readEntry, today} from "./store.js"

export const isNote = fits({text: text => isText(text) && text.trim() !== "", day: isDay})
/** @param {string|null} text @returns {Note|null} */
const parse = text => parseAs(text, isNote)
/** @param {string} course @param {string} question */
const keyOfNote = (course, question) => keyOf(course, "note", question)

/** @param {string} course @param {string} question */
export const readNote = (course, question) => readEntry(keyOfNote(course, question), parse)

/**
 * @param {string} course @param {string} question
 * @param {string} text one without a word erases what was kept
 * @returns {boolean} false where the browser keeps nothing: storage refused or full
 */
export const keepNote = (course, question, text) =>
  keepEntry(course, keyOfNote(course, question), text.trim() ? {text, day: today()} : null, parse)

/**
 * Of two notes the later; two of one day, of which neither holds the other, one under the other: the words are the
 * reader's own, and nothing else has them.
 * @param {Note} own @param {Note} other @returns {Note} the very `own` where the other brings nothing
 */
export function bothNotes(own, other) {
  if (own.day !== other.day) return other.day > own.day ? other : own
  const text = bothTexts(own.text, other.text)
  return text === own.text ? own : {...other, text}
}

/** One text under the other, or the one that holds the other. @param {string} own @param {string} other */
export const bothTexts = (own, other) =>
  own.includes(other) ? own : other.includes(own) ? other : `${own}\n\n${other}`

/** A note as it is shown: as it was typed, and never anything but text. @param {string} text */
export function quotation(text) {
  return Object.assign(document.createElement("blockquote"), {className: "wrote", dir: "auto", textContent: text})
}

/**
 * Call for what is kept now: changed in another tab, or elsewhere on this page; or the browser had kept the page.
 * @param {() => void} look
 */
export function whenKeptElsewhere(look) {
  for (const sign of ["storage", "note-kept"]) addEventListener(sign, look)
  addEventListener("pageshow", ({persisted}) => { if (persisted) look() })
}
