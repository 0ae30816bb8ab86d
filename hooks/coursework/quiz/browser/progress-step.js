/**
 * On the progress page: what there is to do now, and the one button that leads to it; where nothing is due, to where
 * way-on.js leads from the home page.
 */
import {counted} from "./counted.js"
import {fill, make} from "./elements.js"
import {words as all} from "./progress-words.js"
import {minutesFor} from "./review-length.js"

const words = all.progress

/**
 * @param {HTMLElement} place holds the line of what is due and, in a paragraph, the link to the review
 * @param {number} due how many questions are asked today
 * @param {{href: string, title: string, lesson: string[]}[]} quizzes in the order of the course
 * @param {(question: string) => boolean} isOpen whether a question waits for an answer in its lesson
 * @param {Record<string, string>} states of the questions by their address
 * @param {{lesson: string, section: string}} [last] where the reader was last: the path of a lesson, and a place in it
 */
export function stepOn(place, due, quizzes, isOpen, states, last) {
  const link = /** @type {HTMLAnchorElement} */ (place.querySelector(".progress__review a"))
  const review = link.dataset.review ??= link.href
  const answered = Object.values(states).some(state => state !== "new")
  place.querySelector(".progress__due")?.replaceChildren(...lines(due, answered))
  const at = quizzes.findIndex(({href}) => last && pathOf(href).endsWith(`/${last.lesson}`))
  const inOrder = [...quizzes.slice(Math.max(at, 0)), ...quizzes.slice(0, Math.max(at, 0))]
  const open = inOrder.find(quiz => quiz.lesson.some(isOpen))
  const section = last?.section && open === quizzes[at] ? `#${last.section}` : ""
  link.href = due || !open ? review : open.href + section
  link.textContent = due ? fill(words["review-due"], {due})
    : open ? fill(words[answered || last ? "go-on" : "begin"], {title: open.title}) : words.ahead
}

/** @param {number} due @param {boolean} answered */
function lines(due, answered) {
  if (due) return [make("b", "", counted(words, "due", due)), make("span", "", counted(words, "time", minutesFor(due)))]
  return answered ? [make("b", "", words["due-none"])] : []
}

/** Without what a site served as files, or as folders, has at its end. @param {string} href */
const pathOf = href => new URL(href).pathname.replace(/(\/|\.html|\/index\.html)$/, "")
