import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import english from '../../resources/strings/en.json'
import chinese from '../../resources/strings/zh-CN.json'
import { sayIn, tongueFor } from './strings'

const code = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:ts|svelte)$/.test(name) && !name.includes('.test.'))
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n')

/** `facet.` of a template string `facet.${…}`: all keys that begin so are used. */
const families = [...code.matchAll(/`([\w.-]+\.)\$\{/g)].map((found) => found[1] as string)

const namesIn = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map((found) => found[1] as string))].sort()

describe('the strings', () => {
  it('are the same in both tongues', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort())
  })

  it.each(['en', 'zh-CN'])('of %s have a key each', (tongue) => {
    const file = join(import.meta.dirname, `../../resources/strings/${tongue}.json`)
    const keys = [...readFileSync(file, 'utf8').matchAll(/^ {2}"([\w.-]+)":/gm)].map((found) => found[1])
    expect(keys.length).toBeGreaterThan(100)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it('are all used', () => {
    const unused = Object.keys(chinese).filter(
      (key) => !code.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)),
    )
    expect(unused).toEqual([])
  })

  it('are all there', () => {
    const asked = [...code.matchAll(/\bt\('([\w.-]+)'/g)].map((found) => found[1] as string)
    expect(asked.length).toBeGreaterThan(50)
    expect(asked.filter((key) => !(key in chinese))).toEqual([])
  })

  it.each(Object.entries(chinese))('%s is well formed and names the same values', (key, message) => {
    const other = (english as Record<string, string>)[key] ?? ''
    expect(() => new IntlMessageFormat(message, 'zh-CN')).not.toThrow()
    expect(() => new IntlMessageFormat(other, 'en')).not.toThrow()
    expect(namesIn(other)).toEqual(namesIn(message))
  })

  it('carry no ASCII comma or colon between Han characters', () => {
    const wrong = Object.entries(chinese).filter(([, message]) => /\p{Script=Han}[,:;?!]\p{Script=Han}/u.test(message))
    expect(wrong).toEqual([])
  })
})

describe('the tongue', () => {
  it('follows the first language it can speak', () => {
    expect(tongueFor(['zh-TW', 'en'])).toBe('zh-CN')
    expect(tongueFor(['fr', 'zh'])).toBe('zh-CN')
    expect(tongueFor(['en-GB', 'zh'])).toBe('en')
    expect(tongueFor(['fr'])).toBe('en')
  })

  it('counts as its readers do', () => {
    expect(sayIn('en')('rail.sure', { n: 1 })).toContain('1 more removal is')
    expect(sayIn('zh-CN')('queue.position', { at: 12, total: 10000 })).toContain('10,000')
  })
})
