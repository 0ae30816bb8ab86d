/** The same hundred in two worlds: one slider says how many have the outcome in both, and shows who has it in one. */
import {ask, follow, part, say, styles} from "./explore-kit.js"

/**
 * How many are in each group, when so many of them have the outcome in both worlds, as in the build.
 * @param {number} total
 * @param {number} without
 * @param {number} treated
 * @param {number} both
 * @returns {Record<string, number>}
 */
export const split = (total, without, treated, both) =>
  ({both, without: without - both, with: treated - both, neither: total - without - treated + both})

/**
 * A path over the places from one to before another, in columns of ten by ten each.
 * @param {number} first
 * @param {number} last
 * @param {number} tall
 */
export function run(first, last, tall) {
  let path = ""
  while (first < last) {
    const top = first % tall, end = Math.min(last, first - top + tall)
    path += `M${((first - top) / tall) * 10} ${top * 10}h10v${(end - first) * 10}h-10z`
    first = end
  }
  return path
}

/** @param {HTMLElement} figure */
export async function explore(figure) {
  await styles()
  const [total, without, treated] = [figure.dataset.total, figure.dataset.without, figure.dataset.with].map(Number)
  const slider = part(figure, "slide"), tall = total > 100 ? 20 : 5

  /** @param {string} world @param {Record<string, string>} paths */
  function draw(world, paths) {
    for (const [name, path] of Object.entries(paths)) part(part(figure, world), name).setAttribute("d", path)
  }

  /** @param {number} both */
  function show(both) {
    const counts = split(total, without, treated, both), end = without + counts.with
    const same = run(0, both, tall), first = run(both, without, tall), second = run(without, end, tall)
    const open = run(end, total, tall)
    draw("without", {full: same + first, other: second, open})
    draw("with", {full: same + second, other: first, open})
    const words = Object.entries(counts).map(([name, count]) => say(part(figure, `group-${name}`), {count}))
    return `${say(part(figure, "now"), {count: both})}. ${words.join("; ")}`
  }

  part(figure, "live").hidden = false
  figure.dataset.live = ""
  follow(slider, show)
  ask(figure, without, {}, slider, part(figure, "without"))
}
