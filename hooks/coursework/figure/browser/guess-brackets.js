/** The signs of a guess in the strip of a row: a line where it lies, between brackets as far as it reaches. */
const SVG = "http://www.w3.org/2000/svg"
// In pixels about the middle of the strip, so that they keep their form at any width.
const SIGNS = {guess: "M0-9V9", lo: "M5-10H0V10H5", hi: "M-2-10q8 10 0 20"}

/** @typedef {{guess: number, range?: [number, number], sure?: number}} Guessed */

/**
 * @param {Element} strip
 * @param {import("./guess-axis.js").Axis} axis
 * @param {Guessed} guessed
 * @param {"open"|"held"|"missed"|"moved"} state
 */
export function drawGuess(strip, axis, {guess, range}, state) {
  const group = strip.querySelector(".guess__signs") ?? strip.appendChild(document.createElementNS(SVG, "g"))
  group.setAttribute("class", `guess__signs guess__signs--${state}`)
  const places = {guess, ...(range && {lo: range[0], hi: range[1]})}
  group.replaceChildren(...Object.entries(places).map(([name, value]) => {
    const place = document.createElementNS(SVG, "svg"), path = document.createElementNS(SVG, "path")
    place.setAttribute("x", `${100 * axis.along(value)}%`)
    place.setAttribute("y", "50%")
    path.setAttribute("d", SIGNS[/** @type {keyof typeof SIGNS} */ (name)])
    place.append(path)
    return place
  }))
}
