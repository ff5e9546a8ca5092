import { request } from 'node:http'
import { expect, type Page, test } from './fixture'
import { opened } from './opened'

test.describe('the loopback host', { tag: '@loopback-only' }, () => {
  /** The status of one request to the host, with exactly these headers. */
  function ask(port: string, path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
    return new Promise((done, fail) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers })
      asked.on('response', (response) => {
        response.resume()
        done(response.statusCode ?? 0)
      })
      asked.on('upgrade', (_response, socket) => {
        socket.destroy()
        done(101)
      })
      asked.on('error', fail).end()
    })
  }

  async function insider(page: Page): Promise<{ port: string; host: string; origin: string; cookie: string }> {
    await opened(page)
    const { port, host, origin } = new URL(page.url())
    const [cookie] = await page.context().cookies()
    expect(cookie).toMatchObject({ name: `qingyang_${port}`, httpOnly: true, sameSite: 'Strict' })
    return { port, host, origin, cookie: `${cookie!.name}=${cookie!.value}` }
  }

  test('answers whoever has Host and cookie, and nobody else', async ({ page }) => {
    const { port, host, cookie } = await insider(page)
    const hosts = {
      [host]: true,
      [`localhost:${port}`]: false,
      'example.com': false,
      '127.0.0.1': false,
      [`0.0.0.0:${port}`]: false,
    }
    const cookies = { [cookie]: true, [`${cookie}x`]: false, [cookie.replace('qingyang', 'other')]: false, '': false }
    for (const [asked, rightHost] of Object.entries(hosts))
      for (const [shown, rightCookie] of Object.entries(cookies)) {
        const status = await ask(port, '/', { host: asked, ...(shown ? { cookie: shown } : {}) })
        expect(status, `Host ${asked}, Cookie ${shown}`).toBe(rightHost && rightCookie ? 200 : 403)
      }
  })

  test('opens a socket to its own Origin with the cookie, and to no other', async ({ page }) => {
    const { port, host, origin, cookie } = await insider(page)
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    }
    const origins = [origin, `http://localhost:${port}`, 'http://example.com', 'null', `${origin}.example.com`, '']
    for (const from of origins)
      for (const shown of [cookie, ''])
        for (const asked of [host, 'example.com']) {
          const headers = {
            ...upgrade,
            host: asked,
            ...(from ? { origin: from } : {}),
            ...(shown ? { cookie: shown } : {}),
          }
          const right = from === origin && shown === cookie && asked === host
          expect(await ask(port, '/ws', headers), JSON.stringify(headers)).toBe(right ? 101 : 403)
        }
  })

  test('takes no other method and no other path', async ({ page }) => {
    const { port, host, origin, cookie } = await insider(page)
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      for (const from of [{}, { origin }, { origin: 'http://example.com' }])
        expect(await ask(port, '/', { host, cookie, ...from }, method), `${method} ${JSON.stringify(from)}`).toBe(403)
    for (const path of ['/absent', '/../package.json', '/%2e%2e/package.json', '/ws', '//example.com/'])
      expect(await ask(port, path, { host, cookie }), path).toBe(403)
  })

  test('takes its token once', async ({ page, desk }) => {
    const { port, host } = await insider(page)
    const addresses = [...desk.output().matchAll(/\/\?token=[\w-]+/g)].map(([address]) => address)
    expect(addresses).toHaveLength(2)
    expect(await ask(port, addresses[0]!, { host }), 'the first was used').toBe(403)
    expect(await ask(port, '/?token=', { host })).toBe(403)
    expect(await ask(port, `${addresses[1]!}x`, { host })).toBe(403)
    expect(await ask(port, addresses[1]!, { host: 'example.com' })).toBe(403)
    expect(await ask(port, addresses[1]!, { host }), 'the one that followed it').toBe(303)
  })
})
