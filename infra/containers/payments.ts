import { startStripeSandbox } from '@flora/sandbox/stripe/stripe-sandbox.ts'
import { sandboxKeys } from '../../apps/api/src/platform/config.ts'

// The payment sandbox by itself, for containers: the shop shares its network, and so is at its own side.
const sandbox = await startStripeSandbox({
  host: '0.0.0.0',
  port: 3010,
  secretKey: sandboxKeys.secretKey,
  webhook: { url: 'http://127.0.0.1:3000/api/stripe/webhook', secret: sandboxKeys.webhookSecret },
  stateFile: '/var/lib/payments/stripe-sandbox.ndjson',
})
console.log(`Payments at ${sandbox.url}`)
process.once('SIGTERM', () => void sandbox.close().then(() => process.exit(0)))
