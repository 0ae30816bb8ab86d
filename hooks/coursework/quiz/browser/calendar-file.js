/**
 * A calendar file (RFC 5545) made in the browser: the one reminder that needs no server and tells nobody anything.
 *
 * @typedef {{day: string, summary: string}} Event something that takes a whole day and no time
 */
import {addDays} from "./dates.js"

const LINE = 75

/**
 * @param {Event[]} events one a day: a later file replaces the event of the same day
 * @param {{course: string, address: string, now?: Date}} about `address` is the page that an event leads to
 */
export function calendarFile(events, {course, address, now = new Date()}) {
  const stamp = now.toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "")
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//coursework//review//EN", "CALSCALE:GREGORIAN",
    ...events.flatMap(({day, summary}) => [
      "BEGIN:VEVENT",
      `UID:${compact(day)}-review-${course}@${new URL(address).hostname}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
      `SUMMARY:${escaped(summary)}`,
      // Some calendars show no URL.
      `DESCRIPTION:${escaped(address)}`,
      `URL:${address}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ]
  return lines.map(line => `${folded(line)}\r\n`).join("")
}

/** @param {string} day */
const compact = day => day.replaceAll("-", "")

/** @param {string} text */
const escaped = text => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n")

/**
 * A line of at most 75 octets; what is longer goes on in further ones that begin with a space.
 * @param {string} line
 */
function folded(line) {
  const size = new TextEncoder()
  let text = "", length = 0
  for (const letter of line) {
    const octets = size.encode(letter).length
    if (length + octets > LINE) {
      text += "\r\n "
      length = 1
    }
    text += letter
    length += octets
  }
  return text
}
