/**
 * Who has an account in the demo shop, since she subscribes to flowers. All of them sign in with the demo staff's password, and where
 * that lets nobody in any more, it doesn't let them in either. Nobody reads mail at example.com.
 */
export const demoCustomers = {
  mercy: { name: 'Mercy Okafor', email: 'mercy.okafor@example.com' },
  kofi: { name: 'Kofi Boateng', email: 'kofi.boateng@example.com' },
  ella: { name: 'Ella Park', email: 'ella.park@example.com' },
} as const
