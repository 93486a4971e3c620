// The page is complete without script: links lead, forms ask. So what makes it quick to use waits until it is quick to read:
// the code is fetched once everything in view has arrived, or at the first touch, whichever comes first.
const touches = ['pointerdown', 'keydown', 'focusin', 'touchstart'] as const
let begun = false

function begin(): void {
  if (begun) return
  begun = true
  for (const touch of touches) removeEventListener(touch, begin)
  preloadPage()
  void import('./entry-client.tsx')
}

// The page's own chunks are named by the server, so that they need not wait for the entry to ask for them.
function preloadPage(): void {
  const named = document.querySelector<HTMLScriptElement>('script[data-modules]')?.dataset['modules'] ?? ''
  for (const href of named.split(' ').filter(Boolean)) {
    const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', href })
    document.head.append(link)
  }
}

for (const touch of touches) addEventListener(touch, begin, { once: true, passive: true })
if (document.readyState === 'complete') begin()
else addEventListener('load', () => setTimeout(begin))
