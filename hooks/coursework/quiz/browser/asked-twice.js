/**
 * Opinions that are asked before the course and after it: what goes with one beside its scale is fetched when it comes
 * near the screen. Without it the question is whole.
 */
const near = new IntersectionObserver(entries => {
  for (const {isIntersecting, target} of /** @type {any[]} */ (entries)) {
    if (!isIntersecting) continue
    near.unobserve(target)
    import(`./opinion-${target.dataset.slot}.js`).then(({complete}) => complete(target)).catch(Boolean)
  }
}, {rootMargin: "100%"}) // a window's size around it
for (const asked of document.querySelectorAll("[data-slot=after], [data-slot=before]:has(.question__note)")) {
  near.observe(asked)
}
