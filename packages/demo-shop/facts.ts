import type { DemoFacts } from './shape.ts'

/** Who the shop is. The ABN is a made-up number that fails the register's check digits, so it is nobody's. */
export const facts: DemoFacts = {
  name: 'Flora',
  tagline: 'florists, Fitzroy',
  timeZone: 'Australia/Melbourne',
  currency: 'AUD',
  gstBasisPoints: 1000,
  phone: '(03) 7010 4418',
  email: 'hello@flora.example',
  address: '41 Rose Street, Fitzroy 3065',
  abn: '12 345 678 901',
  hours: [
    { days: 'Monday to Friday', text: '7 am–5.30 pm' },
    { days: 'Saturday', text: '7 am–3 pm' },
    { days: 'Sunday', text: 'Closed' },
  ],
  // Three benches on weekdays, a fourth on Friday; nobody ties on Sunday.
  benchMinutes: [1080, 1080, 1080, 1260, 1440, 1080, 0],
}
