import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'

/** Whether the system lets us watch what processes ask of the network. */
export const canTrace = (): boolean =>
  process.platform === 'linux' && spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0

const CALLS = 'trace=connect,sendto,sendmsg,sendmmsg'

/** Watches the network calls of processes that run already, and of all they start. */
export class Trace {
  readonly #strace: ChildProcess
  readonly #log: string

  private constructor(pids: readonly number[], log: string) {
    this.#log = log
    this.#strace = spawn('strace', ['-f', '-e', CALLS, '-o', log, ...pids.flatMap((pid) => ['-p', String(pid)])], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  }

  /** Answers once all are watched. */
  static async of(pids: readonly number[], log: string): Promise<Trace> {
    const trace = new Trace(pids, log)
    let said = ''
    trace.#strace.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text))
    const attached = (): number => said.split(/ attached/).length - 1
    while (attached() < pids.length) {
      if (trace.#strace.exitCode !== null) throw new Error(`strace: ${said}`)
      await new Promise((done) => setTimeout(done, 20))
    }
    return trace
  }

  /** Ends the watching; answers each call to an address outside this machine, and how many stayed inside. */
  async end(): Promise<{ outside: string[]; inside: number }> {
    if (this.#strace.exitCode === null) {
      const ended = once(this.#strace, 'exit')
      this.#strace.kill('SIGINT')
      await ended
    }
    return addressed(existsSync(this.#log) ? readFileSync(this.#log, 'utf8') : '')
  }
}

/**
 * Chromium connects a datagram socket to this address to learn whether the machine has a route for IPv6; by its own account it
 * writes nothing to it, so no packet leaves. It is left out, and a send that names the address is not spared.
 */
const PROBE =
  /connect\(\d+, \{sa_family=AF_INET6, sin6_port=htons\(443\), .*inet_pton\(AF_INET6, "2001:4860:4860::8888"/

/** The calls of a trace that name an Internet address. */
export function addressed(log: string): { outside: string[]; inside: number } {
  const named = log.split('\n').filter((line) => /sin6?_addr|inet_pton/.test(line))
  const calls = named.filter((line) => !PROBE.test(line))
  const outside = calls.filter(
    (line) => !/inet_addr\("127\.|inet_pton\(AF_INET6, "(?:::1|::ffff:127\.[\d.]+)"/.test(line),
  )
  return { outside, inside: calls.length - outside.length }
}
