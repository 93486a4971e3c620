import { blob } from '../bloom.ts'
import { spreadOverGlobe } from '../globe.ts'
import { dots, fill } from '../paint.ts'
import type { Point } from '../path.ts'
import type { Species } from '../species.ts'

/** Craspedia, billy buttons: a drumstick of felt, packed on the golden angle. */
export const craspedia: Species = {
  role: 'accent',
  size: 30,
  colours: ['yellow'],
  leaf: 'none',
  stem: '#8f9a5e',
  draw({ random, tones, view }) {
    const radius = view === 'bud' ? 68 : 84
    const { deep, shade, mid, light, glow } = tones
    const heaps: Record<'deep' | 'shade' | 'mid' | 'light' | 'glow', Point[]> = {
      deep: [],
      shade: [],
      mid: [],
      light: [],
      glow: [],
    }
    for (const { at, near } of spreadOverGlobe(0.4, 210, 2.6)) {
      if (near < 0.02) continue
      const lit = -at[0] * 0.55 - at[1] * 0.8 + near * 0.3 + random.jitter(0.16)
      const heap = lit > 0.86 ? 'glow' : lit > 0.36 ? 'light' : lit > -0.3 ? 'mid' : lit > -0.7 ? 'shade' : 'deep'
      heaps[heap].push([at[0] * radius, at[1] * radius])
    }
    const seeds = [...heaps.mid, ...heaps.light, ...heaps.glow]
    return (
      fill(shade, blob([0, 0], radius, radius * 0.98, random, 0.02, 14)) +
      dots(deep, 9, heaps.deep) +
      dots(shade, 8.6, heaps.shade) +
      dots(mid, 8.6, heaps.mid) +
      dots(light, 8.2, heaps.light) +
      dots(glow, 7.6, heaps.glow) +
      dots(shade, 2, seeds)
    )
  },
}
