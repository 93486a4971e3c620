import sharp from 'sharp'
import { shelfRows } from '/work/main/apps/api/src/demo/shelf-rows.ts'
import { demoShop } from '/work/main/packages/demo-shop/demo-shop.ts'
import { drawBouquet } from '/work/main/packages/illustration/src/index.ts'
sharp.concurrency(1)
const pics = shelfRows(demoShop, Temporal.Instant.from('2026-11-20T00:00:00Z')).pictures.filter((_, i) => i % 20 === 0).slice(0, 6)
console.log(pics.length)
const svgs = pics.map((p: any) => drawBouquet(p.drawing))
for (const w of [800]) for (const [effort, quality] of [[2, 50],[3, 50],[4,50],[2,60],[3,60], [4,60]]) {
  const t = performance.now(); const sizes = []
  for (const svg of svgs) { const raw = await sharp(Buffer.from(svg), { density: 72 }).resize(w, w*1.25).avif({ quality, effort }).toBuffer(); sizes.push(raw.length) }
  console.log('avif', w, { effort, quality }, Math.round((performance.now()-t)/svgs.length), 'ms', sizes.map(x => (x/1024).toFixed(1)).join(' '))
}
for (const [effort, quality] of [[2,78],[4,78],[4,82]]) { const t = performance.now(); const sizes = []
  for (const svg of svgs) { const raw = await sharp(Buffer.from(svg)).resize(800, 1000).webp({ quality, effort, alphaQuality: 85 }).toBuffer(); sizes.push(raw.length) }
  console.log('webp', { effort, quality }, Math.round((performance.now()-t)/svgs.length), 'ms', sizes.map(x => (x/1024).toFixed(1)).join(' ')) }
const t = performance.now(); for (const svg of svgs) await sharp(Buffer.from(svg)).resize(800, 1000).raw().toBuffer(); console.log('raster only', Math.round((performance.now()-t)/svgs.length))
const b = await sharp(Buffer.from(svgs[0])).resize(800,1000).avif({quality:50,effort:3}).toBuffer(); (await import('node:fs')).writeFileSync('/tmp/cat/a.png', await sharp(b).flatten({background:'#F0DACE'}).png().toBuffer())
