/** A file among the reader's downloads. @param {string} name @param {string} type @param {BlobPart} content */
export function download(name, type, content) {
  const href = URL.createObjectURL(new Blob([content], {type}))
  const link = Object.assign(document.createElement("a"), {href, download: name})
  link.click()
  // Some browsers begin to read only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
