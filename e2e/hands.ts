import assert from 'node:assert/strict'
import type { Locator, Page, Shopper } from './shopper.ts'

/** How somebody works a page: the same journey can be made with a finger, a mouse or the keyboard alone. */
export interface Hands {
  /** Presses a link, a button or a summary, or ticks a box. */
  readonly press: (what: Locator) => Promise<void>
  /** Chooses one of several: a radio. */
  readonly choose: (radio: Locator) => Promise<void>
  /** Types into a field, letter by letter. */
  readonly type: (field: Locator, text: string) => Promise<void>
}

/** A finger on a phone, a mouse at a desk. */
export function pointing({ screen }: Pick<Shopper, 'screen'>): Hands {
  const press = (what: Locator): Promise<void> => (screen.hasTouch ? what.tap() : what.click())
  return {
    press,
    // The circle itself is drawn by the label, which is what anybody aims at.
    choose: (radio) => press(radio.locator('xpath=ancestor::label')),
    type: async (field, text) => {
      // Not by a tap: two of them within a third of a second are a double tap, which selects and does not type.
      await field.click()
      await field.pressSequentially(text)
    },
  }
}

/** The keyboard and nothing else: what cannot be reached with Tab and the arrows cannot be used. */
export function typing({ page }: Pick<Shopper, 'page'>): Hands {
  return {
    press: async (what) => {
      await tabTo(page, what)
      const tag = await what.evaluate((one) => one.tagName)
      await page.keyboard.press(tag === 'INPUT' ? 'Space' : 'Enter')
    },
    choose: async (radio) => {
      await radio.waitFor({ state: 'attached' })
      await tabToGroupOf(page, radio)
      await walkTo(page, radio)
      if (!(await radio.isChecked())) await page.keyboard.press('Space')
      assert.ok(await radio.isChecked(), 'the arrows and Space choose it')
    },
    type: async (field, text) => {
      await tabTo(page, field)
      await page.keyboard.type(text)
    },
  }
}

// More stops than any page has.
const mostStops = 400

async function tabTo(page: Page, what: Locator): Promise<void> {
  await what.waitFor()
  await tabUntil(page, () => what.evaluate((one) => one === document.activeElement))
}

function tabToGroupOf(page: Page, radio: Locator): Promise<void> {
  return tabUntil(page, () =>
    radio.evaluate((one) => {
      const here = document.activeElement
      if (here === one) return true
      // A calendar is one stop, its closed days included; other choices are one stop by their name.
      const table = one.closest('table')
      if (table !== null) return table.contains(here)
      return here instanceof HTMLInputElement && here.type === 'radio' && here.name === (one as HTMLInputElement).name
    }),
  )
}

async function tabUntil(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead there on ${page.url()}`)
}

async function walkTo(page: Page, radio: Locator): Promise<void> {
  for (let steps = 0; steps < mostStops; steps += 1) {
    if (await radio.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`the arrows do not lead there on ${page.url()}`)
}
