import type { Unsaved } from './draft.ts'

const place = 'flora.checkout'

/** What this browser remembers of typing that has not reached the shop; nothing when there is nothing, or it can't be read. */
export function rememberedTyping(): Unsaved {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? '{}')
    return typeof found === 'object' && found !== null ? found : {}
  } catch {
    return {}
  }
}

/** Keeps unsaved typing through a reload or a dropped line, and forgets it as soon as the shop has it. */
export function rememberTyping(unsaved: Unsaved): void {
  try {
    if (Object.keys(unsaved).length === 0) localStorage.removeItem(place)
    else localStorage.setItem(place, JSON.stringify(unsaved))
  } catch {
    // A browser without memory still saves to the shop on leaving each field.
  }
}
