import type { ColourName } from './colours.ts'
import type { Presentation } from './draw-bouquet.ts'
import { species, type StemName } from './species/index.ts'
import { isFace, type Role, type Species } from './species.ts'

/** What a florist would call the shelf it comes from. */
export type StemKind = 'flower' | 'foliage' | 'dried' | 'plant' | 'add-on'

export type CatalogueEntry = {
  stem: StemName
  /** As on a price ticket: 'Geraldton wax'. */
  name: string
  /** As on a botanical plate; empty for things that never grew. */
  botanical: string
  kind: StemKind
  role: Role
  /** The first is meant when a recipe names none. */
  colours: readonly ColourName[]
  /** The first is the most natural. */
  presentations: readonly Presentation[]
}

const namesByStem: Record<StemName, readonly [name: string, botanical: string]> = {
  rose: ['Rose', 'Rosa'],
  peony: ['Peony', 'Paeonia lactiflora'],
  ranunculus: ['Ranunculus', 'Ranunculus asiaticus'],
  tulip: ['Tulip', 'Tulipa'],
  lily: ['Oriental lily', 'Lilium'],
  sunflower: ['Sunflower', 'Helianthus annuus'],
  gerbera: ['Gerbera', 'Gerbera jamesonii'],
  anemone: ['Anemone', 'Anemone coronaria'],
  dahlia: ['Dahlia', 'Dahlia pinnata'],
  chrysanthemum: ['Chrysanthemum', 'Chrysanthemum morifolium'],
  carnation: ['Carnation', 'Dianthus caryophyllus'],
  poppy: ['Iceland poppy', 'Papaver nudicaule'],
  daffodil: ['Daffodil', 'Narcissus'],
  iris: ['Iris', 'Iris hollandica'],
  hydrangea: ['Hydrangea', 'Hydrangea macrophylla'],
  lisianthus: ['Lisianthus', 'Eustoma grandiflorum'],
  hellebore: ['Hellebore', 'Helleborus orientalis'],
  cosmos: ['Cosmos', 'Cosmos bipinnatus'],
  scabiosa: ['Scabiosa', 'Scabiosa atropurpurea'],
  zinnia: ['Zinnia', 'Zinnia elegans'],
  craspedia: ['Billy buttons', 'Craspedia globosa'],
  delphinium: ['Delphinium', 'Delphinium elatum'],
  snapdragon: ['Snapdragon', 'Antirrhinum majus'],
  lavender: ['Lavender', 'Lavandula angustifolia'],
  orchid: ['Phalaenopsis orchid', 'Phalaenopsis'],
  stock: ['Stock', 'Matthiola incana'],
  gypsophila: ['Gypsophila', 'Gypsophila paniculata'],
  statice: ['Statice', 'Limonium sinuatum'],
  sweetPea: ['Sweet pea', 'Lathyrus odoratus'],
  freesia: ['Freesia', 'Freesia refracta'],
  hypericum: ['Hypericum berries', 'Hypericum androsaemum'],
  banksia: ['Banksia', 'Banksia'],
  waratah: ['Waratah', 'Telopea speciosissima'],
  protea: ['King protea', 'Protea cynaroides'],
  kangarooPaw: ['Kangaroo paw', 'Anigozanthos'],
  flannelFlower: ['Flannel flower', 'Actinotus helianthi'],
  gumBlossom: ['Gum blossom', 'Corymbia ficifolia'],
  wattle: ['Wattle', 'Acacia pycnantha'],
  geraldtonWax: ['Geraldton wax', 'Chamelaucium uncinatum'],
  thryptomene: ['Thryptomene', 'Thryptomene calycina'],
  riceFlower: ['Rice flower', 'Ozothamnus diosmifolius'],
  leucadendron: ['Leucadendron', 'Leucadendron salignum'],
  eucalyptus: ['Silver dollar gum', 'Eucalyptus cinerea'],
  gunnii: ['Cider gum', 'Eucalyptus gunnii'],
  fern: ['Leather fern', 'Rumohra adiantiformis'],
  olive: ['Olive', 'Olea europaea'],
  ruscus: ['Ruscus', 'Ruscus hypophyllum'],
  dustyMiller: ['Dusty miller', 'Jacobaea maritima'],
  magnoliaLeaf: ['Magnolia leaf', 'Magnolia grandiflora'],
  pampas: ['Pampas', 'Cortaderia selloana'],
  bunnyTail: ['Bunny tail', 'Lagurus ovatus'],
  palmSpear: ['Palm spear', 'Livistona'],
  everlasting: ['Everlasting daisy', 'Xerochrysum bracteatum'],
  wheat: ['Wheat', 'Triticum aestivum'],
  lunaria: ['Honesty', 'Lunaria annua'],
  poppyPod: ['Poppy pods', 'Papaver somniferum'],
  monstera: ['Monstera', 'Monstera deliciosa'],
  fiddleLeaf: ['Fiddle-leaf fig', 'Ficus lyrata'],
  snakePlant: ['Snake plant', 'Dracaena trifasciata'],
  peaceLily: ['Peace lily', 'Spathiphyllum wallisii'],
  echeveria: ['Succulent bowl', 'Echeveria and friends'],
  aloe: ['Aloe', 'Aloe vera'],
  pothos: ['Pothos', 'Epipremnum aureum'],
  stringOfPearls: ['String of pearls', 'Curio rowleyanus'],
  orchidPot: ['Moth orchid', 'Phalaenopsis amabilis'],
  anthurium: ['Anthurium', 'Anthurium andraeanum'],
  cyclamen: ['Cyclamen', 'Cyclamen persicum'],
  kalanchoe: ['Kalanchoe', 'Kalanchoe blossfeldiana'],
  zzPlant: ['ZZ plant', 'Zamioculcas zamiifolia'],
  rubberPlant: ['Rubber plant', 'Ficus elastica'],
  maidenhair: ['Maidenhair fern', 'Adiantum raddianum'],
  candle: ['Soy candle', ''],
  chocolates: ['Chocolates', ''],
  card: ['Greeting card', ''],
  honey: ['Honey', ''],
  soap: ['Soap', ''],
  handCream: ['Hand cream', ''],
  sparkling: ['Sparkling, alcohol-free', ''],
  secateurs: ['Secateurs', ''],
  mister: ['Plant mister', ''],
  seeds: ['Flower seeds', ''],
  planter: ['Planter', ''],
  budVase: ['Bud vase', ''],
}

