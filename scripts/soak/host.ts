import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { ROOT } from '../../e2e/hosts'
import type { Answer, Argument, RequestName } from '../../src/contract/contract'

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

/** The built loopback host as a process of its own, and one window's line to it. The parent alone can end it: by its pid. */
export class HostProcess {
  readonly child: ChildProcess
  readonly #port: number
  #socket: WebSocket | null = null
  #output = ''
  #next = 0
  readonly #waiting = new Map<number, (reply: unknown) => void>()

  constructor(data: string, folder: string, port: number, imports: readonly string[] = []) {
    const args = [
      ...imports.flatMap((one) => ['--import', one]),
      join(ROOT, 'out/loopback/index.js'),
      `--folder=${folder}`,
    ]
    const env = { ...process.env, QINGYANG_DATA: data, QINGYANG_PORT: String(port) }
    this.child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#port = port
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.#output += text))
  }

  /** Lets itself in and opens the socket, as a window does. */
  async enter(): Promise<void> {
    let path: string | undefined
    while ((path = /Qingyang: http:\/\/[^/]+(\/\S+)/.exec(this.#output)?.[1]) === undefined) {
      if (this.child.exitCode !== null) throw new Error(`The host ended:\n${this.#output}`)
      await new Promise((done) => setTimeout(done, 5))
    }
    const cookie = await new Promise<string>((done, fail) => {
      request({ host: '127.0.0.1', port: this.#port, path }, (response) => {
        response.resume()
        done(response.headers['set-cookie']?.[0]?.split(';')[0] ?? '')
      })
        .on('error', fail)
        .end()
    })
    const origin = `http://127.0.0.1:${this.#port}`
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/ws`, { headers: { cookie, origin } })
    socket.on('message', (data) => {
      const { id, reply } = JSON.parse(String(data)) as { id?: number; reply?: unknown }
      if (id !== undefined) this.#waiting.get(id)?.(reply)
    })
    socket.on('error', () => {})
    await once(socket, 'open')
    this.#socket = socket
  }

  /** Never answers where the host is killed before. Rejects with the failure's code. */
  async ask<K extends RequestName>(name: K, argument: Argument<K>): Promise<Answer<K>> {
    const id = this.#next++
    const reply = await new Promise((done) => {
      this.#waiting.set(id, done)
      this.#socket?.send(JSON.stringify({ id, name, argument }), () => undefined)
    })
    const answer = reply as { ok: true; value: Answer<K> } | { ok: false; failure: { code: string; en: string } }
    if (!answer.ok) throw new Error(`${answer.failure.code}: ${answer.failure.en}`)
    return answer.value
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = once(this.child, 'exit')
      this.child.kill(signal)
      await gone
    }
    this.#socket?.terminate()
  }
}

export const newId = (): string => randomUUID()
