/** How many questions one sitting of the review asks, and how long that takes. */
const MOST = 20
const SECONDS_EACH = 40

/** @param {number} due */
export function reviewLength(due) {
  const count = Math.min(due, MOST)
  return {count, minutes: Math.max(1, Math.round(count * SECONDS_EACH / 60))}
}
