/** Small makers of elements and sentences. What they are given is text and stays text. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(string|Node)} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, className, ...content) {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...content)
  return element
}

/** @param {string} className @param {string} text @param {() => void} act */
export function button(className, text, act) {
  const element = make("button", className, text)
  element.type = "button"
  element.addEventListener("click", act)
  return element
}

/**
 * A sentence with its {names} filled in.
 * @param {string} sentence
 * @param {Record<string, string|number>} values
 */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
}

/**
 * Something empty, of which all that comes into it is spoken.
 * @param {"p"|"span"} tag
 * @param {string} className
 */
export function spoken(tag, className) {
  const element = make(tag, className)
  element.setAttribute("role", "status")
  return element
}

/** A calendar day in the page's language, as the reader's own country writes it. @param {string} day */
export function inWords(day) {
  const language = document.documentElement.lang || navigator.language
  const own = navigator.languages.find(tag => tag.split("-")[0] === language.split("-")[0])
  const format = new Intl.DateTimeFormat(own ?? language, {dateStyle: "long", timeZone: "UTC"})
  return format.format(new Date(`${day}T00:00:00Z`))
}
