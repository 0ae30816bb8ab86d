/**
 * Figures that readers work on: what a kind needs is fetched when the first figure of it comes near the screen. Until
 * then, without it and on paper a figure shows all that it has to say; and also where what it needs does not come.
 */
for (const figure of /** @type {any} */ (document.querySelectorAll("[data-explore]"))) {
  new IntersectionObserver((/** @type {any[]} */ entries, watch) => {
    if (!entries.pop().isIntersecting) return
    watch.disconnect()
    const kind = figure.dataset.explore
    // What is guessed at looks as any figure until then, and brings its own styles.
    const fetched = kind === "guess" ? null : import("./explore-styles.js").then(({lateStyles}) => lateStyles())
    Promise.all([import(`./explore-${kind}.js`), fetched]).then(([{explore}]) => explore(figure))
      .catch(() => figure.dataset.lost = "")
  }, {rootMargin: "100%"}).observe(figure) // a window's size around it
}
