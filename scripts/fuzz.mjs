import './node-version.mjs'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { bundle } from './fuzz/bundle.mjs'
import { ROOT } from './run.mjs'

/**
 * `npm run fuzz -- TARGET SECONDS [SEED]`: a coverage-guided fuzzer. Begins with fuzz/TARGET/seeds and what the last runs
 * on this machine kept (.fuzz/TARGET), writes what breaks into fuzz/TARGET/findings, where a test runs it ever after.
 * Exit status 1 where something broke.
 */
const HANG = 2_000
const [target = '', seconds = '60', seed = String(Date.now() % 1e9)] = process.argv.slice(2)
const targets = readdirSync(join(ROOT, 'scripts/fuzz/targets'))
  .map((name) => name.replace('.ts', ''))
  .filter((name) => name !== 'target')
if (!targets.includes(target) || !(Number(seconds) > 0)) {
  console.error(`npm run fuzz -- TARGET SECONDS [SEED]; targets: ${targets.join(', ')}`)
  process.exit(2)
}

const folderOf = (/** @type {string} */ kind) =>
  join(ROOT, kind === 'kept' ? '.fuzz' : 'fuzz', target, kind === 'kept' ? '' : kind)
const inputsIn = (/** @type {string} */ folder) =>
  existsSync(folder) ? readdirSync(folder).map((name) => new Uint8Array(readFileSync(join(folder, name)))) : []
const { file, branches, words } = await bundle(target)
const inputs = [...inputsIn(folderOf('seeds')), ...inputsIn(folderOf('findings')), ...inputsIn(folderOf('kept'))]
console.log(`${target}: ${branches} branches, ${words.length} words, ${inputs.length} inputs, seed ${seed}`)

const shared = new SharedArrayBuffer(16 + 65_536)
const clock = new Int32Array(shared, 0, 4)
const end = Date.now() + Number(seconds) * 1000
const found = new Set()
let [runs, past, edges, kept, hangs, round] = [0, 0, 0, 0, 0, 0]
/** @type {Worker | null} */
let worker = null

/** @param {string} kind @param {Uint8Array} input */
function keep(kind, input) {
  const folder = folderOf(kind)
  mkdirSync(folder, { recursive: true })
  const name = createHash('sha256').update(input).digest('hex').slice(0, 16)
  writeFileSync(join(folder, name), input)
  return name
}

/** @param {Uint8Array} input @param {string} message */
function tell(input, message) {
  // One finding for each place that throws, not one for each input.
  const place = message.split('\n').slice(0, 3).join('\n').replaceAll(/\d+/g, '#')
  if (found.has(place)) return
  found.add(place)
  console.log(`BROKEN fuzz/${target}/findings/${keep('findings', input)}\n${message}`)
}

function begin() {
  past += runs
  runs = 0
  const order = {
    file,
    inputs: round++ === 0 ? inputs : inputsIn(folderOf('kept')),
    words,
    seed: Number(seed) + round,
    shared,
  }
  worker = new Worker(new URL('fuzz/worker.mjs', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  worker.on('message', (message) => {
    if (message.kind === 'crash') tell(message.input, message.message)
    else if (message.kind === 'kept') kept += keep('kept', message.input) ? 1 : 0
    else if (message.kind === 'runs') [runs, edges] = [message.runs, message.edges]
  })
  worker.on('error', (error) => {
    const input = new Uint8Array(new Uint8Array(shared, 16, Math.min(clock[1] ?? 0, 65_536)))
    tell(input, `the worker broke down: ${error.message}`)
    begin()
  })
}

let [run, since] = [0, 0]
const watch = setInterval(() => {
  const now = Atomics.load(clock, 0)
  if (now !== run || now === 0) [run, since] = [now, performance.now()]
  if (now !== 0 && performance.now() - since > HANG) {
    const input = new Uint8Array(new Uint8Array(shared, 16, Math.min(clock[1] ?? 0, 65_536)))
    hangs++
    tell(input, `hangs for more than ${HANG} ms (input ${keep('findings', input)})`)
    void worker?.terminate()
    Atomics.store(clock, 0, 0)
    begin()
  }
  if (Date.now() < end) return
  clearInterval(watch)
  void worker?.terminate()
  console.log(
    `${target}: ${past + runs} runs in ${seconds} s, ${edges} edges, ${kept} inputs kept, ${found.size - hangs} broken, ${hangs} hangs`,
  )
  process.exitCode = found.size > 0 ? 1 : 0
}, 50)
begin()
