import { describe, expect, it } from 'vitest'
import { cookieOf, isSame, Key, newSecret } from './key'

it('makes secrets of 256 bits', () => {
  expect(Buffer.from(newSecret(), 'base64url')).toHaveLength(32)
  expect(newSecret()).not.toBe(newSecret())
})

it.each([
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['', 'abc', false],
  ['abc', '', false],
  ['abcd', 'abc', false],
  ['清样', '清样', true],
])('compares %j with %j', (given, secret, same) => {
  expect(isSame(given, secret)).toBe(same)
})

it.each([
  ['a=1; b=2', 'b', '2'],
  ['a=1;b=2', 'b', '2'],
  ['ab=1', 'b', ''],
  ['b', 'b', ''],
  ['b=x=y', 'b', 'x=y'],
  [undefined, 'b', ''],
])('reads %j', (header, name, value) => {
  expect(cookieOf(header, name)).toBe(value)
})

describe('a key', () => {
  it('exchanges its token once', () => {
    const key = new Key(1)
    const { token } = key
    expect(key.exchange('wrong')).toBeNull()
    expect(key.token).toBe(token)
    expect(key.exchange(token)).toMatch(/^qingyang_1=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(key.exchange(token)).toBeNull()
    expect(key.exchange(key.token)).not.toBeNull()
  })

  it('is opened by its cookie alone', () => {
    const key = new Key(1)
    const cookie = key.exchange(key.token)!.split(';')[0]!
    expect(key.opens(cookie)).toBe(true)
    expect(key.opens(`other=1; ${cookie}`)).toBe(true)
    expect(key.opens(cookie.replace('qingyang_1', 'qingyang_2'))).toBe(false)
    expect(key.opens(`${cookie}x`)).toBe(false)
    expect(key.opens(`qingyang_1=${key.token}`)).toBe(false)
    expect(key.opens('qingyang_1=')).toBe(false)
    expect(key.opens(undefined)).toBe(false)
    expect(new Key(1).opens(cookie)).toBe(false)
  })
})
