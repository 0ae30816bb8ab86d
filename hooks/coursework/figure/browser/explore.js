/**
 * Figures that readers work on: what a kind needs is fetched when the first figure of it comes near the screen. Until
 * then, without it and on paper a figure shows all that it has to say; and also where what it needs does not come.
 */
const late = document.querySelector("noscript[data-late]")
const fetchStyles = async () => late && import("./explore-styles.js").catch(() => {})
const watch = new IntersectionObserver(entries => {
  for (const {isIntersecting, target} of entries) {
    if (!isIntersecting) continue
    watch.unobserve(target)
    fetchStyles().then(() => import(`./explore-${target.getAttribute("data-explore")}.js`))
      .then(({explore}) => explore(target)).catch(() => {})
  }
}, {rootMargin: "150% 0%"}) // half again a window's height above it and below
for (const figure of document.querySelectorAll("[data-explore]")) watch.observe(figure)
// Who prints a page from its top has not come near any.
addEventListener("beforeprint", fetchStyles)
