/**
 * Figures that readers work on: what a kind needs is fetched when the first figure of it comes near the screen. Until
 * then, without it and on paper a figure shows all that it has to say.
 */
const NEAR = "100%" // of the window's height, below it and above

/** @param {HTMLElement} figure */
async function start(figure) {
  try {
    const {explore} = await import(`./explore-${figure.dataset.explore}.js`)
    await explore(figure)
  } catch {
    // It stays as it was written.
  }
}

const watch = new IntersectionObserver(entries => {
  for (const {isIntersecting, target} of entries) {
    if (!isIntersecting || !(target instanceof HTMLElement)) continue
    watch.unobserve(target)
    start(target)
  }
}, {rootMargin: `${NEAR} 0%`})
for (const figure of document.querySelectorAll("[data-explore]")) watch.observe(figure)
