/** What the scripts of every page ask for, in one small file. */

/** On so many separate days a question was right when it counts as known. */
export const DAYS_UNTIL_KNOWN = 3

/**
 * The reader's own calendar day, as 2026-11-22: what their clock says, written as if it were UTC.
 * @param {Date} [now]
 */
export const today = (now = new Date()) => new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
