import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Host } from '../contract/contract'
import { serve, type Served } from './server'

/**
 * Host × Origin × key × method × way in, every combination asked of a listening server. The allow-list stands in `allowed`,
 * written down once more from the design and not read from the door: whatever it does not name must be 403.
 */
const silent: Host = {
  request: () => Promise.resolve({ ok: true, value: null }),
  onNews: () => () => {},
  close: () => Promise.resolve(),
}
const agent = new Agent({ keepAlive: true, maxSockets: 8 })
let root: string
let served: Served
let cookie: string

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'qingyang-matrix-'))
  writeFileSync(join(root, 'index.html'), '<title>清样</title>')
  mkdirSync(join(root, 'assets'))
  writeFileSync(join(root, 'assets/index.js'), '')
  served = await serve(silent, root, 0, () => {})
  const { set } = await ask({ path: tokenPath(), headers: { host: here() } })
  cookie = set!.split(';')[0]!
})
afterAll(async () => {
  agent.destroy()
  await served.close()
  rmSync(root, { recursive: true })
})

const here = () => `127.0.0.1:${served.port}`
const tokenPath = () => served.address().slice(`http://${here()}`.length)

interface Asking {
  readonly path: string
  readonly headers: Record<string, string>
  readonly method?: string
}

/** The status, and the cookie that was set. */
function ask({ path, headers, method = 'GET' }: Asking): Promise<{ status: number; set: string | undefined }> {
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port: served.port, agent, path, method, headers })
    asked.on('response', (response) => {
      response.resume().on('end', () => {
        done({ status: response.statusCode ?? 0, set: response.headers['set-cookie']?.[0] })
      })
    })
    asked.on('upgrade', (_response, socket) => {
      socket.destroy()
      done({ status: 101, set: undefined })
    })
    asked.on('error', fail).end()
  })
}

const HOSTS: Record<string, () => string> = {
  right: here,
  'by name': () => `localhost:${served.port}`,
  rebound: () => 'desk.example.com',
  'rebound, with the port': () => `desk.example.com:${served.port}`,
  'without the port': () => '127.0.0.1',
  'another port': () => `127.0.0.1:${served.port + 1}`,
  'every address': () => `0.0.0.0:${served.port}`,
  IPv6: () => `[::1]:${served.port}`,
  'as a number': () => `2130706433:${served.port}`,
  'with a dot behind': () => `127.0.0.1.:${served.port}`,
}
const ORIGINS: Record<string, () => string | null> = {
  none: () => null,
  right: () => `http://${here()}`,
  foreign: () => 'http://example.com',
  opaque: () => 'null',
  'by name': () => `http://localhost:${served.port}`,
  'another port': () => `http://127.0.0.1:${served.port + 1}`,
  secure: () => `https://${here()}`,
  'begins alike': () => `http://${here()}.example.com`,
}
/** What is shown to be let in: a cookie, and what stands behind `/` in the address. */
const KEYS: Record<string, () => { cookie?: string; query?: string }> = {
  none: () => ({}),
  cookie: () => ({ cookie }),
  'cookie among others': () => ({ cookie: `other=1; ${cookie}; qingyang=2` }),
  'wrong cookie': () => ({ cookie: `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}` }),
  "another port's cookie": () => ({ cookie: cookie.replace(`_${served.port}`, `_${served.port + 1}`) }),
  'empty cookie': () => ({ cookie: `qingyang_${served.port}=` }),
  token: () => ({ query: tokenPath().slice(1) }),
  'wrong token': () => ({ query: '?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }),
  'empty token': () => ({ query: '?token=' }),
}
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']
const UPGRADE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
}
const WAYS: Record<string, { path: string; headers: Record<string, string> }> = {
  page: { path: '/', headers: {} },
  file: { path: '/assets/index.js', headers: {} },
  socket: { path: '/ws', headers: UPGRADE },
  'socket at the page': { path: '/', headers: UPGRADE },
}

interface Combination {
  readonly host: string
  readonly origin: string
  readonly key: string
  readonly method: string
  readonly way: string
}

function* combinations(): Generator<Combination> {
  for (const host of Object.keys(HOSTS))
    for (const origin of Object.keys(ORIGINS))
      for (const key of Object.keys(KEYS))
        for (const method of METHODS) for (const way of Object.keys(WAYS)) yield { host, origin, key, method, way }
}

/** The allow-list. */
function allowed({ host, origin, key, method, way }: Combination): 101 | 200 | 303 | 403 {
  const held = key === 'cookie' || key === 'cookie among others'
  if (host !== 'right' || method !== 'GET') return 403
  if (way === 'socket') return origin === 'right' && held ? 101 : 403
  if (origin !== 'right' && origin !== 'none') return 403
  if (way === 'page' && key === 'token') return 303
  return held && (way === 'page' || way === 'file') ? 200 : 403
}

function asking({ host, origin, key, method, way }: Combination): Asking {
  const { cookie: shown, query = '' } = KEYS[key]!()
  const { path, headers } = WAYS[way]!
  const from = ORIGINS[origin]!()
  const named = { host: HOSTS[host]!(), ...(from === null ? {} : { origin: from }) }
  return { path: path + query, method, headers: { ...headers, ...named, ...(shown ? { cookie: shown } : {}) } }
}

describe('the loopback matrix', () => {
  it('answers what the allow-list names, and 403 to all else', { timeout: 120_000 }, async () => {
    const wrong: string[] = []
    const seen: Record<number, number> = {}
    const waiting = combinations()
    const worker = async (): Promise<void> => {
      for (const one of waiting) {
        // Of two that show the same token at once only one would be let in.
        const { status, set } = await (one.key === 'token' ? inTurn(() => ask(asking(one))) : ask(asking(one)))
        seen[status] = (seen[status] ?? 0) + 1
        const right = allowed(one)
        if (status !== right || (set !== undefined) !== (right === 303))
          wrong.push(`${JSON.stringify(one)}: ${status} instead of ${right}`)
      }
    }
    await Promise.all([worker(), worker(), worker(), worker()])
    expect(wrong).toEqual([])
    const all = Object.keys(HOSTS).length * Object.keys(ORIGINS).length * Object.keys(KEYS).length * METHODS.length * 4
    // Two cookies × two Origins × page and file; two cookies × the one Origin at the socket; the token × two Origins.
    expect(seen).toEqual({ 101: 2, 200: 8, 303: 2, 403: all - 12 })
  })

  let last: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work)
    last = next
    return next
  }
})

