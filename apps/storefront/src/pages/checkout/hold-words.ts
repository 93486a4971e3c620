/** Whole minutes left, the one that has begun included. */
export function minutesLeft(untilMs: number, nowMs: number): number {
  return Math.ceil((untilMs - nowMs) / 60_000)
}

/** What is said aloud: at five minutes and at one, so that nobody is nagged and nobody is surprised. */
export function saidAt(minutes: number): string {
  if (minutes <= 0) return 'The hold is over.'
  if (minutes <= 1) return 'One minute left before your places go back on the shelf.'
  if (minutes <= 5) return 'Five minutes left before your places go back on the shelf.'
  return ''
}
