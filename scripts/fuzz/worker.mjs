import { parentPort, workerData } from 'node:worker_threads'
import { chance, mutated } from './mutate.mjs'

/**
 * One fuzzing worker: mutates inputs that were worth keeping, runs the instrumented target on them, and keeps those that
 * take a branch after another branch, or take it more often, than any before. What it runs stands in `shared` while it
 * runs, so that whoever watches it can tell what it hangs on.
 *
 * @typedef {object} Order
 * @property {string} file the instrumented bundle
 * @property {readonly Uint8Array[]} inputs
 * @property {readonly string[]} words
 * @property {number} seed
 * @property {SharedArrayBuffer} shared milliseconds since the run began (0: between runs), length, bytes
 */
const MAP = 1 << 16
const order = /** @type {Order} */ (workerData)
const clock = new Int32Array(order.shared, 0, 4)
const bytes = new Uint8Array(order.shared, 16)
const map = new Uint8Array(MAP)
/** Which numbers of visits each edge has shown, in eight classes. */
const seen = new Uint8Array(MAP)
let before = 0
Object.assign(globalThis, {
  __q: (/** @type {number} */ branch) => {
    const edge = ((branch * 31) ^ before) & (MAP - 1)
    map[edge] = Math.min(255, (map[edge] ?? 0) + 1)
    before = branch * 17
  },
})
const { default: target } = await import(order.file)
const words = order.words.map((word) => Buffer.from(word))
const pick = chance(order.seed)
/** @type {Uint8Array[]} */
const kept = []
let runs = 0

const classOf = (/** @type {number} */ visits) =>
  visits < 4 ? 1 << (visits - 1) : visits < 8 ? 8 : visits < 16 ? 16 : visits < 32 ? 32 : visits < 128 ? 64 : 128

/** Whether this run showed something new. */
function isNew() {
  let found = false
  for (let edge = 0; edge < MAP; edge++) {
    const visits = map[edge] ?? 0
    if (visits === 0) continue
    const known = seen[edge] ?? 0
    const shown = known | classOf(visits)
    if (shown !== known) {
      seen[edge] = shown
      found = true
    }
  }
  return found
}

/** @param {Uint8Array} input */
async function run(input) {
  map.fill(0)
  before = 0
  bytes.set(input.subarray(0, bytes.length))
  clock[1] = input.length
  Atomics.store(clock, 0, Math.max(1, Math.floor(performance.now())))
  runs++
  try {
    await target.run(input)
  } catch (error) {
    parentPort?.postMessage({
      kind: 'crash',
      input,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
  Atomics.store(clock, 0, 0)
  if (isNew()) {
    kept.push(input)
    parentPort?.postMessage({ kind: 'kept', input })
  }
}

for (const input of order.inputs) await run(input)
if (kept.length === 0) kept.push(...order.inputs)
parentPort?.postMessage({ kind: 'begun' })
for (let told = performance.now(); ;) {
  // What was found last is tried more often.
  const at = pick(2) ? kept.length - 1 - pick(Math.min(kept.length, 50)) : pick(kept.length)
  const next = mutated(kept[at] ?? Buffer.alloc(1), { pick, others: kept, words })
  await run(target.repair && pick(4) ? target.repair(next) : next)
  if (performance.now() - told < 500) continue
  told = performance.now()
  parentPort?.postMessage({ kind: 'runs', runs, edges: seen.reduce((sum, one) => sum + (one ? 1 : 0), 0) })
  await new Promise((done) => setImmediate(done))
}
