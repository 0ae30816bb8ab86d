/** On the progress page: how sure the reader was, between brackets, and how often right, as a dot. */
import {counted} from "./counted.js"
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
  const missing = Math.min(...chosenBands.map(({chosen}) => LEAST_CHOSEN - chosen))
  if (missing > 0) {
    // Before the first answer there is nothing to be sure of; and who is not asked can say no more.
    if (!asked || !Object.keys(log).length) return []
    return [title, make("p", "progress__note", counted(texts, missing < LEAST_CHOSEN ? "more" : "none", missing))]
  }
  return [title, make("ul", "progress__chart", ...chosenBands.map(({band, chosen, right, percent, against}, place) => {
    if (percent !== null && against !== null) {
      const came = fill(texts.came, {right, count: chosen, percent, against: texts[against]})
      return chartRow(bands[band - 1], BOUNDS[place], percent, came)
    }
    return chartRow(bands[band - 1], null, null, counted(texts, "few", LEAST_CHOSEN - chosen))
  })), make("p", "progress__note", texts.note)]
}

/**
 * A row of a chart from 0 to 100 per cent. Where nothing can be said yet there is none to be drawn, only words.
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
  const drawn = bar.childElementCount ? [bar] : []
  return make("li", "progress__band", make("b", "", name), " ", ...drawn, make("span", "progress__said", inWords))
}
