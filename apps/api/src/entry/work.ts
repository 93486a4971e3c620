import { runDoor } from './door.ts'

// The door that does jobs.
await runDoor({ serves: false, works: true })
