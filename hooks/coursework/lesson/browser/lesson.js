/**
 * A lesson: whether its sources stand in the text; and where in it a reader is, once something is answered or read on.
 * Whole without this, and where what it asks for does not arrive.
 */
import {keep, read} from "./entries.js"

const {course = ""} = /** @type {HTMLElement} */ (document.getElementById("menu")).dataset
const box = /** @type {HTMLInputElement|null} */ (document.getElementById("sources-in-text"))

if (box) {
  box.checked = read(course, "preference", "sources") === "text"
  box.onchange = () => keep(course, "preference", "sources", box.checked ? "text" : "end")
}

/** @param {any} event */
const tell = event => {
  if (!event.detail?.restored) import("./parts.js").then(({moved}) => moved(course, event)).catch(() => {})
}
for (const type of ["quiz-answer", "quiz-guessed", "scroll"]) addEventListener(type, tell)
