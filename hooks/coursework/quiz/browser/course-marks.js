/**
 * How far the reader is, beside the links to lessons and quizzes that were begun: in a word, and in a class that gives
 * it a shape; and how many questions are due, beside the link to the review. On every page, and so from what the last
 * answer left here, in `COURSE/marks`: no part of the reader's record, and made anew by each answer, each look at the
 * review, and once when the site has changed. Only that asks for what is known of quizzes, so that nothing grows with
 * the bank.
 *
 * A link that is marked carries `data-quiz`; `data-asks` where its lesson also asks of other quizzes, with the names of
 * all; and `data-whole` where it leads to the quiz itself and not to its lesson. The place of its mark stands after it;
 * `.due-mark` stands in the links to the review, and `data-course` somewhere on the page.
 *
 * @typedef {[state: "none"|"half"|"done"|"known", text: string]} Mark
 * @typedef {object} Marks
 * @property {Record<string, Mark>} links by what nameOf() calls a link
 * @property {Record<string, number>} due how many questions are asked on each day on which that changes, in their order
 * @property {string} inWords how many are due today
 * @property {string} [of] the address of this script, which is another when the site has changed
 */
import {isText, keysFrom, parseAs, today} from "./store.js"

const course = document.querySelector("[data-course]")?.getAttribute("data-course") ?? ""
const key = `${course}/marks`
let isOld = document.querySelector("quiz-review") !== null
/** @type {Promise<Marks>|undefined} */
let making
let makings = 0
let isAsked = false
let isMarked = false
let count = 0

/** The reader did what changes the marks. */
export function renew() {
  isOld = true
  update()
}

/** Show the marks anew, once for all changes of one moment. */
function update() {
  if (isAsked) return
  isAsked = true
  setTimeout(async () => {
    isAsked = false
    try {
      // Should the page be left before others are made, the next one makes them.
      if (isOld) localStorage.removeItem(key)
      show(await marksNow())
    } catch {
      // Offline, or a browser that refuses storage: no marks.
    }
  })
}

/** @returns {Promise<Marks>} */
export async function marksNow() {
  // What is damaged throws here, and counts as none.
  const last = parseAs(localStorage.getItem(key), ({links}) =>
    Object.values(links).every(([, text]) => isText(text)))
  if (!keysFrom(`${course}/v`).length) return {links: {}, due: {}, inWords: ""}
  if (!isOld && last?.of === import.meta.url) return last
  isOld = false
  // One after the other: what was read first must not be written last.
  const number = makings += 1
  return making = Promise.allSettled([making]).then(() => make(number))
}

/** @param {number} number which of all it is */
async function make(number) {
  const {marksOf} = await import("./link-marks.js")
  const marks = {...await marksOf(course), of: import.meta.url}
  try {
    // Others, of what came later, are made next: where the page is left before, the next one must not trust these.
    if (number === makings) localStorage.setItem(key, JSON.stringify(marks))
  } catch {
    // Full: other pages show what they showed before.
  }
  return marks
}

/** @param {Marks} marks */
function show({links, due, inWords}) {
  const number = countDue(due)
  for (const mark of document.querySelectorAll(".due-mark")) {
    // A number for the eye, a sentence for the ear.
    mark.textContent = number ? String(number) : ""
    mark.ariaLabel = number ? inWords.replace("{due}", mark.textContent) : null
  }
  if (!isMarked && !Object.keys(links).length) return
  isMarked = true
  // The progress page says more of each quiz itself, and what the review will hide needs no marks.
  for (const link of document.querySelectorAll(
    "a[data-quiz]:not(quiz-progress *, quiz-review:not([data-ready]) *, [hidden] *)")) {
    const mark = link.nextElementSibling
    if (!(link instanceof HTMLElement && mark)) continue
    const [state, text] = links[nameOf(link)] ?? ["none", ""]
    mark.className = `progress-mark progress-mark--${state}`
    mark.textContent = text
    // The link's own text stays what it is, and its description is the mark.
    mark.id ||= `course-mark-${count += 1}`
    link.setAttribute("aria-describedby", mark.id)
  }
}

/** What a link stands for: `QUIZ` for what its lesson asks, or `QUIZ whole`. @param {HTMLElement} link */
export const nameOf = ({dataset: {quiz, whole}}) => whole === undefined ? `${quiz}` : `${quiz} whole`

/** How many questions are asked today. @param {Marks["due"]} due */
export const countDue = due => due[Object.keys(due).filter(day => day <= today()).pop() ?? ""] ?? 0

if (course) {
  update()
  document.addEventListener("quiz-answer", event => {
    if (!(event instanceof CustomEvent && event.detail.restored)) renew()
  })
  document.addEventListener("quiz-scheduled", renew)
  // Another tab, and a page that the browser kept while others were read.
  for (const event of ["storage", "pageshow"]) addEventListener(event, update)
}
