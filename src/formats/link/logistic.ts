// FROZEN for version 2. Whole numbers only: every machine must find the very same probabilities for ever.

/** 65,536 / (1 + e^(−x / 256)) for x = −2048, −1920 … 2048. */
const KNOTS = [
  22, 36, 60, 98, 162, 267, 439, 720, 1179, 1921, 3108, 4971, 7812, 11_955, 17_625, 24_743, 32_768,
]
const KNOT_STEP = 128
/** Log odds run from −2047 to 2047, in 1/256. */
export const LARGEST_ODDS = 2047

/** Probabilities, in 1/65,536, by log odds + 2048. */
export const SQUASHED: Int32Array = Int32Array.from({ length: 4096 }, (_, index) => {
  const below = index < 2048 ? index : 4096 - index
  const at = Math.floor(below / KNOT_STEP)
  const [low, high] = [KNOTS[at] ?? 0, KNOTS[at + 1] ?? 32_768]
  const value = low + Math.floor(((high - low) * (below % KNOT_STEP)) / KNOT_STEP)
  return index < 2048 ? value : 65_536 - value
})

/** Log odds by probability in 1/4096: the inverse, found by walking along it. */
export const STRETCHED: Int32Array = (() => {
  const odds = new Int32Array(4096)
  let at = 0
  for (let index = 0; index < 4096; index++) {
    const probability = index * 16 + 8
    while (at < 4095 && (SQUASHED[at] ?? 0) < probability) at++
    odds[index] = Math.min(LARGEST_ODDS, Math.max(-LARGEST_ODDS, at - 2048))
  }
  return odds
})()
