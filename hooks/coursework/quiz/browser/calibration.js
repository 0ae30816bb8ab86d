/**
 * What the log of tries says of a reader: how often right at each certainty, and what came of a prediction. Knows no
 * page, no words.
 *
 * @typedef {import("./entries.js").Try} Try
 * @typedef {"within"|"below"|"above"} Against
 * @typedef {{band: number, chosen: number, right: number, percent: number|null, against: Against|null}} Certainty
 *   `percent` and `against` are null as long as the band was chosen too rarely to say anything
 */

/** A band chosen less often than this says nothing of the reader. */
export const LEAST_CHOSEN = 5

/** The bounds in per cent of the bands 1 to 3, as `certainty` in words/en.yml names them. */
export const BOUNDS = [[0, 67], [67, 80], [80, 100]]

/**
 * @param {Record<string, Try[]>} log by the day
 * @returns {Certainty[]}
 */
export function calibration(log) {
  // A later try on the same day was helped by having seen the answer.
  const tries = Object.values(log).flat().filter(([, , , attempt]) => attempt <= 1)
  return BOUNDS.map(([lowest, highest], place) => {
    const band = place + 1
    const given = tries.filter(([, certainty]) => certainty === band)
    const right = given.filter(([, , isRight]) => isRight).length
    if (given.length < LEAST_CHOSEN) return {band, chosen: given.length, right, percent: null, against: null}
    const percent = Math.round(100 * right / given.length)
    const against = percent < lowest ? "below" : percent > highest ? "above" : "within"
    return {band, chosen: given.length, right, percent, against}
  })
}

/**
 * The very first try at each question, as far back as the log goes.
 * @param {Record<string, Try[]>} log by the day
 */
export function firstTries(log) {
  /** @type {Map<string, [Try]>} */
  const first = new Map()
  for (const day of Object.keys(log).sort()) {
    for (const given of log[day]) if (!first.has(given[0])) first.set(given[0], [given])
  }
  return first
}

/**
 * The first try at each question after a day.
 * @param {Record<string, Try[]>} log by the day
 * @param {string[]} questions
 * @param {string} day
 */
export function firstTriesAfter(log, questions, day) {
  /** @type {Map<string, 0|1>} */
  const first = new Map()
  for (const later of Object.keys(log).filter(other => other > day).sort()) {
    for (const [question, , right] of log[later]) {
      if (questions.includes(question) && !first.has(question)) first.set(question, right)
    }
  }
  return {count: first.size, right: [...first.values()].filter(Boolean).length}
}
