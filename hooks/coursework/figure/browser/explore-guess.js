/**
 * A figure whose rows are guessed before they are seen, one after the other: the reader places a line, opens brackets
 * about it until they are sure enough, and then sees both. Rows that are given stay in sight, the others come last.
 * What was guessed is kept, and drawn again when its reader comes back.
 */
import {axisOf} from "./guess-axis.js"
import {button, fill, make, spoken} from "./elements.js"
import {drawGuess} from "./guess-brackets.js"
import {hasRange, isHeld, judged, keepEstimate, ranges, readEstimate} from "./estimates.js"
import {askRow} from "./guess-form.js"
import {today} from "./store.js"
import {words} from "./explore-guess-words.js"

/** @typedef {import("./estimates.js").Estimate} Estimate */

const sentences = words.estimates
// A guess that is off by so much of the axis was near.
const NEAR = 1 / 8
/** What the browser did not keep counts as long as the page is open. @type {Estimate[]} */
const unkept = []

// Styles that no page needs before.
const sheet = new Promise((onload, onerror) => {
  const {href} = new URL("explore-guess.css", import.meta.url)
  document.head.append(Object.assign(document.createElement("link"), {rel: "stylesheet", href, onload, onerror}))
})

/** @param {HTMLElement} figure */
export async function explore(figure) {
  await sheet
  const {course = "", ask: question} = figure.dataset
  const axis = axisOf(figure.dataset.axis ?? ""), sure = Number(figure.dataset.sure ?? 0)
  const lines = /** @type {HTMLElement[]} */ ([...figure.querySelectorAll(".figure__rows > li")])
  const foot = figure.querySelector(".figure__axis")
  const status = spoken("p", "explore__answer"), next = make("p", "explore__ways")
  const how = make("p", "guess__how", sentences.how, sure ? ` ${fill(sentences["how-sure"], {sure})}` : "")
  const described = figure.getAttribute("aria-describedby") ?? ""

  /** The guess at a row, if there is one. @param {HTMLElement} line */
  const guessOf = ({dataset: {row = "", estimate}}) => readEstimate(course, row, Number(estimate))
  /** @param {HTMLElement} line @param {Estimate} guess */
  const draw = (line, guess) =>
    drawGuess(/** @type {Element} */ (line.querySelector("svg")), axis, guess, isGood(guess) ? "held" : "missed")
  /** @param {Estimate} guess */
  const isGood = guess => guess.range ? isHeld(guess) : axis.apart(guess.guess, guess.estimate) <= NEAR

  const queue = (figure.dataset.rows ?? "").split(" ").map(place => lines[Number(place)]).filter(line => {
    const guess = guessOf(line)
    if (guess) draw(line, guess)
    return !guess
  })
  const others = lines.filter(({dataset}) => !dataset.row && dataset.given === undefined)
  if (!queue.length) {
    foot?.after(make("p", "guess__count", counted(course)))
    return
  }

  function ask() {
    const [line] = queue
    delete line.dataset.later
    return askRow(line, {
      text: `${nameOf(line)}: ${question || sentences.ask}`, axis, sure, words: sentences, skip: finish,
      settle: guess => settle(line, {...guess, day: today(), estimate: Number(line.dataset.estimate)}),
    })
  }

  /** @param {HTMLElement} line @param {Estimate} guess */
  function settle(line, guess) {
    queue.shift()
    open(line)
    const isKept = guessOf(line) ?? keepEstimate(course, line.dataset.row ?? "", guess)
    if (!isKept) unkept.push(guess)
    draw(line, guess)
    status.toggleAttribute("data-near", isGood(guess))
    status.replaceChildren(...verdict(line, guess, axis))
    if (!isKept && unkept.length === 1) status.append(" ", words.storage.unavailable)
    if (!queue.length) status.append(make("span", "guess__count", counted(course)))
    if (!queue.length && !others.length) return finish()
    const go = button("button", queue.length ? fill(sentences.next, {row: nameOf(queue[0])}) : sentences.rest, () => {
      next.replaceChildren()
      if (queue.length) ask().focus()
      else finish()
    })
    next.replaceChildren(go)
    go.focus({preventScroll: true})
    status.scrollIntoView({block: "nearest"})
  }

  /** Show a row as it is. @param {HTMLElement} line */
  function open(line) {
    delete line.dataset.later
    if (line.dataset.asking === undefined) return
    delete line.dataset.asking
    line.querySelector("form")?.remove()
    line.querySelector(".guess__signs")?.remove()
  }

  /** Show all that there is. */
  function finish() {
    lines.forEach(open)
    how.remove()
    next.remove()
    delete figure.dataset.guessing
    figure.setAttribute("aria-describedby", described)
    const notice = /** @type {HTMLElement|null} */ (figure.querySelector("figcaption > p:last-child"))
    notice?.setAttribute("tabindex", "-1")
    notice?.focus({preventScroll: true})
  }

  for (const line of [...queue, ...others]) line.dataset.later = ""
  figure.dataset.guessing = ""
  figure.removeAttribute("aria-describedby")
  figure.querySelector("figcaption")?.after(how)
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
  const found = line.querySelector(".figure__words")?.textContent ?? ""
  const place = fill(range ? sentences.spoken : "{guess}", axis.inWords(entry))
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
  const {verdict: name, ...values} = judged([...ranges(course), ...unkept.filter(hasRange)])
  return values.count ? fill(`${sentences.count} ${sentences[name]}`, values) : ""
}
