import type { Role } from '@flora/contract/permissions.ts'

/** Who works in the demo shop. Nobody reads mail at .example, so nobody else can have these addresses. */
export const demoStaff: readonly { readonly email: string; readonly name: string; readonly role: Role }[] = [
  { email: 'owner@flora.example', name: 'Ada Marsh', role: 'owner' },
  { email: 'manager@flora.example', name: 'Priya Raman', role: 'manager' },
  { email: 'florist@flora.example', name: 'Tess Vale', role: 'florist' },
  { email: 'driver@flora.example', name: 'Dan Okoro', role: 'driver' },
]

/** All of them sign in with this. Everybody can read it, so they are planted in development only. */
export const demoPassword = 'peonies in november'
