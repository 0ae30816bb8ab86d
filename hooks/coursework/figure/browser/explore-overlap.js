/** Two hills, and the gap between them: a slider, the rows and the hill itself move it; the counts follow. */
import {ask, fill, follow, part, say, stops, styles, unmark, written} from "./explore-kit.js"

const REACH = 3 // standard deviations that a hill is drawn to both sides, as in the template

/**
 * How many of a hundred lie below a point of the normal curve (Abramowitz and Stegun, 7.1.26: exact to a millionth).
 * @param {number} z
 */
function ofHundred(z) {
  const t = 1 / (1 + 0.3275911 * (z / Math.SQRT2))
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return Math.floor(100 - 50 * tail * Math.exp((-z * z) / 2) + 0.5)
}

/** Both counts of a gap, as in the build. @param {number} gap */
export const counts = gap => ({pairs: ofHundred(gap / Math.SQRT2), above: ofHundred(gap)})

/** @param {HTMLElement} figure */
export async function explore(figure) {
  await styles()
  const slider = part(figure, "gap"), hills = part(figure, "hills")
  const hundred = [...figure.querySelectorAll(".hundred")].at(-1) ?? figure
  const width = Number(figure.dataset.width)
  const list = stops(figure, stop => {
    move(stop.dataset.gap ?? 0)
    part(figure, "status").textContent = slider.getAttribute("aria-valuetext")
  })

  /** @param {number} gap */
  function show(gap) {
    const at = (100 * (REACH + gap)) / width
    part(figure, "upper").setAttribute("x", (100 * gap) / width)
    part(figure, "below").setAttribute("width", at)
    part(figure, "middle").setAttribute("d", `M${at} 8V100`)
    part(figure, "end").setAttribute("x", `${at}%`)
    const {pairs, above} = counts(gap)
    const number = part(figure, "number").textContent = written(gap)
    fill(hundred, pairs)
    for (const stop of list) stop.toggleAttribute("data-shown", Number(stop.dataset.gap) === gap)
    const sentences = [say(part(figure, "pairs"), {count: pairs}), say(part(figure, "above"), {count: above})]
    return `${number}. ${sentences.join(" ")}`
  }

  /** @param {number | string} gap */
  function move(gap) {
    unmark(figure)
    slider.value = gap
    slider.dispatchEvent(new Event("input"))
  }

  const start = counts(Number(slider.value)).pairs
  part(figure, "live").hidden = false
  figure.dataset.live = ""
  follow(slider, show)
  slider.addEventListener("input", () => unmark(figure))
  // The hill itself can be pushed, by a pointer or a finger; keys have the slider.
  let from = 0, gap = 0
  hills.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
    hills.setPointerCapture(event.pointerId)
    ;[from, gap] = [event.clientX, Number(slider.value)]
  })
  hills.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => {
    if (event.buttons) move(gap + ((event.clientX - from) / hills.clientWidth) * width)
  })
  ask(figure, start, {gap: written(Number(slider.value)), rest: 100 - start}, slider)
}
