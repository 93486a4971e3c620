import { useEffect, useSyncExternalStore } from 'react'

/** Makes this page open without a network, and its files kept, once it has been open with one. */
export function useOfflinePage(): void {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    if (!isItsOwnDocument() && navigator.onLine) return location.replace(location.href)
    void navigator.serviceWorker.register('/studio/driver-worker.js', { scope: '/studio/driver' }).then(
      async () => {
        const { active } = await navigator.serviceWorker.ready
        const files = performance
          .getEntriesByType('resource')
          .map(({ name }) => new URL(name).pathname)
          .filter((path) => path.startsWith('/studio/assets/'))
        // A worker is spoken to by itself; there is no other origin it could be of.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        active?.postMessage({ keep: ['/studio/driver', '/api/auth/me', '/api/driver/today', '/api/shop', ...files] })
      },
      // Without it the page still works wherever there is a network.
      (error: unknown) => console.warn(error),
    )
  }, [])
}

// Who is led here from another page of the Studio still has that page's document, and no worker of this one's scope keeps anything
// for it: the page is loaded once more, at its own address.
function isItsOwnDocument(): boolean {
  const [loaded] = performance.getEntriesByType('navigation')
  return loaded === undefined || new URL(loaded.name).pathname.startsWith('/studio/driver')
}

export function useIsOnline(): boolean {
  return useSyncExternalStore(listen, () => navigator.onLine)
}

function listen(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
