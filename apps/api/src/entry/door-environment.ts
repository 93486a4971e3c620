/** The programs of a release, by the names of their files in this folder. */
export const programs = ['serve', 'work', 'all-in-one', 'ops'] as const
export type Program = (typeof programs)[number]

/**
 * What a program's process has in its environment in production besides the shop's own configuration: the C library and Node read it before
 * any line of ours runs. `scripts/build-api.ts` writes it beside the built program, as `serve.env` beside `serve.js`, in the form that systemd
 * reads (`EnvironmentFile=`); the measurements start their doors with it too.
 */
export function doorEnvironment(program: Program): Readonly<Record<string, string>> {
  return {
    ...everyProgram,
    // Without a bound, Node takes the machine's size for its own and lets garbage grow to several times what lives. Some 30 MB live in a
    // door that has seen work; at 256 it collects early, and who holds more has lost its way: it ends, and is started again. The collector can
    // be called, which a door does once, when it is open.
    NODE_OPTIONS: `--max-old-space-size=256 --max-semi-space-size=${roomForTheYoungMb[program]} --expose-gc`,
  }
}

// Objects that die young get rooms of this size, of which V8 keeps two sets. Letters are made of much that is soon done with: with 4 MB `work`
// spent a third of its processor on collecting it, and had 70 MB to spare. `serve` has none: 8 instead of 4 would be 10 to 20 MB more.
// `all-in-one` does the work of both in 230 MB, with 4 and with 8.
const roomForTheYoungMb: Readonly<Record<Program, number>> = { serve: 4, work: 16, 'all-in-one': 8, ops: 4 }

const everyProgram = {
  // The C library opens up to eight rooms a processor, so that threads needn't wait for each other; each keeps what it once held. Our
  // threads compress and resolve names, now and then: two rooms are enough.
  MALLOC_ARENA_MAX: '2',
  // What is larger than 32 KB (a page's bytes, a compressor's window) is asked of the system and goes back to it when it is done with. The C
  // library would raise this bound by itself, up to 32 MB, and keep what is between two pieces that live: 20 to 30 MB after a rush.
  MALLOC_MMAP_THRESHOLD_: '32768',
  MALLOC_TRIM_THRESHOLD_: '131072',
}
