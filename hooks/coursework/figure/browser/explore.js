/**
 * Figures that readers work on: what a kind needs is fetched when the first figure of it comes near the screen. Until
 * then, without it and on paper a figure shows all that it has to say; and also where what it needs does not come.
 */
for (const figure of /** @type {any} */ (document.querySelectorAll("[data-explore]"))) {
  new IntersectionObserver((/** @type {any[]} */ entries, watch) => {
    if (!entries.pop().isIntersecting) return
    watch.disconnect()
    import(`./explore-${figure.dataset.explore}.js`).then(({explore}) => explore(figure)).catch(Boolean)
  }, {rootMargin: "100%"}).observe(figure) // a window's size around it
}
onbeforeprint = () => import("./explore-styles.js") // from a page's top no figure has come near
