import './node-version.mjs'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, installChromium } from './chromium.mjs'
import { electronBinary } from './electron.mjs'
import { build, install, Unprepared } from './prepare.mjs'
import { ROOT, run } from './run.mjs'
import { lineOf, sumOf, tallyOfPlaywright, tallyOfStatus, tallyOfVitest } from './tally.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */

const print = (/** @type {string} */ line) => console.log(line)
const bin = (/** @type {string} */ path) => join(ROOT, 'node_modules', path)
/** A log is read without a terminal: no colours there. */
const PLAIN = process.stdout.isTTY ? {} : { NO_COLOR: '1' }
const node = (/** @type {string} */ script, /** @type {string[]} */ args, env = {}) =>
  run(process.execPath, [bin(script), ...args], { env: { ...PLAIN, ...env }, out: 1 })
const reports = mkdtempSync(join(tmpdir(), 'qingyang-test-'))

/** @param {string} name */
function read(name) {
  const file = join(reports, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** @returns {Promise<Tally>} */
async function unit() {
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${join(reports, 'unit.json')}`]
  const status = await node('vitest/vitest.mjs', args)
  return tallyOfVitest(read('unit.json'), status)
}

/** @returns {Promise<Tally>} */
async function stories() {
  await installChromium()
  print(electronBinary() ? 'electron: run' : 'electron: not run: no Electron binary')
  if (!findChromium()) {
    print('No Chromium: the stories cannot be lived.')
    return tallyOfStatus(1)
  }
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'e2e.json') }
  const status = await node('@playwright/test/cli.js', ['test', '--reporter=list,json'], env)
  return tallyOfPlaywright(read('e2e.json'), status)
}

/** @type {[name: string, step: () => Promise<Tally>][]} */
const STEPS = [
  ['lint', async () => tallyOfStatus(await node('eslint/bin/eslint.js', ['--max-warnings=0', '.']))],
  ['format', async () => tallyOfStatus(await node('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']))],
  ['types', async () => tallyOfStatus(await node('typescript/bin/tsc', ['--noEmit', '-p', '.']))],
  [
    'window types',
    async () =>
      tallyOfStatus(
        await node('svelte-check/bin/svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings']),
      ),
  ],
  ['unit', unit],
  ['build', async () => tallyOfStatus(await build({ out: 1 }))],
  ['stories', stories],
]

/** @returns {Promise<Tally>} */
async function runAll() {
  await install()
  const tallies = []
  for (const [name, step] of STEPS) {
    print(`\n── ${name} ──`)
    const tally = await step()
    print(`${name}: ${lineOf(tally)}`)
    tallies.push(tally)
  }
  return sumOf(tallies)
}

try {
  const total = await runAll()
  print('')
  for (const name of total.skipped) print(`skipped: ${name}`)
  print(lineOf(total))
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
} catch (error) {
  if (!(error instanceof Unprepared)) throw error
  print(error.message)
  print('0 passed, 1 failed')
  process.exitCode = 1
} finally {
  rmSync(reports, { recursive: true, force: true })
}
