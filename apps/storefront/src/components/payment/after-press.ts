// Longer than a finger or a mouse button stays down.
const pressMs = 180

/**
 * Does something a moment after a field was left. A sentence that appears at once would push the button that is just being
 * pressed from under the finger, and the press would be lost.
 */
export function afterPress(does: () => void): void {
  setTimeout(does, pressMs)
}
