import { enableCompileCache } from 'node:module'

// What was compiled once is kept beside the system's other temporary files: the second start takes half the time.
enableCompileCache()
const { runDoor } = await import('./door.ts')

// The door that does jobs.
await runDoor({ serves: false, works: true })
