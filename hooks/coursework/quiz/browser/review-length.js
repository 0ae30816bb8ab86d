/** How long so many questions of a review take. */
const SECONDS_EACH = 40

/** @param {number} count @returns {number} whole minutes, at least one */
export const minutesFor = count => Math.max(1, Math.round(count * SECONDS_EACH / 60))
