/** Readers choose what counts, and see the one estimate that somebody published for it, or that nobody has. */
import {part, say, styles} from "./explore-kit.js"

/** @param {HTMLElement} figure */
export async function explore(figure) {
  await styles()
  const form = part(figure, "switches"), nobody = part(figure, "nobody"), nearest = part(figure, "nearest")
  const hand = part(figure, "hand"), dots = figure.querySelectorAll("circle")
  const names = (figure.dataset.switches ?? "").split(" ")
  const answers = [.../** @type {NodeListOf<HTMLElement>} */ (figure.querySelectorAll("li[data-when]"))]
  /** What leads to each answer, in the order of the switches. @type {string[][]} */
  const ways = answers.map(answer => (answer.dataset.when ?? "").split(" "))
  const found = new Set()

  /** Where two ways differ. @param {string[]} one @param {string[]} other */
  const apart = (one, other) => names.filter((_, place) => one[place] !== other[place])
  /** @param {string[]} way */
  const answerOf = way => ways.findIndex(each => !apart(each, way).length)

  function show() {
    const chosen = names.map(name => form.elements[name].value)
    const number = answerOf(chosen)
    for (const [place, answer] of answers.entries()) answer.hidden = place !== number
    nobody.hidden = number >= 0
    for (const input of form.querySelectorAll("input")) {
      const other = names.map((name, place) => name === input.name ? input.value : chosen[place])
      const leads = answerOf(other) >= 0
      input.parentNode.toggleAttribute("data-open", !leads)
      if (leads) input.removeAttribute("aria-describedby")
      else input.setAttribute("aria-describedby", form.querySelector(".unseen").id)
    }
    hand.toggleAttribute("data-nobody", number < 0)
    if (number < 0) {
      const near = ways.reduce((one, other) => apart(other, chosen).length < apart(one, chosen).length ? other : one)
      const options = apart(near, chosen).map(name => inputOf(name, near[names.indexOf(name)]).parentNode)
      say(nearest, {choices: options.map(option => option.textContent.trim()).join("; ")})
      nearest.onclick = () => {
        for (const [place, name] of names.entries()) form.elements[name].value = near[place]
        show()
        inputOf(names[0], near[0]).focus()
      }
    } else {
      found.add(number)
      dots[number].classList.remove("open")
      hand.setAttribute("x", dots[number].dataset.at)
    }
    say(part(figure, "found"), {count: found.size, total: ways.length})
    const answer = part(figure, "answer")
    if (answer) answer.hidden = found.size < ways.length
    return number < 0 ? nobody.querySelector("p").textContent : answers[number].innerText
  }

  /** @param {string} name @param {string} value @returns {any} */
  const inputOf = (name, value) => form.querySelector(`[name="${name}"][value="${value}"]`)

  figure.dataset.live = ""
  form.hidden = false
  form.addEventListener("change", () => {
    part(figure, "status").textContent = show()
  })
  form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault())
  show()
}
