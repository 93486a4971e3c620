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
    case 'email-unverified':
      return {
        tint: 'blush',
        opening: 'Not that way.',
        sentence: 'The provider hasn’t checked your e-mail. Verify it there first, or make an account here.',
      }
    case 'provider-refused':
      return { tint: 'butter', opening: 'All right, not that way.', sentence: 'Nothing was changed.' }
    case 'sign-in-expired':
      return {
        tint: 'butter',
        opening: 'That took too long.',
        sentence: 'Or it was begun in another browser. Please begin again.',
      }
    case 'too-many-requests':
      return { tint: 'butter', opening: 'That was a lot at once.', sentence: 'Please wait a minute and begin again.' }
    case 'provider-down':
      return {
        tint: 'blush',
        opening: 'The other side doesn’t answer.',
        sentence: 'Please try again in a few minutes, or sign in with your password.',
      }
    default:
      return {
        tint: 'blush',
        opening: 'That didn’t come through.',
        sentence: 'Nothing was changed. Please try once more, or sign in with your password.',
      }
  }
}
