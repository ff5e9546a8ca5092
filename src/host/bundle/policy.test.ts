import { expect, it } from 'vitest'
import { contentPolicy, newNonce, safeHeaders } from './policy'

const directives = (policy: string) =>
  new Map(policy.split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1)]))

it('lets in the bundle, the nonce and nothing else', () => {
  const policy = directives(contentPolicy('abc'))
  expect(policy.get('default-src')).toEqual(["'none'"])
  expect(policy.get('script-src')).toEqual(["'self'"])
  expect(policy.get('style-src')).toEqual(["'self'", "'nonce-abc'"])
  expect(policy.get('connect-src')).toEqual(["'self'"])
  for (const shut of ['frame-src', 'base-uri', 'form-action', 'frame-ancestors'])
    expect(policy.get(shut)).toEqual(["'none'"])
  expect(contentPolicy('abc')).not.toMatch(/unsafe|\*|https?:/)
})

it('names the socket where there is one', () => {
  expect(directives(contentPolicy('abc', 'ws://127.0.0.1:1')).get('connect-src')).toEqual([
    "'self'",
    'ws://127.0.0.1:1',
  ])
})

it('makes a new nonce of 128 bits each time', () => {
  const nonces = new Set(Array.from({ length: 100 }, newNonce))
  expect(nonces.size).toBe(100)
  for (const nonce of nonces) expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
})

it('sends no referrer, sniffs no type, stores nothing', () => {
  expect(safeHeaders('p')).toMatchObject({
    'content-security-policy': 'p',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
})
