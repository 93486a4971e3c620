/**
 * Loaded into a shop's process before it: sets its clock to the instant of SHOP_OPENS_AT, from where it runs on. What a journey needs of
 * a day (a run that has not left, a window still open) is there at any hour at which the test is run.
 */
const opensAt = process.env['SHOP_OPENS_AT']
if (opensAt === undefined) throw new Error('SHOP_OPENS_AT does not say when')

const real = Temporal.Now.instant
const ahead = real().until(Temporal.Instant.from(opensAt))
Object.defineProperty(Temporal.Now, 'instant', { value: () => real().add(ahead) })
