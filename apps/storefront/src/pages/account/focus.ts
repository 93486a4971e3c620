// What had the focus is gone: without a new place for it a keyboard would begin at the top of the page again.

/** Puts the focus on an element that is about to be drawn. */
export function focusSoon(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus())
}

/** After a row was taken out of the page's list: the list itself. */
export function focusOnList(): void {
  focusSoon('acc-list')
}
