/**
 * A button beside each link to a figure's SVG file, for programs that take no SVG: a PNG, drawn in the browser, so that
 * no build makes pictures that hardly anybody takes. Its words stand at the page's list of figures (`data-png`,
 * `data-refused`).
 */
const {png = "", refused = ""} = /** @type {HTMLElement} */ (document.querySelector("[data-png]")).dataset

for (const link of document.querySelectorAll(".figure__files a[href$='.svg']")) {
  const button = Object.assign(document.createElement("button"), {className: "button button--quiet", textContent: png})
  const status = Object.assign(document.createElement("span"), {role: "status"})
  button.addEventListener("click", async () => {
    // A page that was opened from a disk may not read what it draws.
    const drawn = await import("./draw-picture.js")
      .then(({drawPicture}) => drawPicture(/** @type {HTMLAnchorElement} */ (link)))
      .catch(() => false)
    status.textContent = drawn ? "" : refused
  })
  link.after(button, status)
}
