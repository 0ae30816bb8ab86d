/**
 * Numbers of mean 0 and standard deviation 1 from a seed, by mulberry32 and Box-Muller: those of `explore/noise.py`.
 * @param {number} seed
 * @returns {() => number}
 */
export function normal(seed) {
  const uniform = () => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}
