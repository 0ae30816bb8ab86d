/**
 * How a sitting went: right of asked, and beside it the time before; by lesson, with the passages to read again; by
 * side. Few answers are no share of a hundred: for a side they are only counted.
 *
 * @typedef {import("./entries.js").Sitting} Sitting
 * @typedef {import("./quiz-question.js").QuizQuestion} QuizQuestion
 * @typedef {import("./quiz-sitting.js").QuizSitting} QuizSitting
 */
import {counted} from "./counted.js"
import {button, fill, inWords, make} from "./elements.js"
import {nameLinks, rereadLinks} from "./rereads.js"
import {standOf} from "./sitting.js"
import {words} from "./sitting-words.js"

const LEAST_FOR_A_SHARE = 5

/**
 * @param {QuizSitting} place
 * @param {Sitting} record
 * @param {QuizQuestion[]} questions
 * @param {QuizQuestion[]} missed
 * @param {(row: QuizQuestion[]) => void} look
 * @param {() => void} again
 * @returns {Node[]} the heading first
 */
export function resultOf(place, record, questions, missed, look, again) {
  const {last} = record
  const count = missed.length
  const parts = [
    make("h2", "summary__title", fill(words.result, standOf(record, questions))),
    last && make("p", "sitting__last", fill(words.last, {...last, day: inWords(last.day)})),
    make("p", "summary__on",
      ...count ? [button("summary__practise", counted(words, "missed", count), () => look(missed))] : [],
      button("sitting__all", words.look, () => look(questions)), button("sitting__again", words.again, again)),
    ...perLesson(place, record, questions, missed), ...perSide(place, record, questions),
    make("p", "summary__note", words.review),
  ]
  return parts.filter(part => part !== null)
}

/**
 * @param {QuizSitting} place @param {Sitting} record @param {QuizQuestion[]} questions @param {QuizQuestion[]} missed
 */
function perLesson(place, record, questions, missed) {
  const list = make("dl", "summary__objectives")
  for (const {pathname, href, textContent} of place.querySelectorAll(/** @type {"a"} */ (".sitting__lessons a"))) {
    const own = questions.filter(question => rereadLinks([question]).some(link => link.pathname === pathname))
    if (!own.length) continue
    const links = rereadLinks(own.filter(question => missed.includes(question)))
    const title = Object.assign(make("a", "", textContent ?? ""), {href})
    const passages = make("ul", "", ...links.map(link => make("li", "", link)))
    const again = links.length ? [make("div", "summary__reread", make("p", "", words.reread), passages)] : []
    list.append(make("dt", "", title, ...again), make("dd", "", fill(words.of, standOf(record, own))))
  }
  nameLinks(list)
  return list.childElementCount ? [make("h3", "sitting__part", words.lessons), list] : []
}

/** @param {QuizSitting} place @param {Sitting} record @param {QuizQuestion[]} questions */
function perSide(place, record, questions) {
  const list = make("dl", "summary__objectives")
  for (const [side, label] of Object.entries(JSON.parse(place.dataset.sides ?? "{}"))) {
    const own = questions.filter(({dataset}) => dataset.side === side)
    if (!own.length) continue
    const {right, total} = standOf(record, own)
    const percent = Math.round(right / total * 100)
    list.append(make("dt", "", label),
      make("dd", "", fill(total < LEAST_FOR_A_SHARE ? words.of : words.percent, {right, total, percent})))
  }
  if (!list.childElementCount) return []
  return [make("h3", "sitting__part", words.sides), list, make("p", "summary__note", words.counted)]
}
