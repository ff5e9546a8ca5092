import { cp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TriedLine } from '../../contract/texts'
import { HOUSE_CUE } from '../../review/cleaning'
import type { Clean, Entry } from '../../review/operation'
import { readRules } from '../../review/rule-file'
import { shapeOf } from '../../review/shape'
import { BRIDGE, DeskTrial, eventually, ofHouse, review } from './desk.testing'

const NEXT = '上一篇\uFF1A春耕开始了'
const article = (place: string): string =>
  BRIDGE.replaceAll('江湾二桥', `${place}大桥`).replace('春耕开始了', `${place}的渡口`)

let desk: DeskTrial
beforeEach(async () => {
  desk = await DeskTrial.make()
  await desk.put('东门.txt', article('东门'))
  await desk.put('西关.txt', article('西关'))
  await desk.start()
})
afterEach(() => desk.end())

const send = (...entries: readonly Entry[]) => desk.ask('append', { client: 'window', entries })

/** Keeps what the engine removes: lines that name the article before. */
async function rule(): Promise<Clean> {
  const { row } = await desk.opened('东门.txt')
  return { kind: 'clean', site: row.site, shape: shapeOf(NEXT, row.site)!, fate: 'text' }
}

/** The block that names the article before, as the desk gives it now. */
async function line(path: string) {
  const opened = await desk.opened(path)
  const block = review(opened).blocks.find(({ block: { start, end } }) =>
    opened.draft.text.slice(start, end).startsWith('上一篇'),
  )!
  return { opened, ...block }
}

describe('a rule of cleaning', () => {
  it('changes what nobody worked on, at once and on disk; a review keeps what it began on', async () => {
    const begun = await line('西关.txt')
    expect(begun.fate).toBe('removed')
    const [other] = begun.opened.draft.blocks
    await desk.append(begun.opened, { kind: 'decide', spans: [[other!.start, other!.end]], fate: 'removed' })
    const before = (await desk.row('东门.txt'))!.removed
    const made = ofHouse(await rule())
    await send(made)
    expect(await line('东门.txt')).toMatchObject({ fate: 'text', block: { cue: HOUSE_CUE, confidence: 1 } })
    await eventually(async () => (await desk.row('东门.txt'))!.removed).toBe(before - 1)
    expect((await line('西关.txt')).fate).toBe('removed')
    expect((await line('西关.txt')).block.cue).not.toBe(HOUSE_CUE)

    await desk.restart()
    await eventually(async () => (await desk.row('东门.txt'))?.removed).toBe(before - 1)
    await desk.put('南塘.txt', article('南塘'))
    expect((await line('南塘.txt')).fate).toBe('text')

    await send(ofHouse({ kind: 'undo', target: made.opId }))
    expect((await line('南塘.txt')).fate).toBe('removed')
    await eventually(async () => (await desk.row('东门.txt'))!.removed).toBe(before)
  })

  it('is pinned with the verdicts of a review that begins under it', async () => {
    const made = ofHouse(await rule())
    await send(made)
    const { opened, block } = await line('东门.txt')
    await desk.append(opened, { kind: 'decide', spans: [[block.start, block.end]], fate: 'text' })
    await send(ofHouse({ kind: 'undo', target: made.opId }))
    expect(await line('东门.txt')).toMatchObject({ fate: 'text', block: { cue: HOUSE_CUE } })
  })

  it('holds where a host was killed before it wrote down what was judged anew', async () => {
    const made = ofHouse(await rule())
    const before = (await desk.row('东门.txt'))!.removed
    const folders = join(desk.data, 'folders')
    await desk.restart()
    await cp(folders, `${folders}-before`, { recursive: true })
    await send(made)
    await desk.stop()
    // The journal has the rule; what is known of the folder, and its pages, are those of before.
    await rm(folders, { recursive: true })
    await cp(`${folders}-before`, folders, { recursive: true })
    await desk.start()
    expect((await line('东门.txt')).fate).toBe('text')
    await eventually(async () => (await desk.row('东门.txt'))?.removed).toBe(before - 1)
    await eventually(async () => (await desk.row('西关.txt'))?.removed).toBe(before - 1)
  })

  it('is tried before it is made: what it would change, what reviewers made of such lines', async () => {
    const op = await rule()
    const { site, shape, fate } = op
    const tried = async (): Promise<readonly TriedLine[]> =>
      (await desk.ask('backtest', { site, shape, fate, from: 0 })).lines
    await desk.opened('西关.txt')
    expect((await tried()).map(({ effect, to }) => [effect, to])).toEqual([
      ['changes', 'text'],
      ['changes', 'text'],
    ])
    const { opened, block } = await line('西关.txt')
    await desk.append(opened, { kind: 'decide', spans: [[block.start, block.end]], fate: 'text' })
    expect((await tried()).map(({ effect }) => effect).toSorted()).toEqual(['agrees', 'changes'])
    await send(ofHouse(op))
    await eventually(async () => (await tried()).map(({ effect }) => effect)).toEqual(['agrees'])
  })

  it('goes into a file', async () => {
    const op = await rule()
    await send(ofHouse(op))
    const { path, count } = await desk.ask('exportRules', null)
    expect(count).toBe(1)
    expect(readRules(await readFile(path, 'utf8'))).toEqual([op])
  })
})

it('tells the articles that only ask for removals to be confirmed, and what became of such removals', async () => {
  const { opened, block } = await line('东门.txt')
  await desk.append(opened, { kind: 'decide', spans: [[block.start, block.end]], fate: 'text' })
  const { judged, names, articles } = await desk.ask('routine', { from: 0 })
  expect(judged).toMatchObject([{ cue: block.cue, overruled: true }])
  expect(names[block.cue]?.zh).toBeTruthy()
  for (const { lines } of articles) for (const { cue } of lines) expect(names[cue]).toBeTruthy()
})
