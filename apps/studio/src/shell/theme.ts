import { useSyncExternalStore } from 'react'

/** Day, night, or as the device has it. */
export type Theme = 'light' | 'dark' | 'auto'

const listeners = new Set<() => void>()

/** Shows the theme that was chosen on this device, for shop and Studio alike. */
export function showTheme(): void {
  const theme = chosenTheme()
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

export function chooseTheme(theme: Theme): void {
  const age = theme === 'auto' ? 0 : 31_536_000
  document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`
  showTheme()
  for (const listener of listeners) listener()
}

export function useTheme(): Theme {
  return useSyncExternalStore(listen, chosenTheme)
}

function chosenTheme(): Theme {
  const found = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(document.cookie)?.[1]
  return found === 'light' || found === 'dark' ? found : 'auto'
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
