/**
 * A worksheet or its key with `?seed=…` in the address: questions and choices in another order, the same on both, so
 * that neighbours can have different sheets. Without a seed the page is as it was built.
 */
const seed = new URLSearchParams(location.search).get("seed")

if (seed) {
  for (const paper of document.querySelectorAll(".paper")) {
    const questions = paper.querySelector(".paper__questions")
    shuffle(questions, `${seed}/${paper.dataset.quiz}`)
    for (const question of questions.children) {
      for (const list of question.querySelectorAll("[data-mix]")) shuffle(list, `${seed}/${question.dataset.question}`)
    }
    for (const link of paper.querySelectorAll(".paper__other a")) link.search = location.search
  }
}

/** Put the children of a list in the order of their numbers, drawn from the seed. */
function shuffle(list, seed) {
  const children = [...list.children]
  const ranks = new Map(children.map(child => [child, hash(`${seed}/${child.dataset.place}`)]))
  list.append(...children.sort((a, b) => ranks.get(a) - ranks.get(b)))
}

/** FNV-1a, 32 bits, stirred once more since short texts differ in their last letter only. */
function hash(text) {
  let value = 0x811c9dc5
  for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}
