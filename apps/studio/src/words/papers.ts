import type { PackPart } from '@flora/contract/fulfilment.ts'

/** What a paper is called, and what it is for. */
export const paperWords: Record<PackPart, { readonly words: string; readonly note: string }> = {
  whole: { words: 'The whole pack', note: 'Everything below, in one file' },
  bouquets: { words: 'Bouquets', note: 'What to tie in all, with pictures' },
  'work-sheets': { words: 'Work sheets', note: 'One a delivery, with its stems to tick off' },
  cards: { words: 'Gift cards', note: 'At their size; their words stand once they are printed' },
  labels: { words: 'Labels', note: 'For the boxes, with a code the driver scans' },
  'run-sheets': { words: 'Run sheets', note: 'One a driver, stops in order' },
  'buying-list': { words: 'Buying list', note: 'Stems by grower, in bunches' },
}
