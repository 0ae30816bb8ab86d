/** On the progress page: folds, each of a summary and one place for what it holds. */
import {words as all} from "./progress-words.js"

const words = all.progress.folds

/** Without content a fold is not offered. @param {HTMLElement} fold @param {Node[]} content */
export function fillFold(fold, content) {
  fold.hidden = !content.length
  fold.lastElementChild?.replaceChildren(...content)
}

/**
 * Fill a fold when it is opened, the first time or each time: what few readers need is fetched by those alone.
 * @param {HTMLElement} fold @param {() => Promise<Node[]>} make @param {boolean} [each]
 */
export function whenOpened(fold, make, each = false) {
  const place = /** @type {HTMLElement} */ (fold.lastElementChild)
  let isFilled = false
  fold.addEventListener("toggle", async () => {
    if (isFilled && !each) return
    isFilled = true
    try {
      place.replaceChildren(...await make())
    } catch {
      isFilled = false
      place.replaceChildren(words.offline)
    }
  })
}
