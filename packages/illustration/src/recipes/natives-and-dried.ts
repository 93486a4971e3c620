import { product, type SampleProduct } from './sample-product.ts'

/** What grows here, and what keeps. */
export const nativesAndDried: readonly SampleProduct[] = [
  product('dandenong', 'Dandenong', {
    background: 'sage',
    paper: 'ivory',
    ribbon: 'terracotta',
    recipe: [
      { stem: 'waratah', count: 3 },
      { stem: 'banksia', colour: 'yellow', count: 3 },
      { stem: 'flannelFlower', count: 7 },
      { stem: 'gumBlossom', count: 3 },
      { stem: 'eucalyptus', count: 4 },
    ],
  }),
  product('king-protea', 'King Protea', {
    background: 'sky',
    paper: 'kraft',
    ribbon: 'rust',
    recipe: [
      { stem: 'protea', colour: 'pink', count: 3 },
      { stem: 'kangarooPaw', colour: 'burgundy', count: 4 },
      { stem: 'flannelFlower', count: 5 },
      { stem: 'gunnii', count: 5 },
    ],
  }),
  product('kept-summer', 'Kept Summer', {
    background: 'blush',
    presentation: 'bunch',
    recipe: [
      { stem: 'pampas', colour: 'cream', count: 5 },
      { stem: 'palmSpear', colour: 'rust', count: 3 },
      { stem: 'bunnyTail', count: 5 },
      { stem: 'statice', colour: 'pink', count: 3 },
    ],
  }),
  product('lavender-bunch', 'Lavender Bunch', {
    background: 'sand',
    presentation: 'bunch',
    ribbon: 'lilac',
    recipe: [
      { stem: 'lavender', count: 9 },
      { stem: 'gunnii', count: 3 },
    ],
  }),
  product('grampians', 'Grampians', {
    background: 'blush',
    paper: 'hessian',
    ribbon: 'rust',
    recipe: [
      { stem: 'protea', colour: 'pink', count: 2 },
      { stem: 'leucadendron', colour: 'burgundy', count: 4 },
      { stem: 'craspedia', count: 5 },
      { stem: 'geraldtonWax', colour: 'white', count: 3 },
      { stem: 'gunnii', count: 4 },
    ],
  }),
  product('golden-paddock', 'Golden Paddock', {
    background: 'sky',
    paper: 'hessian',
    ribbon: 'straw',
    recipe: [
      { stem: 'banksia', colour: 'orange', count: 3 },
      { stem: 'everlasting', colour: 'yellow', count: 7 },
      { stem: 'wheat', colour: 'straw', count: 3 },
      { stem: 'riceFlower', colour: 'cream', count: 3 },
      { stem: 'eucalyptus', count: 4 },
    ],
  }),
  product('paper-moon', 'Paper Moon', {
    background: 'lilac',
    presentation: 'vase',
    vase: 'terracotta',
    recipe: [
      { stem: 'everlasting', colour: 'apricot', count: 7 },
      { stem: 'everlasting', colour: 'pink', count: 5 },
      { stem: 'lunaria', count: 3 },
      { stem: 'poppyPod', count: 2 },
      { stem: 'bunnyTail', colour: 'cream', count: 3 },
    ],
  }),
  product('gum-and-olive', 'Gum and Olive', {
    background: 'sand',
    paper: 'kraft',
    ribbon: 'cream',
    recipe: [
      { stem: 'eucalyptus', count: 4 },
      { stem: 'olive', count: 3 },
      { stem: 'gunnii', count: 3 },
    ],
  }),
]
