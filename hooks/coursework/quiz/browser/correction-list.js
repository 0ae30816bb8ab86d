/**
 * What was corrected since a reader answered it, in a list: each question leads to where it is told, each claim is told
 * here. Both go once they are known.
 */
import {words} from "./correction-words.js"
import {fill, make} from "./elements.js"
import {isSameQuestion} from "./entries.js"
import {entryOf, isInformed, isKnownOfClaim, knowOfClaim} from "./known-corrections.js"

/**
 * @param {HTMLElement} place where the page has the list
 * @param {string} course
 * @param {Record<string, string>} [versions] the present ones, where all are at hand: of what was corrected without a
 *   word
 */
export function listCorrections(place, course, versions = {}) {
  const list = /** @type {HTMLElement} */ (place.querySelector(".corrections"))
  for (const item of list.querySelectorAll(".corrections__unsaid")) item.remove()
  const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("li")])
  const listed = new Set(items.filter(({dataset}) => !dataset.claim).map(({dataset}) => dataset.questions))
  for (const item of items) item.hidden = !isNews(course, item.dataset)
  for (const [question, version] of Object.entries(versions)) {
    const entry = listed.has(question) ? null : entryOf(course, question)
    if (entry && !isSameQuestion(entry.version, version)) list.querySelector("ul")?.append(unsaid(place, question))
  }
  list.hidden = !list.querySelector("li:not([hidden])")
  for (const item of items) {
    const read = item.querySelector("button")
    if (!read) continue
    read.hidden = false
    read.onclick = () => {
      knowOfClaim(course, item.dataset.claim ?? "", item.dataset.day ?? "")
      listCorrections(place, course, versions)
      const heading = /** @type {HTMLElement} */ (list.querySelector("h2"))
      heading.tabIndex = -1
      if (!list.hidden) heading.focus()
    }
  }
}

/**
 * Whether the reader answered what an item tells of, and does not know.
 * @param {string} course @param {DOMStringMap} data
 */
function isNews(course, {questions = "", version, day = "", claim}) {
  if (claim && isKnownOfClaim(course, claim, day)) return false
  return questions.split(" ").some(question => {
    const entry = entryOf(course, question)
    const isOld = entry && version !== undefined && !isSameQuestion(entry.version, version)
    return entry && (isOld || !isInformed(entry, day))
  })
}

/**
 * A way to a question of which no correction is declared.
 * @param {HTMLElement} place @param {string} question its address
 */
function unsaid(place, question) {
  const quiz = place.querySelector(`[data-quiz="${question.split("/")[0]}"]`)
  const title = quiz?.querySelector("h2")?.textContent?.trim() ?? ""
  const page = /** @type {HTMLAnchorElement|null} */ (quiz?.querySelector(".progress__link a"))
  const link = Object.assign(make("a", "", fill(words.unsaid, {title})), {href: `${page?.href ?? ""}#${question}`})
  return make("li", "corrections__unsaid", link)
}
