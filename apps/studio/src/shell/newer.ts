import { toast } from '@flora/ui/toasts.tsx'

// Often enough that a tablet on the bench, which is never closed, does not work for days with yesterday's program.
const lookMs = 300_000

/** Looks now and then whether the shop serves a newer Studio than this one, and offers to load it. */
export function watchForNewer(): void {
  const mine = programIn(document.documentElement.innerHTML)
  const look = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return
    const page = await fetch('/studio/', { headers: { accept: 'text/html' } }).then(
      (reply) => (reply.ok ? reply.text() : ''),
      () => '',
    )
    const served = programIn(page)
    if (served === undefined || served === mine) return
    toast({ words: 'There is a newer Studio.', undo: { label: 'Load it', run: () => location.reload() } })
  }
  setInterval(() => void look(), lookMs)
  document.addEventListener('visibilitychange', () => void look())
}

// The program's file is named by what is in it.
function programIn(html: string): string | undefined {
  return /\/studio\/assets\/index-[\w-]+\.js/.exec(html)?.[0]
}
