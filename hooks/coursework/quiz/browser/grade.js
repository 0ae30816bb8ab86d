/**
 * Grading: a response and what is right go in, a verdict comes out. Knows no page and no words.
 *
 * @typedef {{verdict: "empty"|"right"|"partly"|"wrong", right: number, wrong: number, total: number}} Grade
 *   `right` of the `total` right choices were chosen, and `wrong` that do not belong.
 */

/**
 * @param {string[]} response the keys of the chosen choices
 * @param {string[]} key the keys of the right ones
 * @returns {Grade} "partly" where some but not all is right; choosing everything is not partly right but wrong
 *   only where nothing that was chosen belongs.
 */
export function gradeChoices(response, key) {
  const right = response.filter(choice => key.includes(choice)).length
  const wrong = response.length - right
  const total = key.length
  if (!response.length) return {verdict: "empty", right, wrong, total}
  if (right === total && !wrong) return {verdict: "right", right, wrong, total}
  return {verdict: right ? "partly" : "wrong", right, wrong, total}
}
