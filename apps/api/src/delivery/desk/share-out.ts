/**
 * Shares a number of places out over windows by their weights, to the last one and never more: parts that come out uneven go to the
 * largest remainders, the first window before the next. What is taken already is covered first wherever the number allows.
 */
export function shareOut(
  places: number,
  windows: readonly { readonly weight: number; readonly taken: number }[],
): number[] {
  const takenInAll = windows.reduce((sum, { taken }) => sum + taken, 0)
  if (places < takenInAll)
    return byWeight(
      places,
      windows.map(({ taken }) => taken),
    )
  // Beyond what is taken a window is filled up to its weight's part of the whole, where that leaves it anything.
  const whole = byWeight(
    places,
    windows.map(({ weight }) => weight),
  )
  const missing = windows.map(({ taken }, at) => Math.max(0, (whole[at] ?? 0) - taken))
  const rest = byWeight(places - takenInAll, missing)
  return windows.map(({ taken }, at) => taken + (rest[at] ?? 0))
}

function byWeight(places: number, given: readonly number[]): number[] {
  const sum = given.reduce((all, weight) => all + weight, 0)
  // Nobody has any: then all have the same.
  const weights = sum === 0 ? given.map(() => 1) : given
  const all = sum === 0 ? given.length : sum
  if (all === 0) return []
  const parts = weights.map((weight) => Math.floor((places * weight) / all))
  const left = places - parts.reduce((done, part) => done + part, 0)
  const byRemainder = weights
    .map((weight, at) => ({ at, remainder: (places * weight) % all }))
    .toSorted((a, b) => b.remainder - a.remainder || a.at - b.at)
  for (const { at } of byRemainder.slice(0, left)) parts[at] = (parts[at] ?? 0) + 1
  return parts
}
