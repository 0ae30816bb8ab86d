import {fetchPage} from "./fetch-page.js"

/** The pages of quizzes, each fetched once and only when it is asked for, with its links as they are there. */
export class QuizPages {
  /** @type {Map<string, Promise<Document>>} */
  #pages = new Map()

  /**
   * @param {string} address
   * @returns {Promise<Document|null>} null where it cannot be had; it is asked for again the next time
   */
  async page(address) {
    const page = this.#pages.get(address) ?? quizPage(address)
    this.#pages.set(address, page)
    return page.catch(() => {
      this.#pages.delete(address)
      return null
    })
  }
}

/** @param {string} address */
async function quizPage(address) {
  const {page, address: found} = await fetchPage(address)
  for (const element of page.querySelectorAll("quiz-question :is(a[href], [src])")) {
    const name = element.hasAttribute("src") ? "src" : "href"
    element.setAttribute(name, resolved(element.getAttribute(name) ?? "", found))
  }
  return page
}

/** @param {string} link @param {string} base */
function resolved(link, base) {
  try {
    return new URL(link, base).href
  } catch {
    return link
  }
}
