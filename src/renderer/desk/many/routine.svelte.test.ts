import { beforeEach, expect, it } from 'vitest'
import type { JudgedRemoval, RoutineArticle } from '../../../contract/texts'
import { ENOUGH, Routine } from './routine.svelte'

const article = (id: string, ...cues: string[]): RoutineArticle => ({
  id,
  version: `v-${id}`,
  lines: cues.map((cue, index) => ({ span: [index * 9, index * 9 + 4], cue, words: '扫码' })),
})
const judged = (cue: string, ts: number, overruled = false): JudgedRemoval => ({ cue, ts, overruled })

let routine: Routine
beforeEach(async () => {
  const portions = [
    { articles: [article('a', 'qr'), article('b', 'qr', 'share')], judged: [judged('share', 1, true)] },
    {
      articles: [article('c', 'share'), article('d', 'new'), article('e', 'rare')],
      judged: [
        judged('rare', 9),
        ...Array.from({ length: ENOUGH }, (_, index) => judged('qr', 5 + index)),
        ...Array.from({ length: 20 }, (_, index) => judged('share', 10 + index)),
      ],
    },
  ]
  routine = new Routine(({ from }) =>
    Promise.resolve({
      ok: true,
      value: {
        ...portions[from]!,
        names: { qr: { zh: '码', en: 'code' } },
        next: from === 0 ? 1 : null,
        total: 4,
        unread: 0,
      },
    }),
  )
  await routine.look()
})

it('counts what reviewers made of each rule’s last removals', () => {
  expect(routine.rules).toMatchObject([
    { cue: 'qr', name: { zh: '码' }, articles: 2, judged: 5, overruled: 0 },
    { cue: 'share', articles: 2, judged: 21, overruled: 1 },
    { cue: 'new', articles: 1, judged: 0, overruled: 0 },
    { cue: 'rare', articles: 1, judged: 1, overruled: 0 },
  ])
})

it('offers articles whose removals are all by rules that were judged and not overruled lately', () => {
  expect(routine.cues).toEqual(['qr'])
  expect(routine.chosen.map(({ id }) => id)).toEqual(['a'])
  // The one time it was overruled lies farther back.
  routine.lookBack(20)
  expect(routine.cues).toEqual(['qr', 'share'])
  expect(routine.chosen.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

it('leaves out what is un-ticked: a rule, or an article', () => {
  routine.lookBack(20)
  routine.tick(article('a', 'qr'), false)
  expect(routine.chosen.map(({ id }) => id)).toEqual(['b', 'c'])
  routine.tickRule(routine.rules[0]!, false)
  expect(routine.chosen.map(({ id }) => id)).toEqual(['c'])
  routine.tickAll(false)
  expect(routine.chosen).toEqual([])
})

it('leaves a rule that was judged a few times only for the reviewer to tick', () => {
  const rare = routine.rules.find(({ cue }) => cue === 'rare')!
  expect(routine.isTicked(rare)).toBe(false)
  routine.tickRule(rare, true)
  expect(routine.chosen.map(({ id }) => id)).toEqual(['a', 'e'])
  routine.tickRule(rare, false)
  expect(routine.isTicked(rare)).toBe(false)
})
