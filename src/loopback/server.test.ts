import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { Host, News } from '../contract/contract'
import { readAsked } from './carry'
import { serve, type Change, type Served } from './server'

let root: string
let served: Served
let changes: Change[]
let hear: (news: News) => void
const host: Host = {
  request: vi.fn(async (name, argument) => ({ ok: true as const, value: [name, argument] })),
  onNews: (listener) => {
    hear = listener
    return () => {}
  },
  close: async () => {},
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'qingyang-loopback-'))
  writeFileSync(join(root, 'index.html'), '<meta name="style-nonce" content="__STYLE_NONCE__">')
  changes = []
  served = await serve(host, root, 0, (change) => changes.push(change))
})
afterEach(async () => {
  await served.close()
  rmSync(root, { recursive: true })
})

const here = () => `127.0.0.1:${served.port}`

function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<IncomingMessage & { text: string }> {
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port: served.port, path, method, headers }, (response) => {
      let text = ''
      response.on('data', (part) => (text += part)).on('end', () => done(Object.assign(response, { text })))
    })
      .on('error', fail)
      .end()
  })
}

const tokenPath = () => served.address().slice(`http://${here()}`.length)

async function enter(): Promise<string> {
  return (await get(tokenPath())).headers['set-cookie']![0]!.split(';')[0]!
}

/** Opens a socket; the status it was refused with, or the socket. */
function connect(headers: Record<string, string>, path = '/ws'): Promise<WebSocket | number> {
  return new Promise((done, fail) => {
    const socket = new WebSocket(`ws://${here()}${path}`, { headers })
    socket.on('open', () => done(socket)).on('error', fail)
    socket.on('unexpected-response', (_request, response) => done(response.statusCode ?? 0))
  })
}

