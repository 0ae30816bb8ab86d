/** Small makers of elements and sentences. What they are given is text and stays text. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {...(string|Node)} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, className, ...content) {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...content)
  return made
}

/** @param {string} className @param {string} text @param {() => void} act */
export function button(className, text, act) {
  const made = make("button", className, text)
  made.type = "button"
  made.addEventListener("click", act)
  return made
}

/**
 * A sentence with its {names} filled in.
 * @param {string} sentence
 * @param {Record<string, string|number>} values
 */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
}

/** A calendar day in the page's language, as the reader's own country writes it. @param {string} day */
export function inWords(day) {
  const language = document.documentElement.lang || navigator.language
  const own = navigator.languages.find(tag => tag.split("-")[0] === language.split("-")[0])
  const format = new Intl.DateTimeFormat(own ?? language, {dateStyle: "long", timeZone: "UTC"})
  return format.format(new Date(`${day}T00:00:00Z`))
}
