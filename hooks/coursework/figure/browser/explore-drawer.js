/** Made-up studies in a funnel: readers put some into the drawer, and the average of the others moves. */
import {follow, part, say, styles, written} from "./explore-kit.js"

const TAP = 4 // pixels: what has moved farther is dragged
const NEAR = 1 / 50 // of the axis: a guess that is off by so much was near
const STEP = 0.01 // of the slider

/**
 * What studies say together, weighted by their people: of whole numbers, as in the build.
 * @param {{size: number, found: number}[]} studies
 */
export function average(studies) {
  let people = 0, sum = 0
  for (const {size, found} of studies) {
    people += size
    sum += size * Math.round(100 * found)
  }
  return Math.round(sum / people) / 100
}

/** @param {HTMLElement} figure */
export async function explore(figure) {
  await styles()
  const [plot, tray, status, line, guess, form, live, hide, publish] =
    ["plot", "tray", "status", "line", "guess", "ask", "live", "hide", "publish"].map(name => part(figure, name))
  const [min, max] = [figure.dataset.min, figure.dataset.max].map(Number)
  const dots = figure.querySelectorAll(".drawer__stills > :last-child circle")
  // Numbers come from the table, places from the second of the funnels, in which those to be hidden are open.
  const studies = Array.from(part(figure, "studies").rows, (row, number) => {
    const [order, size, found] = Array.from(row.cells, cell => cell.textContent)
    const [left, height, radius] = ["cx", "cy", "r"].map(name => dots[number].getAttribute(name) ?? "")
    const dot = document.createElement("label"), box = document.createElement("input")
    const name = document.createElement("span"), isDull = dots[number].classList.contains("open")
    box.type = "checkbox"
    box.style.width = box.style.height = `${2 * Number(radius)}px`
    name.className = "unseen"
    say(name, {number: order, size, found}, plot.dataset.say)
    dot.className = "drawer__dot"
    dot.style.setProperty("--height", `${parseFloat(height) / 100}`)
    dot.toggleAttribute("data-dull", isDull)
    dot.append(box, name)
    plot.append(dot)
    return {size: Number(size), found: Number(found.replace("\u2212", "-")), left, dot, box, isDull}
  })
  const whole = average(studies)

  /**
   * Move a line to a value; gives its text, to the left of the line or to the right.
   * @param {SVGElement} sign
   * @param {number} value
   */
  function place(sign, value, isLeft = false) {
    const at = (100 * (value - min)) / (max - min), text = /** @type {SVGTextElement} */ (sign.lastElementChild)
    sign.setAttribute("x", `${at}%`)
    side(text, at > 85 || isLeft && at > 15)
    return text
  }
  /** @param {SVGTextElement} text @param {boolean} isLeft */
  function side(text, isLeft) {
    text.setAttribute("text-anchor", isLeft ? "end" : "start")
    text.setAttribute("dx", isLeft ? "-.4em" : ".4em")
  }

  /** Draw what is in the drawer and what is not, and give the average that is seen. */
  function show() {
    const inside = studies.filter(({box}) => box.checked), out = studies.filter(({box}) => !box.checked)
    const step = 100 / Math.max(10.4, inside.length + 0.4), seen = out.length ? average(out) : whole
    const number = out.length ? written(seen) : "", {say: some, print, nothing} = status.dataset
    for (const {dot, left} of out) dot.style.left = left
    for (const [order, {dot}] of inside.entries()) dot.style.left = `${step * (order + 0.7)}%`
    line.toggleAttribute("data-none", !out.length)
    side(part(figure, "whole"), seen >= whole)
    place(line, seen, seen < whole).textContent = part(figure, "number").textContent = number
    say(status, {count: inside.length, total: studies.length, seen: number, all: written(whole)},
      inside.length ? out.length ? some : nothing : print)
    return seen
  }

  /** @param {(study: {isDull: boolean}) => boolean} isIn whether a study is in the drawer */
  function set(isIn) {
    for (const study of studies) study.box.checked = isIn(study)
    return show()
  }
  hide.onclick = () => set(({isDull}) => isDull)
  publish.onclick = () => set(() => false)

  for (const {dot, box} of studies) {
    /** @type {PointerEvent | undefined} */
    let from
    let isDragged = false
    box.onchange = show
    dot.onpointerdown = event => {
      from = plot.disabled ? undefined : event
      isDragged = false
      dot.setPointerCapture(event.pointerId)
    }
    dot.onpointermove = ({clientX, clientY}) => {
      if (!from) return
      isDragged ||= Math.hypot(clientX - from.clientX, clientY - from.clientY) > TAP
      dot.toggleAttribute("data-dragged", isDragged)
      const {left, top} = plot.getBoundingClientRect()
      if (isDragged) Object.assign(dot.style, {left: `${clientX - left}px`, top: `${clientY - top}px`})
    }
    dot.onpointerup = dot.onpointercancel = ({clientY}) => {
      from = undefined
      dot.removeAttribute("data-dragged")
      dot.style.top = ""
      if (!isDragged) return
      box.checked = clientY > tray.getBoundingClientRect().top
      show()
    }
    // A click at the end of a drag would tick once more; one by keys has no detail.
    dot.onclick = event => { if (isDragged && event.detail) event.preventDefault() }
  }
  live.hidden = false
  figure.dataset.live = ""
  show()
  if (!form) return

  // Where the average will lie is placed before it is seen.
  const [slider] = form.elements, answer = part(figure, "answer")
  const described = figure.getAttribute("aria-describedby") ?? ""
  figure.dataset.asking = ""
  figure.removeAttribute("aria-describedby")
  plot.disabled = true
  follow(slider, value => {
    say(place(guess, value), {number: written(value)})
    return written(value)
  })
  /** @param {HTMLElement} next where a reader goes on who uses keys */
  function end(next) {
    delete figure.dataset.asking
    figure.setAttribute("aria-describedby", described)
    plot.disabled = false
    next.focus({preventScroll: true})
  }
  form.onsubmit = (/** @type {Event} */ event) => {
    event.preventDefault()
    end(publish)
    const placed = Number(slider.value), seen = hide.onclick(), verdict = document.createElement("b")
    const {say: differs, exact} = answer.dataset
    say(verdict, {guess: written(placed), seen: written(seen)}, placed === seen ? exact : differs)
    answer.toggleAttribute("data-near", Math.abs(placed - seen) < NEAR * (max - min) + STEP / 2)
    answer.firstElementChild.hidden = false
    answer.prepend(verdict, " ")
    answer.scrollIntoView({block: "nearest"})
  }
  part(form, "skip").onclick = () => {
    guess.remove()
    end(hide)
  }
}
