/**
 * A lesson: whether its sources stand in the text; and its parts, once a reader moves on in it. Whole without this.
 */
import {keep, read} from "./entries.js"

const box = /** @type {HTMLInputElement|null} */ (document.getElementById("sources-in-text"))
const course = document.querySelector("[data-course]")?.getAttribute("data-course") ?? ""

if (box) {
  box.checked = read(course, "preference", "sources") === "text"
  box.addEventListener("change", () => keep(course, "preference", "sources", box.checked ? "text" : "end"))
}

const first = document.querySelector(".parts a")
first?.setAttribute("aria-current", "true")
const parts = () => import("./parts.js").then(({follow}) => follow(course)).catch(() => {}) // offline
if (first) addEventListener("scroll", parts, {once: true, passive: true})
