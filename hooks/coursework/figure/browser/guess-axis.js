/** The axis of a figure, as a slider goes along it: in equal steps, on a log scale in equal ratios. */

/**
 * @typedef {ReturnType<typeof axisOf>} Axis
 * @param {string} written `min max steps digits` as the build writes them; on a log scale `log` for the digits, which
 *   grow there as numbers get smaller
 */
export function axisOf(written) {
  const [min, max, steps, most] = written.split(" ").map(Number)
  const isLog = isNaN(most)
  const ratio = (max / min) ** (1 / steps)
  /** The power of ten to which a number is written. @param {number} value */
  const power = value => isLog ? Math.floor(Math.log10(value * (ratio - 1))) : -most
  /** @param {number} value */
  const text = value => value.toFixed(Math.max(0, -power(value)))
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
      const unit = 10 ** power(value)
      return Number(text(Math.round(value / unit) * unit))
    },
    /** What was guessed, in the digits of the axis. @param {{guess: number, range?: [number, number]}} guessed */
    inWords({guess, range = [guess, guess]}) {
      const [place, lo, hi] = [guess, ...range].map(value => text(value).replace("-", "\u2212"))
      return {guess: place, lo, hi}
    },
    /** How far two numbers lie from one another, as a part of the axis. @param {number} one @param {number} other */
    apart: (one, other) => Math.abs(along(one) - along(other)),
  }
}
