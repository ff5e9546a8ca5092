import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** Preloaded into the host: keeps its longest stall in a file, in milliseconds. SIGUSR2 begins anew. */
const file = process.env['QINGYANG_BENCH_STALL']
if (isMainThread && file) {
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  process.on('SIGUSR2', () => loop.reset())
  setInterval(() => writeFileSync(file, String(loop.max / 1e6)), 1000).unref()
}
