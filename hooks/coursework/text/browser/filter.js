/**
 * A form that narrows a list, for any house: `filter.html` makes the form, this makes it work. Without scripts the form
 * is not shown and the list is whole.
 *
 * What a page must hold:
 * - `<form class="filter" hidden data-list="ID" data-count="{shown} of {count} readings">` with checkboxes, each named
 *   by its facet and in a `label` with a `span` at its end, which counts; a field for words; a `role="status"`, a
 *   `button` of type reset, a link `filter__on` to the site's search for what stands nowhere here and, where there are
 *   checkboxes, a `details` around them. When it works it gets `data-narrows`.
 * - An element with that ID, and in it the items: `<li data-item data-level="advanced" data-topic="scale north">`. An
 *   item names its values of a facet in `data-FACET`, several with spaces between them. A value is a word without a
 *   space, a facet's name small letters.
 * - `data-group` on what holds items and is hidden with the last of them (a heading and its list), and `data-with="ID"`
 *   on what is hidden together with the group of that ID (a link that leads there).
 *
 * Values of one facet add to one another; facets narrow one another, and so does each word, found in any case and with
 * any accents, or as two words where it stands nowhere as typed. What is chosen stands in the address
 * (`?level=advanced&level=introductory&topic=scale&words=north`; `q` is the theme's own search), so that it can be
 * linked to; whatever else the address says is kept, and what no checkbox is for is ignored. Who changes the values of
 * an item dispatches `itemschange` on the list.
 *
 * All but the form itself is fetched when it is opened, or when the address asks for something.
 */

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form.filter"))) {
  /** @type {Promise<void>|undefined} */
  let begun
  const begin = () => { begun ??= import("./narrow.js").then(({narrow}) => narrow(form)) }
  form.hidden = false
  if (location.search) begin()
  else {
    form.addEventListener("focusin", begin, {once: true})
    form.querySelector("details")?.addEventListener("toggle", begin, {once: true})
  }
}
