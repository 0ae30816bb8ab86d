/**
 * The sittings that a reader has begun and not ended, by the hidden ways to them that a page has. `isLast` says that
 * nothing was read on in a lesson since.
 *
 * @typedef {{way: HTMLAnchorElement, record: import("./entries.js").Sitting, answered: number, total: number,
 *   isLast: boolean}} OpenSitting
 */
import {read} from "./entries.js"
import {readSitting} from "./sitting.js"

/**
 * These pages do not have the questions, so an answer to one that was taken away since counts as well.
 * @param {string} course
 * @returns {OpenSitting[]}
 */
export function openSittings(course) {
  const place = read(course, "place", "lesson")
  return [...document.querySelectorAll(/** @type {"a"} */ ("a[data-sitting]"))].map(way => {
    const record = readSitting(course, way.dataset.sitting ?? "")
    const answered = Object.keys(record.verdicts).length
    return {way, record, answered, total: Number(way.dataset.count), isLast: !place || record.day >= place.day}
  }).filter(({answered, total}) => answered && answered < total)
}