/** Everything the shop can draw, in the order of a stock list: use it to write, check or offer recipes. */
export const catalogue: readonly CatalogueEntry[] = (Object.keys(species) as StemName[]).map(describe)

function describe(stem: StemName): CatalogueEntry {
  const [name, botanical] = namesByStem[stem]
  const { role, colours, dried = false }: Species = species[stem]
  const kind = kindOf(role, dried)
  return { stem, name, botanical, kind, role, colours, presentations: presentationsFor(kind, role) }
}

function kindOf(role: Role, dried: boolean): StemKind {
  if (dried) return 'dried'
  if (role === 'foliage') return 'foliage'
  return role === 'plant' ? 'plant' : role === 'object' ? 'add-on' : 'flower'
}

function presentationsFor(kind: StemKind, role: Role): readonly Presentation[] {
  switch (kind) {
    case 'plant':
      return ['pot']
    case 'add-on':
      return ['table']
    case 'dried':
      return isFace(role) ? ['bunch', 'vase', 'wrapped', 'box', 'posy'] : ['bunch', 'vase', 'wrapped', 'box']
    case 'foliage':
      return ['wrapped', 'vase', 'bunch', 'posy', 'box']
    case 'flower':
      // A posy is a dome: spires would stand out of it like masts.
      return role === 'spire' ? ['vase', 'wrapped', 'bunch', 'box'] : ['wrapped', 'vase', 'bunch', 'posy', 'box']
  }
}
