/** @type {Promise<unknown> | undefined} */
let fetched

/** The sheets that stand in the page for readers without scripts, fetched once; resolves when they are there. */
export function lateStyles() {
  const late = document.querySelector("noscript[data-late]")?.textContent ?? ""
  return fetched ??= Promise.all(Array.from(late.matchAll(/<link rel="stylesheet" href="([^"]+)"/g), ([, href]) =>
    new Promise((onload, onerror) => {
      document.head.append(Object.assign(document.createElement("link"), {rel: "stylesheet", href, onload, onerror}))
    })))
}
