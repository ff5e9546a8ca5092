import { register } from 'tsx/esm/api'

// The real command line on the real worker, without a build.
register()
const { run } = await import(new URL('./run.ts', import.meta.url).href)
const { stdin, stdout, stderr } = process
const worker = new URL('../host/analysis/built-worker.testing.mjs', import.meta.url)
process.exit(await run(process.argv.slice(2), { stdin, stdout, stderr }, { version: '0.0.0-test', worker }))
