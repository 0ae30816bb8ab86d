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
 * @property {"near"|"figures"|"shifted"} [note] nearly: a slip of spelling, other significant figures, the
 *   decimal point
 * @property {number} [misreading] the known misreading that was given, counted from 0
 *
 * @typedef {object} Keys for each type what is right, as the page gives it in `data-key`
 * @property {ListKey} single-choice
 * @property {ListKey} multiple-choice
 * @property {ListKey} true-false
 * @property {ListKey} matching
 * @property {ListKey} ordering
 * @property {NumberKey} numerical
 * @property {TextKey} short-answer
 * @property {{blanks: BlankKey[]}} cloze
 * @property {{points: number}} open-response
 * @property {{}} opinion
 *
 * @typedef {keyof Keys} QuestionType
 * @typedef {{right: string[]}} ListKey the choices that are right; the match of each item; the items in their order
 * @typedef {{answer: string, tolerance: string, figures?: number|null, misreadings?: string[]}} NumberKey
 * @typedef {{answers: string[], pattern?: string|null, misreadings?: string[], exact?: boolean,
 *   terms?: string[]}} TextKey `terms` are words of the glossary, which are no slip
 * @typedef {{right: string, answers?: undefined}} MenuKey
 * @typedef {{right?: undefined, answers: string[], exact?: boolean}} FieldKey
 * @typedef {MenuKey|FieldKey} BlankKey
 */

/**
 * @template {QuestionType} Type
 * @param {Type} type
 * @param {Keys[Type]} key
 * @param {string[]} response
 */
export function grade(type, key, response) {
  return GRADERS[type](key, response)
}

/** @type {{[Type in QuestionType]: (key: Keys[Type], response: string[]) => Grade}} */
const GRADERS = {
  "single-choice": gradeChoices,
  "multiple-choice": gradeChoices,
  "true-false": gradeChoices,
  matching: ({right}, response) =>
    gradeParts(response.map(given => given || null), (given, place) => given === right[place], right.length),
  ordering: (key, response) => gradeParts(response, (given, place) => given === key.right[place], key.right.length),
  numerical: gradeNumber,
  "short-answer": gradeText,
  cloze: ({blanks}, response) => gradeParts(
    response.map(given => given.trim() || null), (given, place) => fillsBlank(blanks[place], given), blanks.length),
  "open-response": ({points}, response) =>
    result(response[0]?.trim() ? "self" : "empty", Math.max(response.length - 1, 0), 0, points),
  opinion: (key, response) => result(response.length ? "noted" : "empty", 0, 0, 0),
}

/**
 * @param {Verdict} verdict
 * @param {number} right
 * @param {number} wrong
 * @param {number} total
 * @param {Pick<Grade, "parts"|"note"|"misreading">} [more]
 * @returns {Grade}
 */
function result(verdict, right, wrong, total, more = {}) {
  return {verdict, right, wrong, total, ...more}
}

/** @param {ListKey} key @param {string[]} response */
function gradeChoices(key, response) {
  const right = response.filter(choice => key.right.includes(choice)).length
  const wrong = response.length - right
  const total = key.right.length
  const verdict = !response.length ? "empty" : right === total && !wrong ? "right" : right ? "partly" : "wrong"
  return result(verdict, right, wrong, total)
}

/**
 * Every part must be answered; those that are right count.
 * @param {(string|null)[]} response null for a part without an answer
 * @param {(given: string, place: number) => boolean} isRight
 * @param {number} total
 */
function gradeParts(response, isRight, total) {
  const answered = response.filter(given => given !== null)
  if (response.length < total || answered.length < response.length) return result("empty", 0, 0, total)
  const parts = answered.map(isRight)
  const right = parts.filter(Boolean).length
  return result(right === total ? "right" : right ? "partly" : "wrong", right, total - right, total, {parts})
}

/** @param {NumberKey} key @param {string[]} response */
function gradeNumber(key, [typed = ""]) {
  if (!typed.trim()) return result("empty", 0, 0, 1)
  const values = readNumber(typed)
  if (!values.length) return result("unreadable", 0, 0, 1)
  const answer = Number(key.answer)
  const isShare = key.tolerance.endsWith("%")
  const tolerance = isShare ? Math.abs(answer) * parseFloat(key.tolerance) / 100 : Number(key.tolerance)
  const isOneOf = (/** @type {number} */ wanted, reach = 0, factor = 1) =>
    values.some(value => Math.abs(value / factor - wanted) <= reach + 1e-9 * Math.abs(wanted))
  if (isOneOf(answer, tolerance)) {
    const isAsAsked = !key.figures || figuresIn(typed) === key.figures
    return isAsAsked ? result("right", 1, 0, 1) : result("partly", 0, 1, 1, {note: "figures"})
  }
  const misreading = (key.misreadings || []).findIndex(wrong => isOneOf(Number(wrong)))
  if (misreading >= 0) return result("wrong", 0, 1, 1, {misreading})
  const shifted = answer !== 0 && [0.01, 0.1, 10, 100].some(factor => isOneOf(answer, tolerance, factor))
  return result("wrong", 0, 1, 1, shifted ? {note: "shifted"} : {})
}

