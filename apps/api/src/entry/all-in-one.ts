import { enableCompileCache } from 'node:module'

// What was compiled once is kept beside the system's other temporary files: the second start takes half the time.
enableCompileCache()
const { runDoor } = await import('./door.ts')

// Both doors in one process: the small machine, and the embedded database.
await runDoor({ serves: true, works: true })
