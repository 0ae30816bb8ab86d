/** A hundred results of one true difference: two sliders and the rows change what is true and how many are studied. */
import {ask, fill, follow, part, say, stops, styles, unmark, written} from "./explore-kit.js"
import {normal} from "./explore-noise.js"

const REACH = 1.96 // standard errors, half the width of a 95% interval
const RESULTS = 100
const KINDS = ["found", "alike", "neither"]
const UNIT = 20 // a standard error in the path of all intervals

/**
 * A hundred results of a seed, the lowest first, as in the build.
 * @param {number} seed
 * @param {number} difference
 * @param {number} size
 * @param {number} margin
 */
export function results(seed, difference, size, margin) {
  const error = Math.sqrt(2 / size), draw = normal(seed)
  const means = Array.from({length: RESULTS}, () => difference + error * draw()).sort((one, other) => one - other)
  return means.map(mean => {
    const low = mean - REACH * error, high = mean + REACH * error
    return {low, high, found: low > 0 || high < 0, alike: -margin < low && high < margin}
  })
}

/** The path of all intervals, about nought and in twentieths of a standard error. @param {number} seed */
const fan = seed => results(seed, 0, 2, 0).map(({low, high}, number) =>
  `M${number}.5 ${(-UNIT * low).toFixed(1)}V${(-UNIT * high).toFixed(1)}`).join("")

/** How many find a difference, show likeness, do neither, and both. @param {ReturnType<typeof results>} drawn */
export function counts(drawn) {
  /** @type {Record<string, number>} */
  const count = {found: 0, alike: 0, neither: 0, both: 0}
  for (const {found, alike} of drawn) {
    count.found += Number(found)
    count.alike += Number(alike)
    count.neither += Number(!found && !alike)
    count.both += Number(found && alike)
  }
  return count
}

/** @param {ReturnType<typeof results>[0]} result those that do both have found a difference */
const kindOf = ({found, alike}) => found ? "found" : alike ? "alike" : "neither"

/**
 * The first and the number of intervals of a kind that stand side by side: at most two runs of them.
 * @param {ReturnType<typeof results>} drawn
 * @param {string} kind
 */
function runsOf(drawn, kind) {
  /** @type {[number, number][]} */
  const runs = []
  drawn.forEach((result, number) => {
    const run = runs.at(-1)
    if (kindOf(result) !== kind) return
    if (run && run[0] + run[1] === number) run[1]++
    else runs.push([number, 1])
  })
  return runs
}

/** @param {HTMLElement} figure */
export async function explore(figure) {
  await styles()
  const {seed, margin, min, max} = /** @type {Record<string, string>} */ (figure.dataset)
  const [difference, size] = ["difference", "size"].map(name => part(figure, name))
  const plot = part(figure, "plot"), hundred = [...figure.querySelectorAll(".hundred")].at(-1) ?? figure
  const status = part(figure, "status")
  const clips = KINDS.map(name => /** @type {[string, any[]]} */ ([
    name, [...plot.querySelector(`clipPath[id$="-${name}"]`).children],
  ]))
  let draw = 0

  /** @param {HTMLInputElement} slider */
  const stopsOf = slider => (slider.dataset.stops ?? "").split(" ")
  /** @param {HTMLInputElement} slider */
  const chosen = slider => Number(stopsOf(slider)[Number(slider.value)])
  /** What lies below the top of the axis, in percent of it. @param {number} length */
  const share = length => (100 * length) / (Number(max) - Number(min))
  const list = stops(figure, stop => {
    difference.value = stopsOf(difference).findIndex(gap => Number(gap) === Number(stop.dataset.gap))
    move()
  })

  /** Draw what is chosen, and give it in words. */
  function show() {
    const gap = chosen(difference)
    const drawn = results(Number(seed) + draw, gap, chosen(size), Number(margin))
    const count = counts(drawn), truth = share(Number(max) - gap), error = share(Math.sqrt(2 / chosen(size)))
    for (const [name, rects] of clips) {
      const runs = runsOf(drawn, name)
      rects.forEach((rect, number) => {
        rect.setAttribute("x", runs[number]?.[0] ?? 0)
        rect.setAttribute("width", runs[number]?.[1] ?? 0)
      })
      plot.querySelector(`.race__${name}`).setAttribute("transform", `translate(0 ${truth}) scale(1 ${error / UNIT})`)
    }
    plot.querySelector(".race__truth").setAttribute("d", `M0 ${truth}H100`)
    for (const slider of [difference, size]) {
      part(figure, `${slider.dataset.part}-now`).textContent = stopsOf(slider)[Number(slider.value)]
    }
    for (const stop of list) stop.toggleAttribute("data-shown", Number(stop.dataset.gap) === gap)
    say(part(figure, "truth"), {difference: written(gap)})
    say(part(figure, "draw"), {number: draw + 1, seed: Number(seed) + draw})
    fill(hundred, RESULTS - count.found)
    const words = KINDS.map(name => say(part(figure, name), {count: count[name]}))
    const both = part(figure, "both")
    if (count.both) words.push(say(both, {count: count.both}))
    else both.textContent = ""
    return words.join(", ")
  }

  /** What a button or a row has changed is spoken once. */
  function move() {
    unmark(figure)
    difference.dispatchEvent(new Event("input"))
    status.textContent = `${part(figure, "truth").textContent}. ${show()}`
  }

  for (const slider of [difference, size]) {
    follow(slider, () => `${stopsOf(slider)[Number(slider.value)]}. ${show()}`)
    slider.addEventListener("input", () => unmark(figure))
  }
  part(figure, "again").addEventListener("click", () => {
    draw++
    part(figure, "fan").setAttribute("d", fan(Number(seed) + draw))
    move()
  })
  part(figure, "live").hidden = false
  figure.dataset.live = ""
  const [gap, people] = [chosen(difference), chosen(size)]
  const {found} = counts(results(Number(seed), gap, people, Number(margin)))
  ask(figure, RESULTS - found, {difference: written(gap), size: people, rest: found}, difference)
}