/**
 * The numbers that a typed text can mean: a decimal comma or point, spaces between thousands, any minus sign, a
 * fraction or a power of ten, a unit or per cent sign after it. `1,234` can be one and a bit or a thousand and more;
 * `8 or 80` and `1 1/2` mean none.
 * @param {string} typed
 */
export function readNumber(typed) {
  const [, sign, digits, below = 1, power] = partsOfNumber(typed)
  const readings = power ? [digits.replace(",", ".")] : [
    /^([1-9]\d{0,2}(,\d{3})+|\d*)(\.\d*)?$/.test(digits) && digits.replaceAll(",", ""),
    /^([1-9]\d{0,2}(\.\d{3})+|\d*)(,\d*)?$/.test(digits) && digits.replaceAll(".", "").replace(",", "."),
  ]
  return readings.map(reading => Number(`${sign}${reading}e${power ?? 0}`) / Number(below)).filter(Number.isFinite)
}

// A unit has no digits but its exponent: km2.
const NUMBER =
  /^([-+]?)\s*([\d.,]+)\s*(?:\/\s*(\d+)|e([-+]?\d+))?\s*((?=[^\p{N}\s.,:/+^x×*·-])\D*(\p{L}[23])?)?$/iu

/**
 * The sign and the digits of a number as typed without its unit, what is below the line of a fraction, and the power of
 * ten. Nothing where it is none.
 * @param {string} typed
 */
function partsOfNumber(typed) {
  const text = typed.trim().replace(/10([⁻⁺⁰¹²³⁴-⁹]+)/, (_, power) => `10^${power.normalize("NFKC")}`)
    .replace(/[\u2212\u2013]/g, "-").replace(/[\s'’](?=\d{3}(?!\d))/g, "").replace(/^([-+]?)(?=10\s*\^)/, "$11x")
    .replace(/[x×*·⋅]\s*10\s*\^/i, "e")
  return NUMBER.exec(text) ?? []
}

/**
 * Significant figures of a number as typed: leading zeros do not count, trailing ones after the point do.
 * @param {string} typed
 */
function figuresIn(typed) {
  return partsOfNumber(typed)[2].replace(/[.,]/g, "").replace(/^0+/, "").length
}

/** @param {TextKey} key @param {string[]} response */
function gradeText(key, [typed = ""]) {
  const compared = key.exact ? asWritten : fold
  const given = compared(typed)
  if (!given) return result("empty", 0, 0, 1)
  const accepted = key.answers.map(compared)
  const isLikeIt = key.pattern && new RegExp(`^(?:${key.pattern})$`, "u").test(given)
  if (accepted.includes(given) || isLikeIt) return result("right", 1, 0, 1)
  const misreading = (key.misreadings || []).map(compared).indexOf(given)
  if (misreading >= 0) return result("wrong", 0, 1, 1, {misreading})
  const isNear = !key.exact && !key.terms?.includes(given) && accepted.some(answer => NEAR.test(`${answer}\n${given}`))
  return isNear ? result("partly", 0, 1, 1, {note: "near"}) : result("wrong", 0, 1, 1)
}

/** @param {BlankKey} blank @param {string} given */
function fillsBlank(blank, given) {
  if (blank.right !== undefined) return blank.right.trim() === given
  return blank.answers.some(answer => blank.exact ? asWritten(answer) === asWritten(given) : sameText(answer, given))
}

/**
 * Numbers are the same by value, so that 0,28 fills a blank that wants 0.28; words by their folded text.
 * @param {string} answer @param {string} given
 */
function sameText(answer, given) {
  const values = /^(?!0\d)[^a-df-wyz]*\p{N}$/iu.test(answer) ? readNumber(answer) : []
  return values.length ? readNumber(given).some(value => values.includes(value)) : fold(answer) === fold(given)
}

/**
 * A text of which signs, capitals and spaces count, but not those at its ends, which phones add.
 * @param {string} text
 */
const asWritten = text => text.normalize("NFC").trim()

/**
 * What two typed answers have in common; `fold_typed` in questions/folding.py does the same, and says what counts.
 * @param {string} text
 */
export function fold(text) {
  return text.normalize("NFKD").replace(/[\p{Cf}\p{VS}]/gu, "")
    .replace(/([\p{Lo}\p{Lm}]?)(\p{M}+)/gu, (_, letter, marks) => letter && letter + [...marks].filter(counts).join(""))
    .toLowerCase().replace(/ß/g, "ss").replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim()
}

/**
 * Whether the class of a mark is not one of points (10 to 36) or accents (above 132). No property of a browser tells
 * the class, but marks are put in its order: this one before or behind others of the classes 9, 36 and 132.
 * @param {string} mark
 */
const counts = mark => (mark + "\u094d\u0711\u0f74").normalize("NFD").indexOf(mark) % 2 === 0

/**
 * One letter doubled, dropped, or exchanged with its neighbour, in a word of six letters or more. Not its first one,
 * without which many a word is its contrary.
 */
const NEAR =
  /^((?:.* )?(?=\p{L}{6,}[ \n])\p{L}*(\p{L}))(?:(.*)\n\1\2\3|\p{L}(.*)\n\1\4|(\p{L})(\p{L})(.*)\n\1\6\5\7)$/u
