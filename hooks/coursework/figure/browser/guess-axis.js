/** The axis of a figure, as a slider goes along it: in equal steps, on a log scale in equal ratios. */

/**
 * @typedef {ReturnType<typeof axisOf>} Axis
 * @param {string} text `min max steps digits` as the build writes them; on a log scale `log` for the digits, which grow
 *   there as numbers get smaller
 */
export function axisOf(text) {
  const words = text.split(" "), [min, max, steps, most] = words.map(Number)
  const isLog = words[3] === "log"
  const ratio = (max / min) ** (1 / steps)
  /** @param {number} value */
  const digits = value => isLog ? Math.max(0, -Math.floor(Math.log10(value * (ratio - 1)))) : most
  /** How far along a number lies, from 0 to 1. @param {number} value */
  const along = value => isLog ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min)
  /** @param {number} step */
  const number = step => isLog ? min * ratio ** step : min + (max - min) * (step / steps)
  return {
    steps,
    along,
    /** The number at a step, within the axis, as it is shown. @param {number} step */
    at(step) {
      const value = number(Math.min(steps, Math.max(0, step)))
      return Number(value.toFixed(digits(value)))
    },
    /** What was guessed, in the digits of the axis. @param {{guess: number, range?: [number, number]}} guessed */
    inWords({guess, range = [guess, guess]}) {
      const [place, lo, hi] = [guess, ...range].map(value => value.toFixed(digits(value)).replace("-", "\u2212"))
      return {guess: place, lo, hi}
    },
    /** How far two numbers lie from one another, as a part of the axis. @param {number} one @param {number} other */
    apart: (one, other) => Math.abs(along(one) - along(other)),
  }
}
