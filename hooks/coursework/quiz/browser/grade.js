/**
 * Grading: what a question holds for right and a reader's response go in, a grade comes out. Knows no page, no words.
 *
 * A response is a list of texts for every type, so that one form of saved answer serves all:
 * the keys of the chosen choices; for each item its match; the items in their order; the typed text alone;
 * for each blank what stands in it; the text and then the numbers of the ticked points; the position on the scale.
 *
 * @typedef {"empty"|"unreadable"|"right"|"partly"|"wrong"|"self"|"noted"} Verdict
 * @typedef {object} Grade
 * @property {Verdict} verdict
 * @property {number} right parts that are right
 * @property {number} wrong parts that are wrong, or chosen and do not belong
 * @property {number} total parts there are, or right choices there are
 * @property {boolean[]} [parts] for each part whether it is right
 * @property {"near"|"figures"|"shifted"} [note] nearly: a slip of spelling, other significant figures, the decimal point
 * @property {number} [misreading] the known misreading that was given, counted from 0
 */

/**
 * @param {string} type the type of the question
 * @param {any} key what is right, as the page gives it in `data-key`
 * @param {string[]} response
 * @returns {Grade}
 */
export function grade(type, key, response) {
  return GRADERS[type](key, response)
}

const GRADERS = {
  "single-choice": gradeChoices,
  "multiple-choice": gradeChoices,
  "true-false": gradeChoices,
  matching: (key, response) => gradeParts(response.map(given => given || null), (given, place) => given === key.right[place], key.right.length),
  ordering: (key, response) => gradeParts(response, (given, place) => given === key.right[place], key.right.length),
  numerical: gradeNumber,
  "short-answer": gradeText,
  cloze: (key, response) => gradeParts(response.map(given => given.trim() || null), (given, place) => fillsBlank(key.blanks[place], given), key.blanks.length),
  "open-response": (key, response) => result(response[0]?.trim() ? "self" : "empty", Math.max(response.length - 1, 0), 0, key.points),
  opinion: (key, response) => result(response.length ? "noted" : "empty", 0, 0, 0),
}

function result(verdict, right, wrong, total, more = {}) {
  return {verdict, right, wrong, total, ...more}
}

function gradeChoices(key, response) {
  const right = response.filter(choice => key.right.includes(choice)).length
  const wrong = response.length - right
  const total = key.right.length
  const verdict = !response.length ? "empty" : right === total && !wrong ? "right" : right ? "partly" : "wrong"
  return result(verdict, right, wrong, total)
}

/** Every part must be answered; those that are right count. */
function gradeParts(response, isRight, total) {
  if (response.length < total || response.includes(null)) return result("empty", 0, 0, total)
  const parts = response.map(isRight)
  const right = parts.filter(Boolean).length
  return result(right === total ? "right" : right ? "partly" : "wrong", right, total - right, total, {parts})
}

function gradeNumber(key, [typed = ""]) {
  if (!typed.trim()) return result("empty", 0, 0, 1)
  const values = readNumber(typed)
  if (!values.length) return result("unreadable", 0, 0, 1)
  const answer = Number(key.answer)
  const tolerance = key.tolerance.endsWith("%") ? Math.abs(answer) * parseFloat(key.tolerance) / 100 : Number(key.tolerance)
  const within = (value, wanted) => Math.abs(value - wanted) <= tolerance + 1e-9 * Math.max(1, Math.abs(wanted))
  if (values.some(value => within(value, answer))) {
    return key.figures && figuresIn(typed) !== key.figures ? result("partly", 0, 1, 1, {note: "figures"}) : result("right", 1, 0, 1)
  }
  const misreading = (key.misreadings || []).findIndex(wrong => values.some(value => Math.abs(value - Number(wrong)) < 1e-9))
  if (misreading >= 0) return result("wrong", 0, 1, 1, {misreading})
  const shifted = answer !== 0 && [0.01, 0.1, 10, 100].some(factor => values.some(value => within(value / factor, answer)))
  return result("wrong", 0, 1, 1, shifted ? {note: "shifted"} : {})
}

/**
 * The numbers that a typed text can mean: a decimal comma or point, spaces between thousands, any minus sign, a unit
 * or per cent sign after it. `1,234` can be one and a bit or a thousand and more.
 */
export function readNumber(typed) {
  const text = typed.trim().replace(/[\u2212\u2013]/g, "-").replace(/[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g, "")
  const match = /^([-+]?)((?:\d+(?:[.,]\d+)*)|(?:[.,]\d+))\s*(?:%|[^\d\s.,].*)?$/u.exec(text)
  if (!match) return []
  const [, sign, digits] = match
  const readings = new Set()
  if (!/[.,].*[.,]/.test(digits)) readings.add(digits.replace(",", "."))
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) readings.add(digits.replaceAll(",", ""))
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits)) readings.add(digits.replaceAll(".", "").replace(",", "."))
  return [...readings].map(reading => Number(sign + reading)).filter(Number.isFinite)
}

/** Significant figures of a number as typed: leading zeros do not count, trailing ones after the point do. */
function figuresIn(typed) {
  return typed.replace(/[^\d.,]/g, "").replace(/[.,]/g, "").replace(/^0+/, "").length
}

function gradeText(key, [typed = ""]) {
  const given = fold(typed)
  if (!given) return result("empty", 0, 0, 1)
  const accepted = key.answers.map(fold)
  if (accepted.includes(given) || (key.pattern && new RegExp(`^(?:${key.pattern})$`, "u").test(given))) return result("right", 1, 0, 1)
  const misreading = (key.misreadings || []).map(fold).indexOf(given)
  if (misreading >= 0) return result("wrong", 0, 1, 1, {misreading})
  return accepted.some(answer => isNear(answer, given)) ? result("partly", 0, 1, 1, {note: "near"}) : result("wrong", 0, 1, 1)
}

function fillsBlank(blank, given) {
  return blank.right === undefined ? blank.answers.some(answer => sameText(answer, given)) : blank.right === given
}

/** Numbers are the same by value, so that 0,28 fills a blank that wants 0.28; words by their folded text. */
function sameText(answer, given) {
  const numbers = /^-?\d+(\.\d+)?$/.test(answer) ? readNumber(given) : []
  return fold(answer) === fold(given) || numbers.includes(Number(answer))
}

/** What two texts have in common when only case, accents, spaces and punctuation differ. */
export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/[^\p{L}\p{N}]+/gu, " ").trim()
}

/** One slip in a word of four letters or more, two in one of eight: a letter missing, added, changed or two swapped. */
function isNear(answer, given) {
  const allowed = answer.length >= 8 ? 2 : answer.length >= 4 ? 1 : 0
  return allowed > 0 && Math.abs(answer.length - given.length) <= allowed && distance(answer, given) <= allowed
}

/** Optimal string alignment distance (https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance). */
function distance(a, b) {
  const rows = [Array.from({length: b.length + 1}, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i]
    for (let j = 1; j <= b.length; j++) {
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1)
    }
  }
  return rows[a.length][b.length]
}
