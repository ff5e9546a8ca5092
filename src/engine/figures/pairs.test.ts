import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check } from './check'
import { composed } from './composed.testing'
import { passagesOf } from './passages.fixture'
import {
  AUTHORS,
  BLIND,
  DENSE,
  FRESH,
  UNSEEN,
  blindStories,
  hasStories,
  findingsOf,
  hitsOf,
  pairsOf,
} from './pairs.testing'
import { checks } from './registry'

const pairs = pairsOf()
/** Stories of each kind in the composed copy. */
const ROUNDS = 20

describe('the minimal pairs of corpus/figures', () => {
  it('are at least 300, over every check', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(300)
    expect([...new Set(pairs.map(({ check: id }) => id))].sort()).toEqual(checks.map(({ id }) => id).sort())
  })

  it('have their planted fault found in at least 92 of 100', () => {
    const missed = pairs.filter((pair) => hitsOf(pair).length === 0)
    expect(1 - missed.length / pairs.length, missed.map(nameOf).join(', ')).toBeGreaterThanOrEqual(0.92)
    expect(missed.length, 'fewer are missed: lower the pin').toBeGreaterThanOrEqual(MISSED - 3)
    expect(missed.length, missed.map(nameOf).join(', ')).toBeLessThanOrEqual(MISSED)
  })

  it('have no finding in their sound half', () => {
    const flagged = pairs.filter((pair) => findingsOf(pair.sound, pair).length > 0)
    expect(flagged.map(nameOf)).toEqual([])
  })
})

/**
 * At first sight the checks found .47 of the first 184 of these pairs, then .59 of the next 152, .58 of 60 and .72 of the
 * last 50; of three sets of English pairs 8 of 21, 5 of 21 (the first was mended on by then) and 5 of 20 (both were). Of two
 * sets of Chinese pairs on lists, codes, numbering, cut copy, repetition and names (110 stand here) 40 of 93 and 22 of 33;
 * of 178 English ones of the mender's own hand (114 of them kept) .30 before, and .88 of the last 50 at first sight. Every
 * set was mended on after that, so that what is pinned here is no measure of unseen copy any more.
 */
describe('the pairs of corpus/figures/unseen', () => {
  const others = pairsOf(UNSEEN)

  it('have as many planted faults found as ever', () => {
    const missed = others.filter((pair) => hitsOf(pair).length === 0)
    expect(missed.length, 'fewer are missed: lower the pin').toBeGreaterThanOrEqual(MISSED_UNSEEN - 3)
    expect(missed.length, missed.map(nameOf).join(', ')).toBeLessThanOrEqual(MISSED_UNSEEN)
  })

  it('have no finding in their sound half', () => {
    const flagged = others.filter((pair) => findingsOf(pair.sound, pair).length > 0)
    expect(flagged.map(nameOf)).toEqual([])
  })
})

/**
 * At first sight the checks found .50 of these, flagged 5 sound halves and raised 8 false alarms on the stories. Every
 * other pair, from the second on, in the order of file and place, was kept closed while the others were mended on.
 */
describe('the pairs of corpus/figures/blind', () => {
  const blind = pairsOf(BLIND)

  it('have as many planted faults found as ever', () => {
    const missed = blind.filter((pair) => hitsOf(pair).length === 0)
    expect(missed.length, 'fewer are missed: lower the pin').toBeGreaterThanOrEqual(MISSED_BLIND - 3)
    expect(missed.length, missed.map(nameOf).join(', ')).toBeLessThanOrEqual(MISSED_BLIND)
  })

  it('have no more findings in their sound half than ever', () => {
    const flagged = blind.filter((pair) => findingsOf(pair.sound, pair).length > 0)
    expect(flagged.map(nameOf)).toHaveLength(FLAGGED_BLIND)
  })

  it('have no more false alarms on the sound stories than ever', () => {
    const alarms = blindStories().flatMap((story) => check(passagesOf(story)))
    expect(alarms.map(({ check: id, message }) => `${id}: ${message.zh}`)).toHaveLength(ALARMS_BLIND)
  })
})

describe.each([...AUTHORS, ...FRESH])('the pairs of corpus/figures, $name', ({ name, folder }) => {
  const pairs = pairsOf(folder)

  it('have as many planted faults found as ever', () => {
    const missed = pairs.filter((pair) => hitsOf(pair).length === 0)
    expect(missed.length, missed.map(nameOf).join(', ')).toBeLessThanOrEqual(MISSED_OF[name] ?? 0)
    expect(missed.length, 'fewer are missed: lower the pin').toBeGreaterThanOrEqual((MISSED_OF[name] ?? 0) - 3)
  })

  it('have no more findings in their sound half than ever', () => {
    const flagged = pairs.filter((pair) => findingsOf(pair.sound, pair).length > 0)
    expect(flagged.map(nameOf)).toHaveLength(FLAGGED_OF[name] ?? 0)
  })
})

describe.each(AUTHORS.filter(hasStories))('the sound stories of author $name', ({ name, folder }) => {
  it('raise no more false alarms than ever', () => {
    const alarms = blindStories(folder).flatMap((story) => check(passagesOf(story)))
    expect(alarms.map(({ check: id, message }) => `${id}: ${message.zh}`)).toHaveLength(ALARMS_OF[name] ?? 0)
  })
})

describe.each(DENSE)('the dense sound stories, $name', ({ folder }) => {
  it('raise no alarm', () => {
    const alarms = blindStories(folder).flatMap((story) => check(passagesOf(story)))
    expect(alarms.map(({ check: id, message }) => `${id}: ${message.zh}`)).toEqual([])
  })
})

/** Pairs whose fault no check finds; a change that adds one says so here. */
const MISSED = 5
const MISSED_UNSEEN = 44
const MISSED_BLIND = 2
/** Findings on what is sound. */
const FLAGGED_BLIND = 0
const ALARMS_BLIND = 0
const MISSED_OF: Readonly<Record<string, number>> = {
  ...{ a: 2, b: 6, c: 5, d: 8, e: 4, f: 3, g: 4, h: 22, i: 8, j: 7, k: 28, l: 14, m: 15, n: 19, o: 33, p: 21 },
  ...{ derived1: 6, derived2: 8, lists1: 12, lists2: 14, parts1: 12, parts2: 10, parts3: 7, time1: 8, time2: 3 },
}
const FLAGGED_OF: Readonly<Record<string, number>> = { b: 1, h: 1, derived2: 1, parts1: 1, parts3: 1 }
const ALARMS_OF: Readonly<Record<string, number>> = { h: 1, i: 2 }

function nameOf({ check: id, number }: { check: string; number: number }): string {
  return `${id} ${number}`
}

describe('sound copy', () => {
  const written = readFileSync(new URL('./sound-copy.txt', import.meta.url), 'utf8')
    .trim()
    .split(/\n{2,}/)
  const stories = [...written, ...composed(ROUNDS)]

  it('holds at least 60,000 characters', () => {
    expect(stories.join('').replace(/\s/g, '').length).toBeGreaterThanOrEqual(60_000)
  })

  it('is the same at every composing, and no two stories are', () => {
    expect(composed(ROUNDS)).toEqual(composed(ROUNDS))
    expect(new Set(stories).size).toBe(stories.length)
  })

  it('has no finding', () => {
    const found = stories.flatMap((story) => check(passagesOf(story)))
    expect(found.map(({ check: id, message }) => `${id}: ${message.zh}`)).toEqual([])
  })
})
