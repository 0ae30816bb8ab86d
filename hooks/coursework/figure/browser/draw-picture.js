/** A figure's SVG file as a PNG among the reader's downloads; fetched when somebody asks for one. */
import {download} from "./download.js"

// Dots for each pixel of the drawing: sharp on a projector and on paper.
const DOTS = 2

/** @param {HTMLAnchorElement} link The link to the SVG file. @returns {Promise<boolean>} Whether it could be drawn. */
export async function drawPicture({href, pathname}) {
  const image = Object.assign(new Image(), {src: href})
  await image.decode()
  const [width, height] = [image.naturalWidth * DOTS, image.naturalHeight * DOTS]
  const canvas = Object.assign(document.createElement("canvas"), {width, height})
  canvas.getContext("2d")?.drawImage(image, 0, 0, width, height)
  /** @type {Blob|null} */
  const picture = await new Promise(take => canvas.toBlob(take, "image/png"))
  if (picture) download(pathname.replace(/.*\/|svg$/g, "") + "png", "image/png", picture)
  return Boolean(picture)
}
