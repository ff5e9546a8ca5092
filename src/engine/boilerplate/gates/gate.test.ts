import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../fold'
import { cues } from '../registry'
import { Gate, hintsOf, knownGates } from './gate'
import { needlesOf } from './needles'

const lineOf = (text: string): string => fold(text).replace(/ +/g, ' ').trim()

/** Strings that a pattern was written for; null where its syntax is beyond the generator. */
const matchesOf = (pattern: RegExp): fc.Arbitrary<string> | null => {
  try {
    return fc.stringMatching(new RegExp(pattern.source, pattern.flags.replace(/[giy]/g, '')))
  } catch {
    return null
  }
}

const isMatch = ({ source, flags }: RegExp, text: string): boolean =>
  new RegExp(source, flags.replace('g', '')).test(text)

const examples = cues.flatMap((cue) => cue.examples.flatMap((example) => example.split('\n')))

describe('no gate is closed to a line that its pattern matches', () => {
  test('of the cues’ examples', () => {
    for (const line of examples.map(lineOf)) {
      const hints = hintsOf(line)
      for (const gate of knownGates())
        if (isMatch(gate.pattern, line)) expect([gate.pattern, gate.isOpen(hints)]).toEqual([gate.pattern, true])
    }
  })

  test.each(knownGates().map((gate) => [gate.pattern.source.slice(0, 60), gate] as const))('%s', (_, gate) => {
    const made = matchesOf(gate.pattern)
    if (!made) return
    fc.assert(
      fc.property(made, fc.constantFrom('', '东湖 ', 'The '), fc.boolean(), (text, before, isLoud) => {
        const line = lineOf(`${before}${isLoud ? text.toUpperCase() : text}`)
        return !isMatch(gate.pattern, line) || gate.isOpen(hintsOf(line))
      }),
      { numRuns: 40 },
    )
  })
})

test('most gates are closed to a line of prose', () => {
  const hints = hintsOf(lineOf('食堂的账目每月张榜公布\uFF0C居民随时可以查。'))
  const open = knownGates().filter((gate) => gate.isOpen(hints))
  expect(open.length).toBeLessThan(knownGates().length / 4)
})

test('a gate is open to what its needles tell, in any case and at any edge', () => {
  const gate = new Gate(/\b(?:share|tweet) (?:this|it)\b|^上一?页|[\u2190<] ?back$/i)
  for (const text of ['Share this', 'please TWEET IT!', '上页', '上一页', '\u2190 back'])
    expect(gate.isOpen(hintsOf(text))).toBe(true)
  for (const text of ['', 'sharpness', '山上', 'a bad idea']) expect(gate.isOpen(hintsOf(text))).toBe(false)
})

test('a pattern that may match anything has no needles', () => {
  expect(needlesOf([/^\d+$/, /[a-z]*/, /.{2,}/, /\sx?/])).toEqual([null, null, null, null])
})

test('what a group matched once more is no character of its own', () => {
  const gate = new Gate(/^(?:甲|乙)([丙丁])\1$/)
  expect(gate.isOpen(hintsOf('甲丙丙'))).toBe(true)
  expect(needlesOf([/^([丙丁])\1$/])).toEqual(needlesOf([/^[丙丁]/]))
})
