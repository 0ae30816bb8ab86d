/** Two clouds of stars: one slider moves each star onto its own middle, and shows which slope is left. */
import {follow, part, say, styles, written} from "./explore-kit.js"

const REACH = 46 // of the field, to both sides of its middle

/**
 * The slope of all points, when each star has gone a share of the way, as it follows from the slopes at both ends.
 * @param {number} share
 * @param {number} together at first
 * @param {number} within at the end
 * @param {number} ratio how many times as much the middles scatter along as the points about them
 */
export function slope(share, together, within, ratio) {
  const between = (together * (ratio + 1) - within) / ratio, rest = (1 - share) ** 2 * ratio
  return (rest * between + within) / (rest + 1)
}

/** @param {HTMLElement} figure */
export async function explore(figure) {
  await styles()
  const slider = part(figure, "slide"), end = part(figure, "end"), form = part(figure, "ask")
  const together = Number(figure.dataset.together)
  const clouds = /** @type {HTMLElement[]} */ ([...figure.querySelectorAll("[data-part=cloud]")])

  /** @param {HTMLElement} cloud @param {number} share */
  function move(cloud, share) {
    const {within, ratio} = cloud.dataset, left = slope(share, together, Number(within), Number(ratio))
    for (const star of /** @type {NodeListOf<SVGGElement>} */ (cloud.querySelectorAll("g[data-x]"))) {
      const [x, y] = [star.dataset.x, star.dataset.y].map(place => 50 + (1 - share) * Number(place))
      star.setAttribute("transform", `translate(${x} ${y})`)
    }
    cloud.querySelector(".within__trend")?.setAttribute("d", `M4 ${50 + REACH * left}L96 ${50 - REACH * left}`)
    const number = written(left).replace(/^\u2212(?=0\.00$)/, "")
    say(part(cloud, "slope"), {slope: number})
    return number
  }

  part(figure, "live").hidden = false
  figure.dataset.live = ""
  end.hidden = true
  follow(slider, share => {
    const [first, second] = clouds.map(cloud => move(cloud, share / 100))
    return slider.dataset.say.replace("{share}", share).replace("{first}", first).replace("{second}", second)
  })
  // What is left is told when it can be seen.
  slider.addEventListener("change", () => { end.hidden = slider.value !== slider.max })
  if (!form) return
  const described = figure.getAttribute("aria-describedby") ?? ""
  figure.dataset.asking = ""
  figure.removeAttribute("aria-describedby")
  form.hidden = false
  form.addEventListener("submit", (/** @type {SubmitEvent} */ event) => {
    event.preventDefault()
    const answer = part(figure, "answer"), more = part(answer, "more"), verdict = document.createElement("b")
    const isRight = /** @type {HTMLButtonElement} */ (event.submitter).value === "right"
    verdict.textContent = isRight ? answer.dataset.right : answer.dataset.wrong
    form.hidden = true
    figure.removeAttribute("data-asking")
    figure.setAttribute("aria-describedby", described)
    answer.toggleAttribute("data-near", isRight)
    answer.prepend(verdict, " ")
    if (more) more.hidden = false
    slider.focus({preventScroll: true})
  })
}
