/**
 * All that this browser keeps of one course, read. Every entry is looked at by itself. One that cannot be read, or that
 * a newer version of the site made, is counted and left alone.
 *
 * @typedef {import("./record-sections.js").Kept} Kept
 * @typedef {Kept & {unreadable: string[], newer: string[], refused: boolean}} CourseRecord `refused` where the browser
 *   gives nothing out
 */
import {SECTIONS, emptyKept, parseIn} from "./record-sections.js"
import {VERSION, keyOf, keysFrom, mayRead} from "./store.js"

const SECTION_OF = new Map(SECTIONS.map(section => [/** @type {string} */ (section.slot), section]))

/** @returns {CourseRecord} */
export const emptyRecord = () => ({...emptyKept(), unreadable: [], newer: [], refused: false})

/** @param {string} course */
export function readCourse(course) {
  const record = {...emptyRecord(), refused: !mayRead()}
  if (record.refused) return record
  // There may be tens of thousands: what is the same for all of them is done once.
  const storage = localStorage
  for (const key of keysFrom(`${course}/`)) {
    const [, version, name] = key.split("/", 3)
    const kind = version === `v${VERSION}` && SECTION_OF.get(name)
    if (kind) {
      const {slot, section, isId} = kind
      const id = key.slice(keyOf(course, slot).length)
      const entry = parseIn(slot, storage.getItem(key))
      if (isId(id) && entry !== null) record[section][id] = entry
      else record.unreadable.push(key)
    } else if (/^v\d+$/.test(version) && Number(version.slice(1)) >= VERSION) record.newer.push(key)
  }
  return record
}
