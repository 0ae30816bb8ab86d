/** Fetches the sheets that stand in the page for readers without scripts; importing it waits until they are there. */
const late = globalThis.document?.querySelector("noscript[data-late]")?.textContent ?? "" // no page in tests
await Promise.all(Array.from(late.matchAll(/href="([^"]+)"/g), ([, href]) => new Promise((onload, onerror) => {
  document.head.append(Object.assign(document.createElement("link"), {rel: "stylesheet", href, onload, onerror}))
})))
export {}
