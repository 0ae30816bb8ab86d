/**
 * The id that the end of an address names. One that is not written as addresses are, as when it was cut short on its
 * way, names only itself.
 * @param {string} hash with its `#`, or nothing
 */
export function idIn(hash) {
  const id = hash.slice(1)
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
