/** Whether a reader wants sources in the text of lessons, kept for every lesson; without this, for the page alone. */
import {keep, read} from "./entries.js"

const box = /** @type {HTMLInputElement|null} */ (document.getElementById("sources-in-text"))
const course = document.querySelector("[data-course]")?.getAttribute("data-course")
if (box && course) {
  box.checked = read(course, "preference", "sources") === "text"
  box.addEventListener("change", () => keep(course, "preference", "sources", box.checked ? "text" : "end"))
}
