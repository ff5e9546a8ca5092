import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** Progress goes to standard error: standard output belongs to the program that is started. */
export const say = (/** @type {string} */ line) => console.error(line)

/**
 * Runs a program to its end and answers its exit status (1 when it could not be started or was ended by a signal). What it
 * prints goes to our standard error, or nowhere with `silent`. Our own SIGINT and SIGTERM end it too.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, silent?: boolean, timeout?: number, cwd?: string, shell?: boolean, stdio?: 'inherit', out?: 1 | 2 }} [options] `timeout` in ms, `out` the stream of ours it prints to
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  const out = options.silent ? 'ignore' : (options.out ?? 2)
  const child = spawn(command, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, ...options.env },
    stdio: options.stdio ?? ['ignore', out, out],
    shell: options.shell ?? false,
  })
  const pass = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  const timer = options.timeout ? setTimeout(() => child.kill('SIGKILL'), options.timeout) : undefined
  return new Promise((done) => {
    const end = (/** @type {number | null} */ code) => {
      clearTimeout(timer)
      process.off('SIGINT', pass).off('SIGTERM', pass)
      done(code ?? 1)
    }
    child.on('error', () => end(1)).on('close', end)
  })
}

/**
 * Runs npm, the one we were started by where there is one.
 *
 * @param {readonly string[]} args
 */
export function npm(args) {
  const script = process.env['npm_execpath']
  if (script && /\.c?js$/.test(script)) return run(process.execPath, [script, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}

/**
 * The folder that relative paths are meant from: npm runs a script in the project's folder and names the one it was called
 * in, which is another's where the script was not run by npm itself.
 *
 * @param {string} script its name in package.json
 */
export const calledFrom = (script) =>
  (process.env['npm_lifecycle_event'] === script ? process.env['INIT_CWD'] : undefined) ?? process.cwd()
