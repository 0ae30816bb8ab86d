/**
 * A figure whose rows are guessed before they are seen, one after the other: the reader places a line, opens brackets
 * about it until they are sure enough, and then sees both. Rows that are given stay in sight, the others come last.
 * What was guessed is kept, and drawn again when its reader comes back.
 */
import {axisOf} from "./guess-axis.js"
import {button, fill, make, spoken} from "./elements.js"
import {drawGuess} from "./guess-brackets.js"
import {isHeld, judged, keepEstimate, ranges, readEstimate} from "./estimates.js"
import {askRow} from "./guess-form.js"
import {today} from "./store.js"
import {words} from "./explore-guess-words.js"

/** @typedef {import("./estimates.js").Estimate} Estimate */

const {estimates: sentences, storage} = words
// A guess that is off by so much of the axis was near.
const NEAR = 1 / 8
let isRefusalSaid = false

// Styles that no page needs before.
const sheet = new Promise((onload, onerror) => {
  const {href} = new URL("explore-guess.css", import.meta.url)
  document.head.append(Object.assign(make("link", ""), {rel: "stylesheet", href, onload, onerror}))
})

/** @param {HTMLElement} figure */
export async function explore(figure) {
  await sheet
  const {course = "", ask: question = sentences.ask, rows = "", axis: ends = "", sure: often} = figure.dataset
  const axis = axisOf(ends), sure = Number(often ?? 0)
  const foot = figure.querySelector(".figure__axis"), described = figure.getAttribute("aria-describedby") ?? ""
  const status = spoken("p", "explore__answer"), next = make("p", "explore__ways guess__now")
  const how = make("p", "guess__now", sentences.how, sure ? ` ${fill(sentences["how-sure"], {sure})}` : "")

  /** The guess at a row, if there is one. @param {HTMLElement} line */
  const guessOf = ({dataset: {row, estimate}}) => readEstimate(course, `${row}`, Number(estimate))
  /** @param {Estimate} guess */
  const isGood = guess => guess.range ? isHeld(guess) : axis.apart(guess.guess, guess.estimate) <= NEAR

  /** Show a row as it is, with what was guessed. @param {HTMLElement} line @param {Estimate} guess */
  function open(line, guess) {
    line.dataset.open = ""
    drawGuess(line, axis, guess, isGood(guess) ? "held" : "missed")
  }

  const lines = /** @type {HTMLElement[]} */ ([...figure.querySelectorAll(".figure__rows li")])
  const queue = rows.split(" ").map(place => lines[Number(place)]).filter(line => {
    const guess = guessOf(line)
    if (guess) open(line, guess)
    return !guess
  })
  if (!queue.length) {
    foot?.after(make("p", "guess__count", counted(course)))
    return
  }

  function ask() {
    next.replaceChildren()
    const text = `${nameOf(queue[0])}: ${question}`
    return askRow(queue[0], text, axis, sure, sentences, guess => guess ? settle(guess) : finish())
  }

  /** @param {import("./guess-brackets.js").Guessed} guessed */
  function settle(guessed) {
    const line = /** @type {HTMLElement} */ (queue.shift())
    const guess = {...guessed, day: today(), estimate: Number(line.dataset.estimate)}
    const isKept = guessOf(line) ?? keepEstimate(course, `${line.dataset.row}`, guess)
    open(line, guess)
    status.toggleAttribute("data-near", isGood(guess))
    status.replaceChildren(...verdict(line, guess, axis))
    if (!isKept && !isRefusalSaid) status.append(" ", storage.unavailable)
    isRefusalSaid ||= !isKept
    const isLast = !queue.length
    if (isLast) status.append(make("span", "guess__count", counted(course)))
    if (isLast && !figure.querySelector("li:not([data-row], [data-given])")) return finish()
    const text = isLast ? sentences.rest : fill(sentences.next, {row: nameOf(queue[0])})
    const go = button("button", text, () => isLast ? finish() : ask().focus())
    next.append(go)
    go.focus()
  }

  /** Show all that there is. */
  function finish() {
    delete figure.dataset.guessing
    figure.setAttribute("aria-describedby", described)
    const notice = /** @type {HTMLElement} */ (figure.querySelector("figcaption :last-child"))
    notice.tabIndex = -1
    notice.focus({preventScroll: true})
  }

  figure.dataset.guessing = ""
  figure.removeAttribute("aria-describedby")
  figure.firstElementChild?.after(how)
  foot?.after(status, next)
  ask()
}

/** @param {HTMLElement} line */
const nameOf = line => line.querySelector("span")?.textContent ?? ""

/**
 * What is said of a guess: whether its range holds what was found, both, and one sentence.
 * @param {HTMLElement} line
 * @param {Estimate} entry
 * @param {import("./guess-axis.js").Axis} axis
 */
function verdict(line, entry, axis) {
  const {guess, range, estimate} = entry, isIn = isHeld(entry)
  // Where nothing is drawn about the estimate, its words only say so.
  const found = line.querySelector(line.querySelector(".interval, .range") ? ".figure__words" : "b")?.textContent ?? ""
  const place = fill(range ? sentences.placed : "{guess}", axis.inWords(entry))
  const isNarrow = range && axis.apart(guess, estimate) <= NEAR
  const isOver = guess > estimate, own = isNarrow ? sentences.near : isOver ? sentences.less : sentences.more
  return [
    ...(range ? [make("b", "", isIn ? sentences.holds : sentences.misses), " "] : []),
    fill(sentences.told, {row: nameOf(line), said: place, found}),
    ` ${line.dataset.answer ?? (isIn || guess === estimate ? "" : own)}`,
  ]
}

/** How many ranges hold, over all figures, and what that says; nothing where there is none. @param {string} course */
function counted(course) {
  const values = judged(ranges(course))
  return values.count ? fill(`${sentences.count} ${sentences[values.verdict]}`, values) : ""
}
