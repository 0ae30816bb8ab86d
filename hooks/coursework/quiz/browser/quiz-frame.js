/**
 * A question alone on its page, for a frame on a site of others. It says how high it is, in the two forms that such
 * sites are known to listen to, and checks by a click: a sandbox may refuse the submission of forms, before any script
 * hears of it.
 */
import "./quiz-question.js"

document.addEventListener("click", event => {
  const button = event.target instanceof Element && event.target.closest(".question__check")
  // The second click of a double one is refused already.
  if (!button || event.defaultPrevented) return
  event.preventDefault()
  button.closest("form")?.dispatchEvent(new Event("submit", {cancelable: true}))
})

// The document is at least as high as its frame, and would never tell of less.
const main = document.querySelector("main")
let height = 0

/** Whoever holds the frame may listen: it is nothing but a number. */
function sayHeight() {
  const measured = Math.ceil(main?.getBoundingClientRect().height ?? 0)
  if (measured === height) return
  height = measured
  parent.postMessage({subject: "lti.frameResize", height}, "*")
  parent.postMessage({context: "h5p", action: "resize", scrollHeight: height}, "*")
}

if (main && parent !== window) new ResizeObserver(sayHeight).observe(main)
