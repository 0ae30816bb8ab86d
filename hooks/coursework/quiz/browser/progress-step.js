/**
 * On the progress page: what there is to do now, and the one button that leads to it, as on the
 * home page (way-on.js).
 */
import {counted} from "./counted.js"
import {fill, make} from "./elements.js"
import {fetchPage} from "./fetch-page.js"
import {nextLesson} from "./next-lesson.js"
import {words as all} from "./progress-words.js"
import {minutesFor} from "./review-length.js"
import {openIn} from "./section-open.js"

const texts = all.progress

/**
 * @param {string} course
 * @param {HTMLElement} place holds the line of what is due and, in a paragraph, the link to the review
 * @param {number} due how many questions are asked today
 * @param {{href: string, title: string, lesson: string[]}[]} quizzes in the order of the course
 * @param {(question: string) => boolean} isOpen whether a question waits for an answer in its lesson
 * @param {Record<string, string>} states of the questions by their address
 * @param {import("./open-sittings.js").OpenSitting[]} stopped the sittings that are open
 * @param {{lesson: string, section: string}} [last] where the reader was last: the path of a lesson, and a place in it
 */
export function stepOn(course, place, due, quizzes, isOpen, states, stopped, last) {
  const link = /** @type {HTMLAnchorElement} */ (place.querySelector(".progress__review a"))
  const review = link.dataset.review ??= link.href
  const answered = Object.values(states).some(state => state !== "new")
  const sitting = stopped.find(({isLast}) => isLast)
  place.querySelector(".progress__due")?.replaceChildren(...lines(due, answered, sitting))
  const at = quizzes.findIndex(({href}) => last && pathOf(href).endsWith(`/${last.lesson}`))
  const {open, way} = nextLesson(quizzes, at, quiz => quiz.lesson.some(isOpen),
    quiz => !quiz.lesson.every(isOpen))
  const section = last?.section && open === quizzes[at] ? `#${last.section}` : ""
  if (sitting) {
    link.href = sitting.way.href
    link.textContent = fill(texts["go-on"], {title: sitting.way.textContent ?? ""})
    return
  }
  link.href = due || !open ? review : open.href + section
  if (link.hash) leadOn(course, link)
  link.textContent = due ? fill(texts["review-due"], {due})
    : open ? fill(texts[way === "begin" ? "begin" : "go-on"], {title: open.title}) : texts.ahead
}

/** To what is not answered in the section that it leads to. @param {string} course @param {HTMLAnchorElement} link */
async function leadOn(course, link) {
  const {href, hash} = link
  const found = await fetchPage(href).catch(() => null)
  if (found && link.href === href) link.hash = openIn(course, found.page, hash)
}

/** @param {number} due @param {boolean} answered @param {import("./open-sittings.js").OpenSitting} [sitting] */
function lines(due, answered, sitting) {
  const text = due ? counted(texts, "due", due) : texts["due-none"]
  if (sitting) {
    const stopped = fill(texts.stopped, {answered: sitting.answered, total: sitting.total})
    return [make("b", "", stopped), make("span", "", text)]
  }
  if (due) return [make("b", "", text), make("span", "", counted(texts, "time", minutesFor(due)))]
  return answered ? [make("b", "", text)] : []
}

/** Without what a site served as files, or as folders, has at its end. @param {string} href */
const pathOf = href => new URL(href).pathname.replace(/(\/|\.html|\/index\.html)$/, "")
