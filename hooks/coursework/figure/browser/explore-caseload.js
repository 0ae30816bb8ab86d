/** A league table of made-up averages: a slider says of how many cases each is, a button draws new cases. */
import {fill, follow, part, say, stops, styles} from "./explore-kit.js"
import {normal} from "./explore-noise.js"

const REACH = 1.96 // standard errors, half the width of a 95% interval
const YEARS = 100

/**
 * The table of a year, as in the build: the units by what is seen of each, the first one first.
 * @param {number} seed
 * @param {number[]} scores where the true averages lie, the best first
 * @param {number} share of what differs between single cases
 * @param {number} size
 */
export function table(seed, scores, share, size) {
  const error = Math.sqrt((1 - share) / size), draw = normal(seed)
  const seen = scores.map(score => score * Math.sqrt(share) + error * draw())
  return {order: seen.map((_, unit) => unit).sort((one, other) => seen[other] - seen[one]), seen, error}
}

/** How many of the truly best are among as many that are first. @param {number[]} order @param {number} top */
export const best = (order, top) => order.slice(0, top).filter(unit => unit < top).length

/** How many intervals reach the average of all. @param {ReturnType<typeof table>} found */
export const reaching = ({seen, error}) => seen.filter(mean => Math.abs(mean) <= REACH * error).length

/**
 * Of 100 parts of what differs in a table those that are true, by Spearman and Brown.
 * @param {number} share
 * @param {number} size
 */
export const parts = (share, size) => Math.round((100 * size * share) / (1 + (size - 1) * share))

/**
 * How many of the best are first on average, over years from a seed on.
 * @param {number} seed
 * @param {number[]} scores
 * @param {number} share
 * @param {number} size
 * @param {number} top
 */
export function usual(seed, scores, share, size, top) {
  let sum = 0
  for (let year = 0; year < YEARS; year++) sum += best(table(seed + year, scores, share, size).order, top)
  return (sum / YEARS).toFixed(1)
}

/** @param {HTMLElement} figure */
export async function explore(figure) {
  await styles()
  const {dataset} = figure, [seed, top, reach] = [dataset.seed, dataset.top, dataset.reach].map(Number)
  const scores = (dataset.scores ?? "").split(" ").map(Number), units = scores.length
  const slider = part(figure, "size"), status = part(figure, "status"), form = part(figure, "ask")
  const [first, rest] = ["first", "rest"].map(name => part(figure, name))
  const rows = /** @type {HTMLElement[]} */ ([...figure.querySelectorAll("li[data-unit]")])
    .sort((one, other) => Number(one.dataset.unit) - Number(other.dataset.unit))
  const hundred = /** @type {Element} */ (figure.querySelector(".hundred"))
  const calm = matchMedia("(prefers-reduced-motion)")
  let share = Number(dataset.share) / 100, year = 0

  const size = () => Number(slider.dataset.stops.split(" ")[slider.value])
  const found = (draw = year) => table(seed + draw, scores, share, size())
  /** How far to the right a value lies. @param {number} value */
  const at = value => `${Math.min(Math.max(50 * (1 + value / reach), 0), 100)}%`

  /** Draw the rows where they stand now, each from where it stood. @param {ReturnType<typeof table>} shown */
  function draw({order, seen, error}) {
    const before = rows.map(row => row.offsetTop)
    first.append(...order.slice(0, top).map(unit => rows[unit]))
    rest.append(...order.slice(top).map(unit => rows[unit]))
    rows.forEach((row, unit) => {
      const [, interval, truth, dot] = row.querySelectorAll("svg > *"), score = scores[unit] * Math.sqrt(share)
      interval.setAttribute("x1", at(seen[unit] - REACH * error))
      interval.setAttribute("x2", at(seen[unit] + REACH * error))
      for (const end of ["x1", "x2"]) truth.setAttribute(end, at(score))
      dot.setAttribute("cx", at(seen[unit]))
      const way = [`0 ${before[unit] - row.offsetTop}px`, "0 0"]
      if (!calm.matches) row.animate({translate: way}, {duration: 500, easing: "ease"})
    })
  }

  /** Draw what is chosen, and give it in words. */
  function show() {
    const shown = found(), before = year && found(year - 1).order.slice(0, top)
    draw(shown)
    part(figure, "size-now").textContent = size()
    for (const stop of list) stop.toggleAttribute("data-shown", Number(stop.dataset.share) / 100 === share)
    const words = [say(part(figure, "hits"), {count: best(shown.order, top), top})]
    const stayed = part(figure, "stayed")
    if (before) words.push(say(stayed, {count: before.filter(unit => shown.order.indexOf(unit) < top).length, top}))
    else stayed.textContent = ""
    words.push(say(part(figure, "reaching"), {count: reaching(shown), units}))
    const real = parts(share, size())
    fill(hundred, real)
    words.push(say(part(figure, "real"), {count: real, rest: 100 - real}))
    say(part(figure, "usual"), {average: usual(seed, scores, share, size(), top), top, lot: dataset.lot})
    say(part(figure, "draw"), {year: year + 1, seed: seed + year})
    return words.join(" ")
  }

  /** What a button or a row has changed is spoken once. */
  function move() {
    slider.dispatchEvent(new Event("input"))
    status.textContent = slider.getAttribute("aria-valuetext")
  }

  const list = stops(figure, stop => {
    share = Number(stop.dataset.share) / 100
    move()
  })
  follow(slider, () => `${size()}. ${show()}`)
  part(figure, "again").addEventListener("click", () => {
    year++
    move()
  })
  part(figure, "live").hidden = false
  figure.dataset.live = ""
  if (form) ask(figure, form, () => slider.focus({preventScroll: true}), {
    count: best(found().order, top), top, units, size: size(), lot: dataset.lot, share: dataset.share,
    average: usual(seed, scores, share, size(), top), real: parts(share, size()),
  })
}

/**
 * Ask how many of the best are first before the table is seen, then say how near the guess was.
 * @param {HTMLElement} figure
 * @param {HTMLFormElement} form
 * @param {() => void} next goes on where a reader does who uses keys
 * @param {Record<string, unknown>} values for the blanks of the sentence behind the answer
 */
function ask(figure, form, next, values) {
  const described = figure.getAttribute("aria-describedby") ?? ""
  figure.dataset.asking = ""
  figure.removeAttribute("aria-describedby")
  form.hidden = false
  form.addEventListener("submit", (/** @type {SubmitEvent} */ event) => {
    event.preventDefault()
    const guess = /** @type {HTMLButtonElement} */ (event.submitter).value, answer = part(figure, "answer")
    form.hidden = true
    figure.removeAttribute("data-asking")
    figure.setAttribute("aria-describedby", described)
    next()
    if (!guess) return
    const verdict = document.createElement("b"), more = part(answer, "more"), exact = Number(guess) === values.count
    say(verdict, {guess, ...values}, exact ? answer.dataset.exact : answer.dataset.say)
    if (more) say(more, values)
    answer.toggleAttribute("data-near", exact)
    answer.prepend(verdict, " ")
    answer.scrollIntoView({block: "nearest"})
  })
}
