/**
 * The page around the text: a menu and a search that keys can open, and a search that is fetched when it is used.
 * Runs before Material's script, which finds everything as it expects it.
 */
{
  const find = selector => document.querySelector(selector)
  const drawer = find("#__drawer"), search = find("#__search"), query = find(".md-search__input")
  const menuButton = find("[data-menu]"), searchButton = find("[data-find]")
  const phone = matchMedia("(max-width: 59.984375em)"), drawn = matchMedia("(max-width: 76.234375em)")

  // Material asks for what it keeps without a thought of browsers that refuse, and would stop before it has a search.
  for (const name of ["__md_get", "__md_set"]) {
    const ask = window[name]
    window[name] = (...asked) => {
      try { return ask(...asked) } catch { return null }
    }
  }

  /* Material fetches the index (as large as the course) and its worker with every page; most readers never search. */
  const wanted = new Promise(resolve => {
    if (!query || /[?&][qh]=/.test(location.search)) return resolve()
    query.addEventListener("focus", resolve, {once: true})
    search.addEventListener("change", resolve, {once: true})
  })
  const {open, send} = XMLHttpRequest.prototype
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    this.isForSearch = String(address).includes("/search/search_index.json")
    return open.call(this, method, address, ...rest)
  }
  XMLHttpRequest.prototype.send = function (...body) {
    if (!this.isForSearch) return send.apply(this, body)
    wanted.then(() => send.apply(this, body))
  }
  const RealWorker = window.Worker
  window.Worker = class extends EventTarget {
    constructor(address) {
      super()
      wanted.then(() => {
        this.worker = new RealWorker(address)
        this.worker.onmessage = event => this.dispatchEvent(new MessageEvent("message", {data: event.data}))
      })
    }
    postMessage(message) { wanted.then(() => this.worker.postMessage(message)) }
    terminate() { wanted.then(() => this.worker.terminate()) }
  }

  /* What lies behind an open menu or search must not be reached by Tab or by a screen reader. */
  const behind = selectors => document.querySelectorAll(selectors)
  const setInert = (elements, inert) => elements.forEach(element => { element.inert = inert })

  const closeMenu = find("[data-menu-close]")
  menuButton.hidden = closeMenu.hidden = false
  menuButton.addEventListener("click", () => drawer.click())
  closeMenu.addEventListener("click", () => drawer.click())
  drawer.addEventListener("change", () => {
    const isOpen = drawer.checked
    menuButton.setAttribute("aria-expanded", isOpen)
    setInert(behind(".md-skip, .md-header, .md-tabs, .md-content, .md-sidebar--secondary, .foot"), isOpen)
    ;(isOpen ? closeMenu : menuButton).focus()
    if (isOpen) find(".contents [aria-current]")?.scrollIntoView({block: "center"})
  })
  find(".contents").addEventListener("click", event => {
    if (drawer.checked && event.target.closest("a[href^='#']")) drawer.click()
  })
  drawn.addEventListener("change", () => { if (drawer.checked) drawer.click() })

  if (query) {
    searchButton.hidden = false
    searchButton.addEventListener("click", () => {
      search.click()
      query.focus()
    })
    find("[data-find-close]").addEventListener("click", () => search.click())
    search.addEventListener("change", () => {
      const covers = search.checked && phone.matches
      searchButton.setAttribute("aria-expanded", search.checked)
      setInert(behind(".md-skip, [data-menu], .lockup, .head__help, .md-tabs, .md-main, .foot"), covers)
      if (!search.checked && phone.matches) searchButton.focus()
      if (!search.checked && key === "Escape") setTimeout(() => {
        const isLost = [document.body, query].includes(document.activeElement)
        if (before?.isConnected && isLost) before.focus({preventScroll: true})
      })
    })
    /* A key opens it from anywhere in a text, and there the reader goes on when another closes it. */
    let key = "", before = null
    addEventListener("keydown", event => { key = event.key }, true)
    addEventListener("pointerdown", () => { key = "" }, true)
    query.addEventListener("focus", event => { before = event.relatedTarget })
  }
  /* What an address leads to is opened where it is folded. */
  const unfold = () => {
    const target = find(":target"), fold = target && target.closest(".fold:not([open])")
    if (!fold) return
    fold.open = true
    target.scrollIntoView()
  }
  addEventListener("hashchange", () => {
    if (document.body.showPopover) find(".sources:popover-open")?.hidePopover()
    unfold()
  })
  unfold()
  /* Material opens everything for print; an answer that is closed stays closed on paper too. */
  let isPrinting = false
  const noteWhatIsOpen = () => {
    if (!isPrinting) for (const details of behind("details")) details.toggleAttribute("data-opened", details.open)
    isPrinting = true
  }
  matchMedia("print").addEventListener("change", event => { if (event.matches) noteWhatIsOpen() })
  addEventListener("beforeprint", noteWhatIsOpen)
  addEventListener("afterprint", () => { isPrinting = false })

  addEventListener("keydown", event => { if (event.key === "Escape" && drawer.checked) drawer.click() })

  // What only paper needs, after all else: a page that is printed waits for nothing.
  addEventListener("load", () => {
    const late = find("noscript[data-late]")?.textContent ?? ""
    document.head.insertAdjacentHTML("beforeend", late.replace(/<link (?!media)/g, '<link media="print" '))
  })
}
