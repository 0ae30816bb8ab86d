/**
 * A figure's SVG file as a PNG, for programs that take no SVG: drawn in the browser, so that no build makes pictures
 * that hardly anybody takes. The words for it stand at the page's list of figures (`data-png`, `data-refused`).
 */
import {download} from "./download.js"

// Dots for each pixel of the drawing: sharp on a projector and on paper.
const DOTS = 2

/** @param {string} address @returns {Promise<Blob|null>} The picture; nothing where the browser cannot draw it. */
async function pictureOf(address) {
  const image = Object.assign(new Image(), {src: address})
  await image.decode()
  const [width, height] = [image.naturalWidth * DOTS, image.naturalHeight * DOTS]
  const canvas = Object.assign(document.createElement("canvas"), {width, height})
  canvas.getContext("2d")?.drawImage(image, 0, 0, width, height)
  return new Promise(take => canvas.toBlob(take, "image/png"))
}

const index = /** @type {HTMLElement} */ (document.querySelector("[data-png]"))
const {png = "", refused = ""} = index.dataset

/** @param {HTMLAnchorElement} link */
function offer(link) {
  const named = {type: "button", className: "button button--quiet", textContent: png}
  const button = Object.assign(document.createElement("button"), named)
  const status = Object.assign(document.createElement("span"), {role: "status"})
  button.addEventListener("click", async () => {
    // A page that was opened from a disk may not read what it draws.
    const picture = await pictureOf(link.href).catch(() => null)
    status.textContent = picture ? "" : refused
    if (picture) download(link.pathname.replace(/.*\/|svg$/g, "") + "png", "image/png", picture)
  })
  link.after(button, status)
}

const links = document.querySelectorAll(".figure__files a[href$='.svg']")
links.forEach(link => offer(/** @type {HTMLAnchorElement} */ (link)))
