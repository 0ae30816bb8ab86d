/** On the progress page: what a reader expected of the next time, and what came. */
import {fill, inWords, make} from "./elements.js"
import {firstTriesAfter} from "./calibration.js"
import {words as all} from "./progress-words.js"

const words = all.progress.prediction

/**
 * @param {{id: string, title: string, versions: Record<string, string>}[]} quizzes
 * @param {import("./record.js").CourseRecord} record
 * @returns {Node[]} nothing where nothing was predicted
 */
export function predictions(quizzes, record) {
  const rows = quizzes.flatMap(({id, title, versions}) => {
    const prediction = record.predictions[id]
    if (!prediction) return []
    const came = firstTriesAfter(record.log, Object.keys(versions), prediction.day)
    const {day, predicted, of} = prediction
    return [
      make("dt", "progress__quiz-expected", title),
      make("dd", "progress__came", fill(words.predicted, {day: inWords(day), predicted, of}), " ",
        came.count ? fill(words.came, came) : words.none),
    ]
  })
  return rows.length ? [make("dl", "progress__predictions", ...rows)] : []
}
