/**
 * On the progress page: how right the reader was at the very first try, and how sure, by the side that what a question
 * rests on serves, and about what is contested; and where the reader stood, before and after. It counts answers, never
 * claims. A question of which not all claims serve one side counts for none; guesses before reading are not tries.
 *
 * @typedef {{element: HTMLElement, versions: Record<string, string>}} Asked
 * @typedef {[question: string, served: string]} Served the place of a side or `-`, and `!` where a claim is contested
 */
import {BOUNDS, LEAST_CHOSEN, firstTries} from "./calibration.js"
import {chartRow} from "./certainty-chart.js"
import {counted} from "./counted.js"
import {fill, inWords, make} from "./elements.js"
import {isSameQuestion} from "./entries.js"
import {words as texts} from "./note-words.js"
import {quotation} from "./notes.js"
import {words as all} from "./progress-words.js"
import {readCourse} from "./record.js"

const words = all.progress.mirror

/** @param {HTMLElement} page @param {Asked[]} quizzes @returns {Node[]} */
export function mirror(page, quizzes) {
  const record = readCourse(page.dataset.course ?? "")
  const tries = firstTries(record.log)
  const served = quizzes.flatMap(({element, versions}) => {
    const sides = element.dataset.sides?.split(" ") ?? []
    return Object.keys(versions).map((question, place) => /** @type {Served} */ ([question, sides[place] ?? "-"]))
  })
  /** @param {string|Node} name @param {(served: string) => boolean} counts */
  const row = (name, counts) => sideRow(name, served.flatMap(([question, side]) =>
    counts(side) ? tries.get(question) ?? [] : []))
  const sides = [...page.querySelectorAll(".progress__about > .stance")]
  const versions = Object.assign({}, ...quizzes.map(quiz => quiz.versions))
  const chart = served.some(([, side]) => side !== "-") ? [make("ul", "progress__chart",
    ...sides.map((side, place) => row(side.cloneNode(true), other => parseInt(other) === place)),
    row(words.contested, side => side.endsWith("!"))), make("p", "progress__note", words.note)] : []
  return [...chart, ...views(page, record, versions)]
}

/** @param {string|Node} name @param {import("./entries.js").Try[]} tries */
function sideRow(name, tries) {
  const right = tries.filter(([, , isRight]) => isRight).length
  const count = tries.length
  if (count < LEAST_CHOSEN) return chartRow(name, null, null, counted(words, "few", LEAST_CHOSEN - count))
  const percent = Math.round(100 * right / count)
  const bands = tries.filter(([, certainty]) => certainty).map(([, certainty]) => BOUNDS[certainty - 1])
  const expected = bands.length < LEAST_CHOSEN ? null
    : [0, 1].map(end => Math.round(bands.reduce((sum, bounds) => sum + bounds[end], 0) / bands.length))
  const sure = expected ? fill(words.sure, {from: expected[0], to: expected[1]}) : words.unsure
  return chartRow(name, expected, percent, `${fill(words.right, {right, count, percent})} ${sure}`)
}

/**
 * Where the reader stood before the course, and after it; and what they wrote would change their mind.
 * @param {HTMLElement} page
 * @param {import("./record.js").CourseRecord} record
 * @param {Record<string, string>} versions
 */
function views(page, record, versions) {
  return [...page.querySelectorAll("[data-view]")].flatMap(view => {
    const question = view.getAttribute("data-view") ?? ""
    /** @param {"before"|"after"} slot */
    const positionIn = slot => {
      const given = record[slot][question]
      if (!given || !isSameQuestion(given.version, versions[question])) return null
      return view.querySelectorAll("i")[Number(given.response[0]) - 1]?.textContent ?? null
    }
    const [before, after] = [positionIn("before"), positionIn("after")]
    const note = record.notes[question]
    if (before === null && !note) return []
    return [make("p", "progress__view", view.querySelector("p")?.textContent ?? ""),
      ...before === null ? [] : [make("p", "progress__note", fill(words.before, {position: before}), " ",
        after === null ? words["not-yet"] : fill(words.after, {position: after}))],
      ...note ? [make("p", "progress__note", fill(texts.wrote, {day: inWords(note.day)})), quotation(note.text)] : []]
  })
}
