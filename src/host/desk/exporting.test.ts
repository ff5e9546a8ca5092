import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Opened } from '../../contract/contract'
import { BRIDGE, DeskTrial, eventually, PARK } from './desk.testing'

let desk: DeskTrial
beforeEach(async () => {
  desk = await DeskTrial.make()
})
afterEach(() => desk.end())

const approved = (path: string): Promise<Opened> => desk.approved(path)

describe('an export', () => {
  it('writes what is approved, and says what was left out', async () => {
    await desk.put('江桥.txt', BRIDGE)
    await desk.put('公园.txt', PARK)
    await desk.put('空.txt', '')
    await desk.start()
    await approved('江桥.txt')
    await desk.opened('公园.txt')
    for (const form of ['folder', 'zip'] as const) {
      const { id } = await desk.ask('export', { form, destination: null, by: '林' })
      const state = () => desk.news.findLast((news) => news.kind === 'export' && news.state.id === id)
      await eventually(state).toMatchObject({ state: { phase: 'done', written: 1, left: { open: 1, failed: 1 } } })
    }
    const names = (await readdir(join(desk.data, 'exports'))).sort()
    expect(names).toEqual([
      expect.stringMatching(/^qingyang-\d{8}-\d{6}$/),
      expect.stringMatching(/^qingyang-\d{8}-\d{6}\.zip$/),
    ])
    const bag = join(desk.data, 'exports', names[0]!)
    expect(await readFile(join(bag, 'data', 'articles.jsonl'), 'utf8')).toContain('江湾二桥今日通车')
  })

  it('fails with a sentence, leaving nothing, where nothing is approved or the place is taken', async () => {
    await desk.put('公园.txt', PARK)
    await desk.start()
    await desk.opened('公园.txt')
    const failed = async (destination: string) => {
      const { id } = await desk.ask('export', { form: 'folder', destination, by: '林' })
      const state = () => desk.news.findLast((news) => news.kind === 'export' && news.state.id === id)
      await eventually(state).toMatchObject({ state: { phase: 'failed' } })
      const news = state()
      return news?.kind === 'export' ? news.state.failure?.code : null
    }
    expect(await failed(join(desk.base, 'bag'))).toBe('nothing-approved')
    await mkdir(join(desk.base, 'taken'))
    expect(await failed(join(desk.base, 'taken'))).toBe('exists')
    expect((await readdir(desk.base)).sort()).toEqual(['data', 'samples', 'taken', '来稿'])
    expect(await desk.refusal('export', { form: 'zip', destination: 'bag.zip', by: '' })).toMatchObject({
      code: 'bad-destination',
    })
  })
})
