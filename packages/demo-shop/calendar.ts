import type { DemoShop } from './shape.ts'

/**
 * Victoria's public holidays from November 2026 to January 2028. The Friday before the AFL Grand Final is gazetted each
 * year once the fixture is known; 24 September 2027 is an estimate.
 */
const publicHolidays: DemoShop['closures'] = [
  { day: '2026-11-03', reason: 'Melbourne Cup Day' },
  { day: '2026-12-25', reason: 'Christmas Day' },
  { day: '2026-12-26', reason: 'Boxing Day' },
  { day: '2026-12-28', reason: 'Boxing Day holiday' },
  { day: '2027-01-01', reason: 'New Year’s Day' },
  { day: '2027-01-26', reason: 'Australia Day' },
  { day: '2027-03-08', reason: 'Labour Day' },
  { day: '2027-03-26', reason: 'Good Friday' },
  { day: '2027-03-27', reason: 'Easter Saturday' },
  { day: '2027-03-28', reason: 'Easter Sunday' },
  { day: '2027-03-29', reason: 'Easter Monday' },
  { day: '2027-04-25', reason: 'Anzac Day' },
  { day: '2027-06-14', reason: 'King’s Birthday' },
  { day: '2027-09-24', reason: 'the Friday before the AFL Grand Final' },
  { day: '2027-11-02', reason: 'Melbourne Cup Day' },
  { day: '2027-12-25', reason: 'Christmas Day' },
  { day: '2027-12-26', reason: 'Boxing Day' },
  { day: '2027-12-27', reason: 'Christmas Day holiday' },
  { day: '2027-12-28', reason: 'Boxing Day holiday' },
  { day: '2028-01-01', reason: 'New Year’s Day' },
  { day: '2028-01-03', reason: 'New Year’s Day holiday' },
  { day: '2028-01-26', reason: 'Australia Day' },
]

/** The growers stop for a fortnight in January; the shop stops for three days of it. */
const ourOwn: DemoShop['closures'] = [
  { day: '2027-01-05', reason: 'our summer break' },
  { day: '2027-01-06', reason: 'our summer break' },
  { day: '2027-01-07', reason: 'our summer break' },
  { day: '2027-01-04', zone: 'outer-east', reason: 'the growers’ holiday in the hills' },
]

export const closures: DemoShop['closures'] = [...publicHolidays, ...ourOwn]

/** Days on which market prices double and a van needs a second driver. Mother's Day is the second Sunday in May. */
export const surges: DemoShop['surges'] = [
  { name: 'Christmas week', from: '2026-12-21', until: '2026-12-24', feeMinor: 600 },
  { name: 'Valentine’s Day', from: '2027-02-12', until: '2027-02-14', feeMinor: 800 },
  { name: 'Mother’s Day week', from: '2027-05-03', until: '2027-05-09', feeMinor: 800 },
  { name: 'Christmas week', from: '2027-12-20', until: '2027-12-24', feeMinor: 600 },
  { name: 'Valentine’s Day', from: '2028-02-12', until: '2028-02-14', feeMinor: 800 },
  { name: 'Mother’s Day week', from: '2028-05-08', until: '2028-05-14', feeMinor: 800 },
  { name: 'Christmas week', from: '2028-12-18', until: '2028-12-24', feeMinor: 600 },
]
