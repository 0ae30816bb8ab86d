/**
 * The next lesson to read, one rule wherever it is named: the one in which the reader is, as long as it asks something
 * that is not answered; else the first behind it that does, and at the end those before it.
 * @template T
 * @param {T[]} lessons in the order of the course
 * @param {number} at where the reader was last; -1 where nobody knows
 * @param {(lesson: T) => boolean} isOpen whether it asks something that is not answered
 * @returns {T|undefined} nothing where all is answered
 */
export function nextLesson(lessons, at, isOpen) {
  const from = Math.max(at, 0)
  return [...lessons.slice(from), ...lessons.slice(0, from)].find(isOpen)
}
