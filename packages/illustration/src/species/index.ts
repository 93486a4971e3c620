import type { Species } from '../species.ts'
import { aloe } from './aloe.ts'
import { anemone } from './anemone.ts'
import { anthurium } from './anthurium.ts'
import { banksia } from './banksia.ts'
import { budVase } from './bud-vase.ts'
import { bunnyTail } from './bunny-tail.ts'
import { candle } from './candle.ts'
import { card } from './card.ts'
import { carnation } from './carnation.ts'
import { chocolates } from './chocolates.ts'
import { chrysanthemum } from './chrysanthemum.ts'
import { cosmos } from './cosmos.ts'
import { craspedia } from './craspedia.ts'
import { cyclamen } from './cyclamen.ts'
import { daffodil } from './daffodil.ts'
import { dahlia } from './dahlia.ts'
import { delphinium } from './delphinium.ts'
import { dustyMiller } from './dusty-miller.ts'
import { echeveria } from './echeveria.ts'
import { eucalyptus } from './eucalyptus.ts'
import { everlasting } from './everlasting.ts'
import { fern } from './fern.ts'
import { fiddleLeaf } from './fiddle-leaf.ts'
import { flannelFlower } from './flannel-flower.ts'
import { freesia } from './freesia.ts'
import { geraldtonWax } from './geraldton-wax.ts'
import { gerbera } from './gerbera.ts'
import { gumBlossom } from './gum-blossom.ts'
import { gunnii } from './gunnii.ts'
import { gypsophila } from './gypsophila.ts'
import { handCream } from './hand-cream.ts'
import { hellebore } from './hellebore.ts'
import { honey } from './honey.ts'
import { hydrangea } from './hydrangea.ts'
import { hypericum } from './hypericum.ts'
import { iris } from './iris.ts'
import { kalanchoe } from './kalanchoe.ts'
import { kangarooPaw } from './kangaroo-paw.ts'
import { lavender } from './lavender.ts'
import { leucadendron } from './leucadendron.ts'
import { lily } from './lily.ts'
import { lisianthus } from './lisianthus.ts'
import { lunaria } from './lunaria.ts'
import { magnoliaLeaf } from './magnolia-leaf.ts'
import { maidenhair } from './maidenhair.ts'
import { mister } from './mister.ts'
import { monstera } from './monstera.ts'
import { olive } from './olive.ts'
import { orchidPot } from './orchid-pot.ts'
import { orchid } from './orchid.ts'
import { palmSpear } from './palm-spear.ts'
import { pampas } from './pampas.ts'
import { peaceLily } from './peace-lily.ts'
import { peony } from './peony.ts'
import { planter } from './planter.ts'
import { poppyPod } from './poppy-pod.ts'
import { poppy } from './poppy.ts'
import { pothos } from './pothos.ts'
import { protea } from './protea.ts'
import { ranunculus } from './ranunculus.ts'
import { riceFlower } from './rice-flower.ts'
import { rose } from './rose.ts'
import { rubberPlant } from './rubber-plant.ts'
import { ruscus } from './ruscus.ts'
import { scabiosa } from './scabiosa.ts'
import { secateurs } from './secateurs.ts'
import { seeds } from './seeds.ts'
import { snakePlant } from './snake-plant.ts'
import { snapdragon } from './snapdragon.ts'
import { soap } from './soap.ts'
import { sparkling } from './sparkling.ts'
import { statice } from './statice.ts'
import { stock } from './stock.ts'
import { stringOfPearls } from './string-of-pearls.ts'
import { sunflower } from './sunflower.ts'
import { sweetPea } from './sweet-pea.ts'
import { thryptomene } from './thryptomene.ts'
import { tulip } from './tulip.ts'
import { waratah } from './waratah.ts'
import { wattle } from './wattle.ts'
import { wheat } from './wheat.ts'
import { zinnia } from './zinnia.ts'
import { zzPlant } from './zz-plant.ts'

/** Everything the shop can draw. A flower is added by writing its file and naming it here. */
export const species = {
  // Focal flowers and the blooms between them
  rose,
  peony,
  ranunculus,
  tulip,
  lily,
  sunflower,
  gerbera,
  anemone,
  dahlia,
  chrysanthemum,
  carnation,
  poppy,
  daffodil,
  iris,
  hydrangea,
  lisianthus,
  hellebore,
  cosmos,
  scabiosa,
  zinnia,
  craspedia,
  // Spires, sprays and clusters
  delphinium,
  snapdragon,
  lavender,
  orchid,
  stock,
  gypsophila,
  statice,
  sweetPea,
  freesia,
  hypericum,
  // Australian natives
  banksia,
  waratah,
  protea,
  kangarooPaw,
  flannelFlower,
  gumBlossom,
  wattle,
  geraldtonWax,
  thryptomene,
  riceFlower,
  leucadendron,
  // Foliage
  eucalyptus,
  gunnii,
  fern,
  olive,
  ruscus,
  dustyMiller,
  magnoliaLeaf,
  // Dried
  pampas,
  bunnyTail,
  palmSpear,
  everlasting,
  wheat,
  lunaria,
  poppyPod,
  // Plants
  monstera,
  fiddleLeaf,
  snakePlant,
  peaceLily,
  echeveria,
  aloe,
  pothos,
  stringOfPearls,
  orchidPot,
  anthurium,
  cyclamen,
  kalanchoe,
  zzPlant,
  rubberPlant,
  maidenhair,
  // Add-ons
  candle,
  chocolates,
  card,
  honey,
  soap,
  handCream,
  sparkling,
  secateurs,
  mister,
  seeds,
  planter,
  budVase,
} satisfies Record<string, Species>

export type StemName = keyof typeof species

/** Recipes come from a database: ask before drawing. */
export function isStemName(name: string): name is StemName {
  return Object.hasOwn(species, name)
}

/** Whether it keeps, so that dry leaves go with it. */
export function isDried(stem: StemName): boolean {
  const kind: Species = species[stem]
  return kind.dried === true
}
