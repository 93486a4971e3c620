import { blob } from '../bloom.ts'
import { stalk } from '../leaf.ts'
import { dots, fill, glaze, line } from '../paint.ts'
import { bendingLine, pointOn, sliver, towards, trace } from '../path.ts'
import type { Random } from '../random.ts'
import type { Brief, Species } from '../species.ts'

/** Lunaria, honesty: paper moons one can nearly see through, a seed or two pressed between. */
export const lunaria: Species = {
  role: 'spray',
  dried: true,
  size: 295,
  halfWidth: 62,
  colours: ['cream', 'white', 'straw'],
  stem: '#a3804d',
  draw({ random, tones, sheet }) {
    const moons = [0, 1, 2].map((n) =>
      sheet.stamp(`lunaria-${tones.mid}-${n}`, () => drawMoon(random.fork(`moon${n}`), tones)),
    )
    const main = bendingLine([0, 0], random.jitter(0.05), 280, random.jitter(0.3), 8)
    let svg = stalk(main, 4, 1.8, tones.deep)
    for (let i = 0; i < 13; i++) {
      const { at, heading } = pointOn(main, 0.3 + i * 0.055)
      const side = i % 2 ? 1 : -1
      const end = i === 12 ? towards(at, heading, 20) : towards(at, heading + side * (1.05 - i * 0.03), 40 - i * 1.4)
      svg +=
        line(tones.deep, 1.6, trace([at, end])) +
        sheet.use(moons[i % 3] as string, {
          at: end,
          turn: heading + side * 0.8 + random.jitter(0.2),
          scale: (1.04 - i * 0.024) * random.between(0.9, 1.08),
          flip: side < 0,
        })
    }
    return svg
  },
}

function drawMoon(random: Random, { deep, shade, light, glow }: Brief['tones']): string {
  const seeds = Array.from({ length: 3 }, (_, i) => [random.jitter(7), -20 + (i - 1) * 11 + random.jitter(3)] as const)
  return (
    fill(shade, blob([0, -22], 22, 27, random, 0.02, 10)) +
    fill(light, blob([-0.6, -22.4], 19.6, 24.6, random, 0.02, 10)) +
    glaze(shade, 0.35, blob([5, -16], 12, 16, random, 0.06, 7)) +
    fill(glow, sliver([-15, -12], [-2, -44], -9, 5) + sliver([-8, -8], [3, -38], -3, 2)) +
    dots(deep, 2.4, seeds) +
    fill(deep, sliver([0, -49], [0, -55], 0, 1))
  )
}
