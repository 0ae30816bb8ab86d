/**
 * Another page of the site: the one way in which scripts read pages. Where pages are no files of a server, this is what
 * has to be done otherwise.
 */

/**
 * @param {string} address
 * @returns {Promise<{page: Document, address: string}>} the page, with the address that it was found at in the end
 * @throws where it cannot be had
 */
export async function fetchPage(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status} ${address}`)
  return {page: new DOMParser().parseFromString(await answer.text(), "text/html"), address: answer.url}
}
