import { Refusal } from '../platform/refusal.ts'

export const runNotFound = () => new Refusal(404, 'run-not-found', 'There is no such run.')

export const runsChanged = () =>
  new Refusal(409, 'runs-changed', 'Somebody else arranged this day meanwhile. Look again, and then change it.')

export const noSuchDriver = () => new Refusal(409, 'no-such-driver', 'Nobody who works here has this account.')

export const tooManyRuns = () => new Refusal(409, 'too-many-runs', 'A day has at most 40 runs.')

export const noRunsYet = () =>
  new Refusal(409, 'no-runs-yet', 'There is no run to put stops into. Begin one for each van first.')

export const stopNotOfDay = () =>
  new Refusal(409, 'stop-not-of-day', 'One of these is not delivered on this day any more. Look again.')

export const stopDone = (number: string) =>
  new Refusal(409, 'stop-done', `${number} has been delivered by another run, and stays there.`)

export const runDeparted = () => new Refusal(409, 'run-departed', 'This run has left the shop, so it stays.')

export const runEmpty = () => new Refusal(409, 'run-empty', 'There is nothing in this run to drive off with.')

export const stopNotFound = () => new Refusal(404, 'stop-not-found', 'There is no such stop on your run.')

export const stopNotDeliverable = (because: string) => new Refusal(409, 'stop-not-deliverable', because)

export const sayWhere = () => new Refusal(422, 'say-where', 'Please say with which neighbour it is.')

export const sayWhatNext = () => new Refusal(422, 'say-what-next', 'Please say what happens with it now.')

export const keyUsed = () =>
  new Refusal(409, 'key-used', 'This has been sent before with other words. Please look again, and say it anew.')

export const photoNotReadable = () =>
  new Refusal(
    422,
    'photo-not-readable',
    'This can’t be read as a photograph. JPEG, PNG and WebP can; on an iPhone choose Settings, Camera, Formats, Most Compatible.',
  )

export const photoMissing = () => new Refusal(422, 'photo-missing', 'There is no photograph in what was sent.')

export const tooManyPhotos = () => new Refusal(409, 'too-many-photos', 'This stop has its photographs already.')

export const proofNotFound = () => new Refusal(404, 'proof-not-found', 'There is no such photograph.')

export const printNotFound = () => new Refusal(404, 'print-not-found', 'There is no such print.')

export const nothingToPrint = () =>
  new Refusal(409, 'nothing-to-print', 'There is nothing of this to print on that day.')

export const cardTooLong = (numbers: readonly string[]) =>
  new Refusal(
    409,
    'card-too-long',
    `Some cards don’t fit their paper: ${numbers.slice(0, 5).join(', ')}${numbers.length > 5 ? ' and more' : ''}. Shorten them with the buyer first, or print the others.`,
    { numbers },
  )

export const daysNotPossible = () =>
  new Refusal(422, 'days-not-possible', 'Please give two days, the earlier one first, at most four weeks apart.')

export const papersBusy = () =>
  new Refusal(503, 'papers-busy', 'Other papers are being drawn at this moment. Please try again in a minute.')
