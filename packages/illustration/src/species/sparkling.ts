import { blob } from '../bloom.ts'
import { colours, greens, type Tones } from '../colours.ts'
import { dots, fill, glaze, line } from '../paint.ts'
import { knots, shape, sliver, trace, type Point } from '../path.ts'
import type { Random } from '../random.ts'
import { object, printedSprig, tableShadow, turned, turnedShade } from './object-kind.ts'

const bottle = [
  [13, -286],
  [14, -232],
  [20, -204],
  [44, -166],
  [50, -140],
  [50, -24],
  [48, -4],
  [44, 2],
] as const
const foil = [
  [14.5, -296],
  [16, -280],
  [15.5, -236],
  [21, -202],
  [29, -186],
] as const

/** Sparkling wine without alcohol: a foiled bottle, and a glass already poured. */
export const sparkling = object({ size: 660, halfWidth: 110 }, ['lime', 'blush', 'burgundy'], ({ random, tones }) => {
  const glassOf: Tones =
    tones === colours.lime
      ? { ...greens.leaf, mid: '#3f6b46', shade: '#274a33' }
      : tones === colours.blush
        ? { ...colours.apricot, mid: '#e8b196', shade: '#cf8f75', light: '#f4d0ba' }
        : { ...colours.burgundy, mid: '#4c1d2c', shade: '#33131f' }
  const metal =
    tones === colours.blush
      ? { mid: '#d99a8a', shade: '#b8756a', glow: '#f6d2c6' }
      : { mid: '#d2a94f', shade: '#a87f2c', glow: '#f1da98' }
  const folds = [-9, -2, 6, 12].map((x) => sliver([x * 0.8, -288], [x * 1.5, -196], x * 0.2, 1.4)).join('')
  return (
    `<g transform="translate(-34 0)">` +
    tableShadow(-48, 48) +
    fill(glassOf.mid, turned(bottle, 6)) +
    fill(glassOf.shade, turnedShade(bottle, 0.4)) +
    fill(glassOf.light, sliver([-36, -148], [-40, -16], 4, 5)) +
    fill(metal.shade, blob([0, -295], 15, 6, random, 0.03, 8)) +
    fill(metal.mid, turned(foil, 5)) +
    fill(metal.mid, blob([0, -294], 14.4, 6, random, 0.03, 8)) +
    fill(metal.shade, turnedShade(foil, 0.3) + folds) +
    fill(metal.glow, sliver([-10, -288], [-15, -204], 2, 3)) +
    fill(metal.shade, shape(knots('-17 -262, 0 -257, 17 -262, 17 -256, 0 -250, -17 -256'))) +
    fill(colours.cream.glow, shape(knots('-50 -118!, 0 -112, 50 -118!, 50 -34!, 0 -28, -50 -34!'))) +
    fill(metal.mid, sliver([-50, -112], [50, -112], -6, 1.6) + sliver([-50, -40], [50, -40], -6, 1.6)) +
    printedSprig([0, -50], 46, random, { petal: colours.coral.mid, heart: colours.yellow.mid }) +
    glaze(glassOf.shade, 0.2, shape(knots('26 -115!, 50 -118!, 50 -34!, 26 -30!'))) +
    `</g>` +
    drawCoupe(
      tones === colours.blush ? colours.peach : tones === colours.burgundy ? colours.red : colours.butter,
      random,
    )
  )
})

function drawCoupe(wine: Tones, random: Random): string {
  const bubbles = Array.from({ length: 11 }, (): Point => [86 + random.jitter(16), -104 + random.jitter(26)])
  return (
    glaze('#5a4a3c', 0.13, shape(knots('56 2, 90 -4, 150 0, 128 8, 88 9'))) +
    glaze('#c3d6d1', 0.42, shape(knots('60 -156, 62 -110, 74 -82, 86 -74, 98 -82, 110 -110, 112 -156, 86 -150'))) +
    fill(wine.light, shape(knots('61 -134, 64 -108, 75 -84, 86 -77, 97 -84, 108 -108, 111 -134, 86 -128'))) +
    fill(wine.mid, shape(knots('92 -130, 111 -134, 108 -108, 97 -84, 88 -78, 98 -104'))) +
    fill(wine.glow, blob([86, -134], 25, 4.4, random, 0.02, 9)) +
    dots('#fffdf6', 1.7, bubbles) +
    line('#dfeae6', 3.4, trace(knots('86 -76, 86.4 -40, 86 -2'))) +
    glaze('#dfeae6', 0.75, shape(knots('58 2, 86 -6, 114 2, 86 8'))) +
    line('#f7fbf9', 2, trace(knots('60 -156, 86 -150, 112 -156, 86 -162, 60 -156'))) +
    glaze('#ffffff', 0.7, sliver([66, -146], [70, -98], -3, 3))
  )
}
