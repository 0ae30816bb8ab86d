/** On the progress page: how many works are marked, each number a link to the list of them. */
import {fill, make} from "./elements.js"
import {words as all} from "./progress-words.js"

const words = all.progress

/**
 * @param {HTMLElement|null} place what holds the line, at first a link to all works; none where a course has none
 * @param {Record<string, import("./entries.js").Reading>} readings
 */
export function showReadings(place, readings) {
  if (!place) return
  const address = place.querySelector("a")?.href.split("?")[0]
  const links = /** @type {const} */ (["read", "wanted"]).flatMap(name => {
    const count = Object.values(readings).filter(({mark}) => mark === name).length
    const link = Object.assign(make("a", "", fill(words[name], {count})), {href: `${address}?mark=${name}`})
    return count ? [" ", link] : []
  })
  place.hidden = !links.length
  if (links.length) place.replaceChildren(words.readings, ...links)
}
