import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BRIDGE, DeskTrial, eventually, PARK } from './desk.testing'

let desk: DeskTrial
beforeEach(async () => {
  desk = await DeskTrial.make()
})
afterEach(() => desk.end())

describe('a search', () => {
  const sought = async (words: string) => {
    const { hits, next } = await desk.ask('search', { words, from: 0 })
    expect(next).toBeNull()
    const rows = await desk.rows()
    return hits.map(({ id, snippet, cut }) => [rows.find((row) => row.id === id)?.path, snippet, cut])
  }

  it('looks through original and cleaned text of every document, and after a restart', async () => {
    await desk.put('bridge.txt', BRIDGE)
    await desk.put('park.txt', PARK)
    await desk.start()
    await desk.opened('bridge.txt')
    await desk.opened('park.txt')
    expect(await sought('步道 樱树')).toEqual([['park.txt', '城南公园新添步道', false]])
    expect(await sought('微信')).toEqual([['bridge.txt', '分享到\uFF1A微信 微博 QQ空间', true]])
    expect(await sought('qq')).toHaveLength(1)
    expect(await sought('没有的词')).toEqual([])
    await desk.restart()
    await eventually(() => sought('樱树')).toHaveLength(1)
    expect((await desk.ask('search', { words: '樱树', from: 0 })).unread).toBe(0)
  })

  it('follows decisions, and reads again what no page is kept of', async () => {
    await desk.put('bridge.txt', BRIDGE)
    await desk.start()
    const opened = await desk.opened('bridge.txt')
    const share = opened.draft.blocks.find(({ start, end }) => opened.draft.text.slice(start, end).includes('微信'))!
    await desk.append(opened, { kind: 'decide', spans: [[share.start, share.end]], fate: 'text' })
    await eventually(() => sought('微信')).toEqual([['bridge.txt', expect.any(String), false]])
    await desk.stop()
    const folders = join(desk.data, 'folders')
    for (const name of await readdir(folders)) if (name.includes('pages')) await rm(join(folders, name))
    await desk.start()
    await eventually(async () => (await desk.rows()).length).toBe(1)
    expect(await desk.ask('search', { words: '微信', from: 0 })).toMatchObject({ hits: [], unread: 1 })
    await eventually(() => sought('微信')).toHaveLength(1)
  })
})

describe('a decision for all identical lines', () => {
  const SHARE = '分享到\uFF1A微信 微博 QQ空间'
  const alike = async () => (await desk.ask('alike', { line: SHARE, shape: null, fate: 'text', from: 0 })).lines

  it('is previewed over open documents, made in one append, and previewed no more', async () => {
    for (const name of ['a', 'b', 'c']) await desk.put(`${name}.txt`, BRIDGE.replace('二桥', `${name}桥`))
    await desk.put('copy-of-a.txt', BRIDGE.replace('二桥', 'a桥'))
    await desk.start()
    for (const name of ['a', 'b', 'copy-of-a']) await desk.opened(`${name}.txt`)
    await desk.approved('c.txt')
    await eventually(async () => (await alike()).length).toBe(2)
    const lines = await alike()
    expect(lines.map(({ now, to }) => [now, to])).toEqual(Array(2).fill(['removed', 'text']))
    const entries = lines.map(({ id, version, start, end, to }) => ({
      opId: `bulk-${id}`,
      document: id,
      version,
      op: { kind: 'decide', spans: [[start, end]], fate: to } as const,
      by: '林',
      ts: Date.now(),
    }))
    const { records } = await desk.ask('append', { client: 'window', entries })
    expect(records.map(({ opId }) => opId)).toEqual(entries.map(({ opId }) => opId))
    await eventually(async () => (await alike()).length).toBe(0)
    expect((await desk.opened('a.txt')).records.map(({ op }) => op.kind)).toEqual(['base', 'decide'])
  })
})

describe('folders opened before', () => {
  it('are remembered, and the one a dropped file lies in is opened', async () => {
    await desk.put('甲.txt', PARK)
    await desk.put('内/乙.txt', PARK)
    await desk.start()
    const inner = join(desk.folder, '内')
    const { path } = await desk.ask('openDropped', { paths: [join(desk.folder, '甲.txt'), inner] })
    expect(path).toBe(inner)
    expect(await desk.ask('openDropped', { paths: [join(desk.folder, '甲.txt')] })).toMatchObject({ path: desk.folder })
    await desk.ask('openSamples', null)
    const known = [desk.folder, inner].map((each) => ({ path: each, name: each.split('/').at(-1), there: true }))
    expect(await desk.ask('recentFolders', null)).toEqual(known)
    await rm(inner, { recursive: true })
    expect((await desk.ask('recentFolders', null)).map(({ there }) => there)).toEqual([true, false])
    expect(await desk.refusal('openDropped', { paths: [join(inner, '乙.txt')] })).toMatchObject({ code: 'no-folder' })
  })
})
