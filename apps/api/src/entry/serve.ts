import { runDoor } from './door.ts'

// The door that answers HTTP. Jobs are done by work.ts.
await runDoor({ serves: true, works: false })
