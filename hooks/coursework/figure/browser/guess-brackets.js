/** The signs of a guess in the strip of a row: a line where it lies, between brackets as far as it reaches. */

/** @typedef {{guess: number, range?: [number, number], sure?: number}} Guessed */

/**
 * @param {Element} row
 * @param {import("./guess-axis.js").Axis} axis
 * @param {Guessed} guessed
 * @param {"open"|"held"|"missed"|"moved"} state
 */
export function drawGuess(row, axis, {guess, range}, state) {
  // In pixels about the middle of the strip, so that they keep their form at any width. Nothing but numbers goes in.
  const forms = ["M0-9V9", "M5-10H0V10H5", "M-2-10q8 10 0 20"]
  const signs = [guess, ...range ?? []].map((value, place) =>
    `<svg x="${100 * axis.along(value)}%" y="50%"><path d="${forms[place]}"/></svg>`)
  row.querySelector(".guess__signs")?.remove()
  row.querySelector("svg")?.insertAdjacentHTML("beforeend",
    `<g class="guess__signs guess__signs--${state}">${signs.join("")}</g>`)
}
