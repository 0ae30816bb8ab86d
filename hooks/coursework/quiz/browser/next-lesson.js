/**
 * The next lesson to read, one rule wherever it is named: the one in which the reader is, as long as it asks something
 * that is not answered; else the first behind it that does, and at the end those before it. And how it is named: who is
 * in it, or has answered of it on any page, goes on there; the first of all is begun; any other comes next.
 * @template T
 * @param {T[]} lessons in the order of the course
 * @param {number} at where the reader was last; -1 where nobody knows
 * @param {(lesson: T) => boolean} isOpen whether it asks something that is not answered
 * @param {(lesson: T) => boolean} isBegun whether something that it asks is answered
 * @returns {{open?: T, way: "begin"|"go-on"|"next"}} no lesson where all is answered
 */
export function nextLesson(lessons, at, isOpen, isBegun) {
  const from = Math.max(at, 0)
  const open = [...lessons.slice(from), ...lessons.slice(0, from)].find(isOpen)
  if (open !== undefined && (open === lessons[at] || isBegun(open))) return {open, way: "go-on"}
  return {open, way: at < 0 && open === lessons[0] ? "begin" : "next"}
}
