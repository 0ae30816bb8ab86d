/** What is said of a number, which each language has in forms of its own. */

import {fill} from "./elements.js"

/**
 * The words for so many: by the name, a group of forms, of which `other` is always one.
 * @param {Record<string, any>} words
 * @param {string} name
 * @param {number} count
 * @param {Record<string, string>} [more]
 */
export function counted(words, name, count, more = {}) {
  const forms = words[name]
  const rules = new Intl.PluralRules(document.documentElement.lang || "en")
  return fill(forms[rules.select(count)] ?? forms.other, {count, ...more})
}
