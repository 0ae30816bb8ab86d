/** On the progress page: how often the reader was right at each certainty, as a table. */
import {counted} from "./counted.js"
import {fill, make} from "./elements.js"
import {LEAST_CHOSEN, calibration} from "./calibration.js"
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
  if (!chosenBands.some(({chosen}) => chosen)) return asked ? [title, make("p", "progress__note", texts.none)] : []
  const table = make("table", "progress__table", make("caption", "", texts.caption))
  table.append(
    make("thead", "", make("tr", "",
      ...[texts.band, texts.chosen, texts.right, texts.against].map(text => head("col", text)))),
    make("tbody", "", ...chosenBands.map(({band, chosen, right, percent, against}) => {
      const times = counted(texts, "times", chosen)
      const row = make("tr", "", head("row", bands[band - 1]), make("td", "", times))
      if (percent === null || against === null) {
        const few = make("td", "progress__few", fill(texts.few, {count: chosen, least: LEAST_CHOSEN}))
        row.append(Object.assign(few, {colSpan: 2}))
      } else {
        row.append(make("td", "", fill(texts.share, {right, count: chosen, percent})),
          make("td", `progress__against progress__against--${against}`, texts[against]))
      }
      return row
    })))
  // Where it is wider than the screen, the keyboard can move it.
  const region = make("div", "progress__region", table)
  region.setAttribute("role", "region")
  region.setAttribute("aria-label", texts.title)
  region.tabIndex = 0
  return [title, region, make("p", "progress__note", texts.note)]
}

/** @param {"col"|"row"} scope @param {string} text */
function head(scope, text) {
  return Object.assign(make("th", "", text), {scope})
}