describe('a request', () => {
  it('exchanges the token once for a cookie that scripts do not see', async () => {
    const path = tokenPath()
    const first = await get(path)
    expect(first.statusCode).toBe(303)
    expect(first.headers.location).toBe('/')
    expect(first.headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^qingyang_${served.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    )
    expect((await get(path)).statusCode).toBe(403)
    expect(changes).toEqual(['exchanged'])
  })

  it('gets the page with the cookie, safe headers and a nonce', async () => {
    const { statusCode, headers, text } = await get('/', { cookie: await enter() })
    expect(statusCode).toBe(200)
    expect(headers['content-security-policy']).toContain(`'nonce-${/content="([^"]+)"/.exec(text)?.[1]}'`)
    expect(headers['content-security-policy']).toContain(`connect-src 'self' ws://${here()}`)
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' })
  })

  it('with a void token but the cookie is led to the page', async () => {
    const path = tokenPath()
    const cookie = await enter()
    expect((await get(path, { cookie })).statusCode).toBe(303)
  })

  it.each<[string, () => { path?: string; headers?: Record<string, string>; method?: string; anonymous?: true }]>([
    ['no cookie', () => ({ anonymous: true })],
    ['a wrong cookie', () => ({ anonymous: true, headers: { cookie: `qingyang_${served.port}=x` } })],
    ['a wrong token', () => ({ anonymous: true, path: '/?token=x' })],
    ['another Host by name', () => ({ headers: { host: `localhost:${served.port}` } })],
    ['a rebound Host', () => ({ headers: { host: 'example.com' } })],
    ['a rebound Host, forwarded', () => ({ headers: { host: 'example.com', 'x-forwarded-host': here() } })],
    ['the Host without its port', () => ({ headers: { host: '127.0.0.1' } })],
    ['a POST without Origin', () => ({ method: 'POST' })],
    ['a POST from another Origin', () => ({ method: 'POST', headers: { origin: 'http://example.com' } })],
    ['a PUT', () => ({ method: 'PUT' })],
    ['a HEAD', () => ({ method: 'HEAD' })],
    ['an OPTIONS', () => ({ method: 'OPTIONS' })],
    ['a path out of the bundle', () => ({ path: '/../secret' })],
    ['an encoded path out of the bundle', () => ({ path: '/%2e%2e/secret' })],
    ['a file that is not there', () => ({ path: '/absent.js' })],
    ['an absolute address', () => ({ path: 'http://example.com/' })],
    ['the socket without an upgrade', () => ({ path: '/ws' })],
  ])('is refused: %s', async (_what, make) => {
    const { path = '/', headers = {}, method = 'GET', anonymous } = make()
    const cookie = anonymous ? {} : { cookie: await enter() }
    const response = await get(path, { ...cookie, ...headers }, method)
    expect(response.statusCode).toBe(403)
    expect(response.headers['x-content-type-options']).toBe('nosniff')
    expect(response.headers['set-cookie']).toBeUndefined()
  })
})

describe('a socket', () => {
  it.each<[string, (cookie: string) => Record<string, string>, string?]>([
    ['no cookie', () => ({ origin: `http://${here()}` })],
    ['no Origin', (cookie) => ({ cookie })],
    ['another Origin', (cookie) => ({ cookie, origin: 'http://example.com' })],
    ['an opaque Origin', (cookie) => ({ cookie, origin: 'null' })],
    ['another port of this machine', (cookie) => ({ cookie, origin: 'http://127.0.0.1:1' })],
    ['another Host', (cookie) => ({ cookie, origin: `http://${here()}`, host: 'example.com' })],
    ['another path', (cookie) => ({ cookie, origin: `http://${here()}` }), '/other'],
  ])('is refused: %s', async (_what, make, path) => {
    expect(await connect(make(await enter()), path)).toBe(403)
    expect(served.connected()).toBe(0)
  })

  async function open(): Promise<{ socket: WebSocket; next: () => Promise<unknown> }> {
    const socket = (await connect({ cookie: await enter(), origin: `http://${here()}` })) as WebSocket
    const heard: unknown[] = []
    socket.on('message', (data) => heard.push(JSON.parse(String(data))))
    return { socket, next: () => vi.waitUntil(() => heard.shift()) }
  }

  it('carries requests, replies and news', async () => {
    const { socket, next } = await open()
    socket.send(JSON.stringify({ id: 7, name: 'hello', argument: null }))
    expect(await next()).toEqual({ id: 7, reply: { ok: true, value: ['hello', null] } })
    hear({ kind: 'folder', folder: null })
    expect(await next()).toEqual({ news: { kind: 'folder', folder: null } })
    socket.close()
    await vi.waitUntil(() => changes.includes('disconnected'))
    expect(changes).toEqual(['exchanged', 'connected', 'disconnected'])
  })

  it('tells the window of a host that throws', async () => {
    vi.mocked(host.request).mockRejectedValueOnce(new Error('lost'))
    const { socket, next } = await open()
    socket.send(JSON.stringify({ id: 1, name: 'hello', argument: null }))
    expect(await next()).toMatchObject({ id: 1, reply: { ok: false, failure: { code: 'internal' } } })
  })

  it.each([
    ['no JSON', '{', 1008],
    ['no number to answer to', '{"name":"hello"}', 1008],
    ['more than 32 MB', ' '.repeat(32 * 1024 * 1024 + 1), 1009],
  ])('is closed on %s, and the host lives on', async (_what, message, code) => {
    const { socket } = await open()
    const closed = new Promise((done) => socket.on('close', done))
    socket.send(message)
    expect(await closed).toBe(code)
    expect((await get('/', { cookie: await enter() })).statusCode).toBe(200)
  })
})

it('takes another port where the one wanted is taken', async () => {
  const other = createServer()
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
  const taken = (other.address() as AddressInfo).port
  const second = await serve(host, root, taken, () => {})
  expect(second.port).not.toBe(taken)
  expect(second.address()).toContain(`127.0.0.1:${second.port}/?token=`)
  await second.close()
  other.close()
})

it.each([
  ['{"id":1,"name":"a","argument":{}}', { id: 1, name: 'a', argument: {} }],
  ['{"id":1.5,"name":"a"}', null],
  ['{"id":"1","name":"a"}', null],
  ['[]', null],
  ['null', null],
  ['', null],
])('reads %s', (text, asked) => {
  expect(readAsked(text)).toEqual(asked)
})
