import { register } from 'tsx/esm/api'

// The real worker, without a build.
register()
await import(new URL('./worker.ts', import.meta.url).href)
