/** A hundred people measured twice: a slider picks the worst of them, and lots halve those; nothing is done to any. */
import {ask, follow, part, say, styles, written} from "./explore-kit.js"
import {normal} from "./explore-noise.js"

const PEOPLE = 100, COLUMNS = 5 // to a standard deviation; cut-offs fall between two of them

/** @param {number[]} numbers with mean 0 and spread 1 then */
function standard(numbers) {
  const mean = numbers.reduce((sum, number) => sum + number) / PEOPLE
  const spread = Math.sqrt(numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / PEOPLE)
  return numbers.map(number => (number - mean) / spread)
}

/**
 * Their two scores, the worst people first, as in the build.
 * @param {number} seed
 * @param {number} again the correlation of the two
 * @param {number} side 1 where the highest are the worst, else -1
 */
export function make(seed, again, side) {
  const draw = normal(seed), first = standard(Array.from({length: PEOPLE}, draw))
  const noise = Array.from({length: PEOPLE}, draw)
  const lean = first.reduce((sum, score, number) => sum + score * noise[number], 0) / PEOPLE
  const rest = standard(noise.map((score, number) => score - lean * first[number]))
  return first.map((score, number) => [score, again * score + Math.sqrt(1 - again * again) * rest[number]])
    .sort((one, other) => side * (other[0] - one[0]))
}

/** The numbers of those whom the lot puts into the first half. @param {number} seed @param {number} count */
export function halves(seed, count) {
  const draw = normal(seed), lots = Array.from({length: count}, draw)
  const order = [...lots.keys()].sort((one, other) => lots[one] - lots[other])
  return new Set(order.slice(0, Math.floor(count / 2)))
}

/** @param {number[][]} group */
const means = group => [0, 1].map(time => group.reduce((sum, person) => sum + person[time], 0) / group.length)

/** @param {HTMLElement} figure */
export async function explore(figure) {
  await styles()
  const [seed, again, side, mean, spread, digits, low, width, end] = [
    "seed", "again", "side", "mean", "spread", "digits", "low", "width", "edge",
  ].map(name => Number(figure.dataset[name]))
  const people = make(seed, again, side), slider = part(figure, "cut"), button = part(figure, "draw")
  const charts = [...figure.querySelectorAll("[data-part=people]")], status = part(figure, "halves")
  const dots = charts.map(chart => (chart.querySelector("path")?.getAttribute("d") ?? "").split(/(?=M)/))
  const lines = part(figure, "means").querySelectorAll(".regression__group")
  const numbers = figure.querySelectorAll("[data-part=number]")
  const keys = ["solid", "ring"].map(name => part(figure, name)), plain = keys.map(key => key.textContent)
  let drawn = 0

  /** @param {number} score */
  const points = score => written(Math.floor((mean + score * spread) * 10 ** digits + 0.5) / 10 ** digits, digits)
  /** @param {number} score in percent of the width */
  const along = score => (100 * (COLUMNS * score - low)) / width
  const edge = () => end + side * Number(slider.value)
  const chosen = () => people.filter(([first]) => side * (COLUMNS * first - edge()) >= 0)
  /** @param {number[]} person */
  const isBetter = ([first, second]) => side * second < side * first

  /** @param {number[][]} picked @param {boolean[]} solid @param {boolean} byLot */
  function dot(picked, solid, byLot) {
    charts.forEach((chart, time) => {
      const marks = dots[time].slice(0, picked.length)
      const open = marks.filter((_, number) => (time || byLot) && !solid[number])
      chart.querySelector(".regression__picked")?.setAttribute("d", marks.join(""))
      chart.querySelector(".regression__rings")?.setAttribute("d", open.join(""))
    })
  }

  /** @param {number[][]} averages of one group or of two */
  function draw(averages) {
    lines.forEach((/** @type {Element} */ line, /** @type {number} */ number) => {
      line.setAttribute("y2", averages[number] ? "100%" : "0")
      const ends = averages[number] ?? [0, 0] // of no length
      ends.forEach((score, time) => line.setAttribute(`x${time + 1}`, `${along(score)}%`))
    })
    numbers.forEach((text, time) => {
      text.textContent = averages.length > 1 ? "" : points(averages[0][time])
      text.setAttribute("x", `${along(averages[0][time])}%`)
    })
  }

  /** Show those picked, in two halves where lots are drawn, and give it in words. @param {Set<number>} [lot] */
  function show(lot) {
    const picked = chosen(), averages = means(picked), cut = along(edge() / COLUMNS)
    const solid = picked.map((person, number) => lot ? lot.has(number) : isBetter(person))
    const groups = lot ? [true, false].map(inside => picked.filter((_, number) => solid[number] === inside)) : [picked]
    const study = charts[0].querySelector("rect")
    if (side > 0) study?.setAttribute("x", `${cut}%`)
    study?.setAttribute("width", `${side > 0 ? 100 - cut : cut}%`)
    dot(picked, solid, Boolean(lot))
    draw(groups.map(means))
    keys.forEach((key, number) => { key.textContent = lot ? key.dataset.lots : plain[number] })
    const sentences = groups.map((group, number) => {
      const [first, second] = means(group).map(points)
      return say(document.createElement("p"), {group: keys[number].dataset.lots, first, second}, status.dataset.half)
    })
    status.textContent = lot ? [...sentences, status.dataset.luck].join(" ") : ""
    const [first, second] = averages.map(points)
    say(part(figure, "drawn"), {expected: points(again * averages[0])})
    const at = String(Number((mean + (edge() * spread) / COLUMNS).toFixed(6))).replace("-", "\u2212")
    return [
      say(part(figure, "picks"), {picked: picked.length, cut: at}),
      say(part(figure, "count"), {count: picked.filter(isBetter).length, picked: picked.length}),
      say(part(figure, "averages"), {first, second, mean: points(0)}),
    ].join(" ")
  }

  button.addEventListener("click", () => {
    show(halves(seed + ++drawn, chosen().length))
    button.textContent = button.dataset.more
  })
  part(figure, "live").hidden = false
  figure.dataset.live = ""
  follow(slider, () => show())
  const picked = chosen(), count = picked.filter(isBetter).length
  const [first, second] = means(picked).map(points)
  ask(figure, count, {picked: picked.length, rest: picked.length - count, first, second}, slider)
}
