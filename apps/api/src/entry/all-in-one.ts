import { runDoor } from './door.ts'

// Both doors in one process: the small machine, and the embedded database.
await runDoor({ serves: true, works: true })
