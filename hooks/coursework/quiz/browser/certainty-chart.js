/** On the progress page: how sure the reader was, between brackets, and how often right, as a dot. */
import {fill, make} from "./elements.js"
import {BOUNDS, LEAST_CHOSEN, calibration} from "./calibration.js"
import {words} from "./progress-words.js"

const texts = words.progress.certainty
const bands = words.certainty

/**
 * @param {Record<string, import("./entries.js").Try[]>} log by the day
 * @param {boolean} asked whether the course asks; what was said when it did is shown all the same
 * @returns {HTMLElement[]}
 */
export function certainty(log, asked) {
  const chosenBands = calibration(log)
  const title = make("h2", "progress__title", texts.title)
  if (!chosenBands.some(({chosen}) => chosen)) {
    // Before the first answer there is nothing to be sure of.
    return asked && Object.keys(log).length ? [title, make("p", "progress__note", texts.none)] : []
  }
  return [title, make("ul", "progress__chart", ...chosenBands.map(({band, chosen, right, percent, against}, place) => {
    const few = chosen ? fill(texts.few, {count: chosen, least: LEAST_CHOSEN}) : texts.never
    const text = percent === null || against === null ? few
      : fill(texts.came, {right, count: chosen, percent, against: texts[against]})
    return chartRow(bands[band - 1], BOUNDS[place], percent, text)
  })), make("p", "progress__note", texts.note)]
}

/**
 * A row of a chart from 0 to 100 per cent.
 * @param {string|Node} name
 * @param {number[]|null} expected the bounds of what the reader expected
 * @param {number|null|undefined} percent how often the reader was right
 * @param {string} inWords what the row shows
 */
export function chartRow(name, expected, percent, inWords) {
  const bar = make("span", "progress__bar")
  /** @param {string} kind @param {number} at */
  const mark = (kind, at) => {
    const element = make("span", `progress__${kind}`)
    element.style.setProperty("--at", String(at))
    bar.append(element)
  }
  if (expected) ["from", "to"].forEach((kind, place) => mark(kind, expected[place]))
  if (typeof percent === "number") mark("dot", percent)
  return make("li", "progress__band", make("b", "", name), " ", bar, make("span", "progress__said", inWords))
}
