import type { Appearance } from '@stripe/stripe-js'

/** Colours as the page resolves them, so that both themes reach a frame that cannot read custom properties. */
export interface ResolvedTokens {
  readonly ink: string
  readonly inkSoft: string
  readonly sheet: string
  readonly edge: string
  readonly berry: string
}

/** The Payment Element in the shop's own clothes. */
export function stripeAppearance({ ink, inkSoft, sheet, edge, berry }: ResolvedTokens): Appearance {
  return {
    theme: 'flat',
    variables: {
      fontFamily: '"Hanken Grotesk", Arial, sans-serif',
      fontSizeBase: '17px',
      borderRadius: '2px',
      colorPrimary: ink,
      colorBackground: sheet,
      colorText: ink,
      colorTextSecondary: inkSoft,
      colorTextPlaceholder: inkSoft,
      colorDanger: berry,
      spacingUnit: '4px',
      gridRowSpacing: '16px',
    },
    rules: {
      '.Input': { border: `1px solid ${edge}`, boxShadow: 'none', padding: '12px' },
      '.Input:focus': { outline: `3px solid ${ink}`, borderColor: ink, boxShadow: 'none' },
      '.Input--invalid': { border: `2px solid ${berry}`, boxShadow: 'none' },
      '.Label': { fontSize: '15px', fontWeight: '600' },
      '.Tab': { border: `1px solid ${edge}`, boxShadow: 'none' },
      '.Tab--selected': { border: `2px solid ${ink}`, boxShadow: 'none' },
      '.Error': { fontSize: '15px' },
    },
  }
}

/** Reads the tokens as the browser computes them now, by way of an element that wears them. */
export function resolvedTokens(): ResolvedTokens {
  const probe = document.createElement('span')
  probe.hidden = true
  document.body.append(probe)
  const resolve = (token: string): string => {
    probe.style.setProperty('color', `var(${token})`)
    return getComputedStyle(probe).color
  }
  const tokens = {
    ink: resolve('--ink'),
    inkSoft: resolve('--ink-soft'),
    sheet: resolve('--sheet'),
    edge: resolve('--edge'),
    berry: resolve('--berry'),
  }
  probe.remove()
  return tokens
}
