/**
 * A worksheet or its key with `?seed=…` in the address: questions and choices in another order, the same on both, so
 * that neighbours can have different sheets. Without a seed the page is as it was built. The seed stands on the paper,
 * so that a sheet finds its key.
 */
const MOST_SEEDS = 999
const seed = new URLSearchParams(location.search).get("seed")

for (const paper of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".paper"))) {
  const mix = /** @type {HTMLAnchorElement} */ (paper.querySelector(".paper__mix"))
  mix.search = `?seed=${Math.floor(Math.random() * MOST_SEEDS) + 1}`
  mix.hidden = false
  if (seed) {
    const line = /** @type {HTMLElement} */ (paper.querySelector(".paper__seed"))
    line.hidden = false
    line.querySelector("span")?.append(seed)
    const questions = /** @type {Element} */ (paper.querySelector(".paper__questions"))
    shuffle(questions, `${seed}/${paper.dataset.quiz}`)
    for (const question of childrenOf(questions)) {
      for (const list of question.querySelectorAll("[data-mix]")) shuffle(list, `${seed}/${question.dataset.question}`)
    }
    for (const link of paper.querySelectorAll(".paper__other a:not(.paper__mix)")) {
      /** @type {HTMLAnchorElement} */ (link).search = location.search
    }
  }
}

/**
 * Put the children of a list in the order of their numbers, drawn from the seed; one that is last stays there.
 * @param {Element} list @param {string} seed
 */
function shuffle(list, seed) {
  const ranked = childrenOf(list).map(child =>
    ({child, rank: child.dataset.last === undefined ? hash(`${seed}/${child.dataset.place}`) : Infinity}))
  list.append(...ranked.sort((a, b) => a.rank - b.rank).map(({child}) => child))
  const places = childrenOf(list).map(({dataset}) => dataset.like ?? dataset.place)
  const isAnswer = places.join(" ") === list.getAttribute("data-not")
  if (isAnswer && list.firstElementChild) list.append(list.firstElementChild)
}

/** @param {Element} list */
function childrenOf(list) {
  return /** @type {HTMLElement[]} */ ([...list.children])
}

/** FNV-1a, 32 bits, stirred once more since short texts differ in their last letter only. @param {string} text */
function hash(text) {
  let value = 0x811c9dc5
  for (const letter of text) value = Math.imul(value ^ Number(letter.codePointAt(0)), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}