/** Sends bytes as they are: the first line of the answer, '' where the connection was closed without one. */
function raw(lines: readonly string[]): Promise<string> {
  return new Promise((done) => {
    let text = ''
    const socket = connect(served.port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`))
    socket.setEncoding('latin1').on('data', (part: string) => {
      text += part
      if (text.includes('\r\n')) socket.destroy()
    })
    socket.on('error', () => {}).on('close', () => done(text.split('\r\n', 1)[0] ?? ''))
  })
}

describe('what no library sends', () => {
  const socket = Object.entries(UPGRADE).map(([name, value]) => `${name}: ${value}`)
  it.each<[string, () => string[]]>([
    ['no Host', () => ['GET / HTTP/1.1', `cookie: ${cookie}`]],
    ['no Host in the old version', () => ['GET / HTTP/1.0', `cookie: ${cookie}`]],
    ['two Hosts, the right one first', () => ['GET / HTTP/1.1', `host: ${here()}`, 'host: x', `cookie: ${cookie}`]],
    ['two Hosts, the right one last', () => ['GET / HTTP/1.1', 'host: x', `host: ${here()}`, `cookie: ${cookie}`]],
    ['an absolute address', () => [`GET http://${here()}/ HTTP/1.1`, `host: ${here()}`, `cookie: ${cookie}`]],
    ['a tunnel', () => ['CONNECT example.com:80 HTTP/1.1', `host: ${here()}`, `cookie: ${cookie}`]],
    [
      'a socket with two Origins',
      () => [
        'GET /ws HTTP/1.1',
        `host: ${here()}`,
        `origin: http://${here()}`,
        'origin: http://example.com',
        `cookie: ${cookie}`,
        ...socket,
      ],
    ],
    [
      'another protocol to change to',
      () => [
        'GET /ws HTTP/1.1',
        `host: ${here()}`,
        `origin: http://${here()}`,
        `cookie: ${cookie}`,
        'connection: Upgrade',
        'upgrade: h2c',
      ],
    ],
    ['a folded header', () => ['GET / HTTP/1.1', `host: ${here()}`, `cookie: x`, ` ; ${cookie}`]],
  ])('is refused: %s', async (_what, lines) => {
    expect(await raw(lines())).toMatch(/^(?:HTTP\/1\.1 40[03] .*)?$/)
  })

  it('and the same by hand, rightly, is answered', async () => {
    const right = ['GET / HTTP/1.1', `host: ${here()}`, `cookie: ${cookie}`]
    expect(await raw(right)).toBe('HTTP/1.1 200 OK')
  })
})
