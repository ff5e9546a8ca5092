import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer, ORIGIN, SCHEME } from './protocol'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'qingyang-app-'))
  writeFileSync(join(root, 'index.html'), '<!doctype html><meta name="style-nonce" content="__STYLE_NONCE__">')
})
afterAll(() => rmSync(root, { recursive: true }))

describe('app://', () => {
  it('bypasses no policy and reads no file', () => {
    expect(SCHEME.privileges).toEqual({ standard: true, secure: true, supportFetchAPI: true })
  })

  it('puts one nonce into the page and its policy, another at each load', async () => {
    const loads = await Promise.all([1, 2].map(() => answer(root, new Request(`${ORIGIN}/index.html`))))
    const nonces = await Promise.all(
      loads.map(async (load) => {
        const nonce = /content="([^"]+)"/.exec(await load.text())?.[1] ?? 'none'
        expect(load.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
        expect(load.headers.get('content-type')).toBe('text/html; charset=utf-8')
        return nonce
      }),
    )
    expect(nonces[0]).not.toBe(nonces[1])
  })

  it.each([
    [`${ORIGIN}/absent.js`, 'GET'],
    [`${ORIGIN}/..%2fsecret.json`, 'GET'],
    ['app://other/index.html', 'GET'],
    ['app://bundle:1/index.html', 'GET'],
    [`${ORIGIN}/index.html`, 'POST'],
  ])('answers 403 to %s (%s), with a policy', async (url, method) => {
    const response = await answer(root, new Request(url, { method }))
    expect(response.status).toBe(403)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).toBe('')
  })
})
