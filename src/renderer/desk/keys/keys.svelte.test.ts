import { afterEach, describe, expect, it } from 'vitest'
import { bind, bindings, holderOf, keyOf, KEYS } from './keys'
import { ownKeys } from './own-keys.svelte'
import { settings } from '../settings/settings.svelte'

afterEach(() => ownKeys.clear())

/** Keys of a browser that a page must never take. */
const SYSTEM = ['$mod+KeyC', '$mod+KeyX', '$mod+KeyV', '$mod+Space', '$mod+KeyW', '$mod+KeyT']

describe.each(['electron', 'loopback'] as const)('the keys of the %s host', (host) => {
  it('do not clash', () => {
    const presses = bindings(host).map(({ press }) => press)
    expect(presses.filter((press, index) => presses.indexOf(press) !== index)).toEqual([])
  })

  it('leave the system its own', () => {
    expect(bindings(host).filter(({ press }) => SYSTEM.includes(press))).toEqual([])
  })
})

it('every action has a key, and it is shown', () => {
  expect(KEYS.filter(({ action, keys }) => keys.length === 0 || keyOf(action) === '')).toEqual([])
})

it('a single letter acts only outside text fields', () => {
  const letters = KEYS.filter(({ keys }) => keys.some((key) => /^Key[A-Z]$/.test(key)))
  expect(letters.length).toBeGreaterThan(2)
  expect(letters.filter(({ where }) => where !== 'desk')).toEqual([])
})

it('what a browser keeps for itself has a second binding there', () => {
  const kept = KEYS.filter(({ keys }) => keys.some((key) => key.includes('Page')))
  expect(kept).toHaveLength(2)
  expect(kept.filter(({ loopback }) => loopback === undefined)).toEqual([])
})

describe('a key of the reviewer\u2019s own', () => {
  const of = (action: string): string[] =>
    bindings('loopback').flatMap((each) => (each.action === action ? [each.press] : []))

  it('stands in place of the desk\u2019s, whatever window asks', () => {
    bind('accept', 'KeyD', 'loopback')
    expect([of('accept'), keyOf('accept')]).toEqual([['KeyD'], 'D'])
    expect(JSON.parse(settings.of('keys') ?? '')).toEqual({ accept: ['KeyD'] })
    ownKeys.set('accept', null)
    expect([of('accept'), settings.of('keys')]).toEqual([['KeyA'], null])
  })

  it('is taken from whoever had it', () => {
    expect(holderOf('KeyX', 'accept', 'loopback')?.action).toBe('dismiss')
    bind('accept', 'KeyX', 'loopback')
    expect([of('accept'), of('dismiss'), keyOf('dismiss')]).toEqual([['KeyX'], [], ''])
    bind('skip', 'ArrowDown', 'loopback')
    expect(of('next-flag')).toEqual(['KeyJ'])
    const presses = bindings('loopback').map(({ press }) => press)
    expect(new Set(presses).size).toBe(presses.length)
  })
})
