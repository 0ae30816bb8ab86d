/**
 * When to ask again: FSRS-6 with its default parameters, in whole days, without learning steps. Knows no page.
 *
 * A memory has a stability (after so many days, nine in ten such memories are still there) and a difficulty from 1 to
 * 10. The formulas are those of "The Algorithm", https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm
 * (w₀ to w₂₀ are its names for the parameters); where it is silent on a limit, py-fsrs 6.3.2 decides, which the tests
 * hold this against.
 *
 * @typedef {{s: number, d: number}} Memory stability and difficulty
 * @typedef {1|2|3|4} Rating one of AGAIN, HARD, GOOD and EASY
 */
export const AGAIN = 1
export const HARD = 2
export const GOOD = 3
export const EASY = 4

const FIRST_STABILITY = [0.212, 1.2931, 2.3065, 8.2956] // w₀ … w₃, one for each rating
const FIRST_DIFFICULTY = {base: 6.4133, slope: 0.8334} // w₄, w₅
const DIFFICULTY = {step: 3.0194, pull: 0.001} // w₆, w₇
const RECALLED = {scale: 1.8722, stability: 0.1666, forgetting: 0.796, hard: 0.6014, easy: 1.8729} // w₈ … w₁₀, w₁₅, w₁₆
const FORGOTTEN = {scale: 1.4835, difficulty: 0.0614, stability: 0.2629, forgetting: 1.6483} // w₁₁ … w₁₄
const SAME_DAY = {scale: 0.5425, shift: 0.0912, stability: 0.0658} // w₁₇ … w₁₉
const DECAY = -0.1542 // -w₂₀
const LEAST_STABILITY = 0.001

const {exp, max, min} = Math
/** Scales the forgetting curve, so that it passes 0.9 when as many days have gone as the stability says. */
const FACTOR = 0.9 ** (1 / DECAY) - 1

/**
 * The memory after an answer.
 * @param {Memory|null} memory null before the first answer
 * @param {Rating} rating
 * @param {number} daysSince whole days since the last answer
 * @returns {Memory}
 */
export function review(memory, rating, daysSince) {
  if (!memory) return {s: max(FIRST_STABILITY[rating - 1], LEAST_STABILITY), d: inRange(firstDifficulty(rating))}
  const next = daysSince < 1 ? sameDay : rating === AGAIN ? forgotten : recalled
  return {s: max(next(memory, rating, daysSince), LEAST_STABILITY), d: nextDifficulty(memory.d, rating)}
}

/**
 * After how many days to ask: when the share of such memories that are still there has fallen to `retention`.
 * I(r, S) = S ⁄ FACTOR · (r^(1 ⁄ DECAY) − 1)
 * @param {number} s stability
 */
export function interval(s, retention = 0.9, cap = 365) {
  return min(max(Math.round(s / FACTOR * (retention ** (1 / DECAY) - 1)), 1), cap)
}

/** The forgetting curve, R(t, S) = (1 + FACTOR · t ⁄ S)^DECAY @param {number} s @param {number} days */
const retrievability = (s, days) => (1 + FACTOR * days / s) ** DECAY

/** D₀(G) = w₄ − e^(w₅ · (G − 1)) + 1 @param {number} rating */
const firstDifficulty = rating => FIRST_DIFFICULTY.base - exp(FIRST_DIFFICULTY.slope * (rating - 1)) + 1

/** @param {number} difficulty */
const inRange = difficulty => min(max(difficulty, 1), 10)

/**
 * A step that is the smaller the nearer difficulty is to 10 (linear damping), then a little way back towards the
 * difficulty of what was easy from the start (mean reversion).
 * @param {number} d @param {Rating} rating
 */
function nextDifficulty(d, rating) {
  const stepped = d - DIFFICULTY.step * (rating - 3) * (10 - d) / 9
  return inRange(DIFFICULTY.pull * firstDifficulty(EASY) + (1 - DIFFICULTY.pull) * stepped)
}

/**
 * S′ = S · (1 + e^w₈ · (11 − D) · S^−w₉ · (e^(w₁₀ · (1 − R)) − 1) · [w₁₅ where hard] · [w₁₆ where easy])
 * @param {Memory} memory @param {Rating} rating @param {number} days
 */
function recalled({s, d}, rating, days) {
  const effort = rating === HARD ? RECALLED.hard : rating === EASY ? RECALLED.easy : 1
  const gain = exp(RECALLED.forgetting * (1 - retrievability(s, days))) - 1
  return s * (1 + exp(RECALLED.scale) * (11 - d) * s ** -RECALLED.stability * gain * effort)
}

/**
 * S′ = w₁₁ · D^−w₁₂ · ((S + 1)^w₁₃ − 1) · e^(w₁₄ · (1 − R)), and never more than S ⁄ e^(w₁₇ · w₁₈)
 * @param {Memory} memory @param {Rating} _rating @param {number} days
 */
function forgotten({s, d}, _rating, days) {
  const left = FORGOTTEN.scale * d ** -FORGOTTEN.difficulty * ((s + 1) ** FORGOTTEN.stability - 1)
  return min(left * exp(FORGOTTEN.forgetting * (1 - retrievability(s, days))), s / exp(SAME_DAY.scale * SAME_DAY.shift))
}

/**
 * S′ = S · e^(w₁₇ · (G − 3 + w₁₈)) · S^−w₁₉, and never less than S unless it was missed
 * @param {Memory} memory @param {Rating} rating
 */
function sameDay({s}, rating) {
  const growth = exp(SAME_DAY.scale * (rating - 3 + SAME_DAY.shift)) * s ** -SAME_DAY.stability
  return s * (rating === AGAIN ? growth : max(growth, 1))
}
