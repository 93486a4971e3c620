export interface News {
  readonly tint: 'sage' | 'butter' | 'blush'
  readonly opening: string
  readonly sentence: string
}

/** Why a sign-in by a provider came back without one, by the code in the page's address. */
export function providerNews(code: string): News {
  switch (code) {
    case 'link-sent':
      return {
        tint: 'sage',
        opening: 'Look in your inbox.',
        sentence:
          'There is an account with that e-mail already. We’ve sent a link to it; follow it once, and the two belong together.',
      }
    case 'email-not-verified':
      return {
        tint: 'blush',
        opening: 'Not that way.',
        sentence: 'That provider hasn’t checked your e-mail. Verify it there first, or make an account here.',
      }
    case 'cancelled':
      return { tint: 'butter', opening: 'All right, not that way.', sentence: 'Nothing was changed.' }
    default:
      return {
        tint: 'blush',
        opening: 'That didn’t come through.',
        sentence: 'The provider didn’t answer as it should. Please try once more, or sign in with your password.',
      }
  }
}
