/** Which of the two doors of a kind; both at once. */
export type Which = 'first' | 'second' | 'both'

/** What goes wrong. `forMs` is how long in real milliseconds; where it is absent the fault is over at once. */
export type Fault =
  | { readonly kind: 'kill-serve' | 'kill-work'; readonly which: Which; readonly forMs: number }
  | { readonly kind: 'freeze-serve' | 'freeze-work'; readonly which: Which; readonly forMs: number }
  | { readonly kind: 'kill-database' | 'restart-database'; readonly forMs: number }
  | { readonly kind: 'cut-connections'; readonly share: number }
  | { readonly kind: 'cache-gone'; readonly forMs: number }
  | { readonly kind: 'events-lost'; readonly count: number }
  | { readonly kind: 'events-shuffled'; readonly forMs: number }
  | { readonly kind: 'events-late'; readonly delayMs: number; readonly forMs: number }
  | { readonly kind: 'events-past-hold' }
  | { readonly kind: 'event-answers-lost'; readonly count: number }
  | { readonly kind: 'stripe-slow'; readonly delayMs: number; readonly forMs: number }
  | { readonly kind: 'stripe-hangs'; readonly forMs: number }
  | {
      readonly kind: 'stripe-fails'
      readonly with: 500 | 503 | 429 | 'reset'
      readonly when: 'before' | 'during' | 'after'
      readonly percent: number
      readonly forMs: number
    }
  | { readonly kind: 'mail-away'; readonly forMs: number }
  | { readonly kind: 'mail-slow'; readonly forMs: number }
  | { readonly kind: 'mail-refuses' | 'mail-cut' | 'mail-answer-lost'; readonly count: number }
  | { readonly kind: 'disk-full'; readonly forMs: number }
  | { readonly kind: 'clock-jump'; readonly minutes: number }
  | { readonly kind: 'clock-over-night' }
  | { readonly kind: 'clock-wrong'; readonly door: number; readonly seconds: number; readonly forMs: number }

export type FaultKind = Fault['kind']

/** Each kind with its words for the report, and how often it is drawn. */
export const faultKinds: { readonly [Kind in FaultKind]: { readonly words: string; readonly weight: number } } = {
  'kill-serve': { words: 'kill -9 of a process that serves', weight: 12 },
  'kill-work': { words: 'kill -9 of a process that works', weight: 12 },
  'kill-database': { words: 'kill -9 of PostgreSQL', weight: 8 },
  'events-lost': { words: 'payment events that never arrive', weight: 6 },
  'events-shuffled': { words: 'payment events doubled and shuffled', weight: 6 },
  'events-past-hold': { words: 'payment events kept back past the hold', weight: 4 },
  'stripe-fails': { words: 'Stripe answers 500, 503, 429 or cuts the line', weight: 12 },
  'stripe-slow': { words: 'Stripe is slow', weight: 4 },
  'stripe-hangs': { words: 'Stripe takes requests and says nothing', weight: 4 },
  'cut-connections': { words: 'database connections cut', weight: 6 },
  'mail-away': { words: 'the mail server is away', weight: 3 },
  'mail-cut': { words: 'the mail server hangs up in mid-letter', weight: 4 },
  'disk-full': { words: 'the disk is full', weight: 4 },
  'clock-over-night': { words: 'the clock jumps over the hour that summer time begins or ends', weight: 0 },
  'clock-jump': { words: 'the clock jumps ahead', weight: 3 },
  'events-late': { words: 'payment events late', weight: 4 },
  'event-answers-lost': { words: 'our answers to payment events are lost', weight: 4 },
  'mail-answer-lost': { words: 'the mail server hangs up before its yes is heard', weight: 3 },
  'mail-refuses': { words: 'the mail server refuses letters', weight: 3 },
  'mail-slow': { words: 'the mail server is slow', weight: 2 },
  'freeze-serve': { words: 'a process that serves stands still', weight: 3 },
  'freeze-work': { words: 'a process that works stands still', weight: 3 },
  'restart-database': { words: 'PostgreSQL is restarted', weight: 3 },
  'clock-wrong': { words: 'one process’s clock is wrong', weight: 4 },
  'cache-gone': { words: 'Redis is gone', weight: 4 },
}

/** A fault in the words of a log. */
export function inWords(fault: Fault): string {
  const { kind, ...rest } = fault
  const details = Object.entries(rest).map(([name, value]) => `${name} ${value}`)
  return [kind, ...details].join(', ')
}
