import { register } from 'tsx/esm/api'

// A worker of the pool, but with the engine of fake-engine.testing.ts.
register()
await import(new URL('./fake-engine.testing.ts', import.meta.url).href)
