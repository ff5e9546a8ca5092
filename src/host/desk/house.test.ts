import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { approve } from '../../review/approval'
import { findingKey, flags } from '../../review/flags'
import { fold } from '../../review/fold'
import type { Entry, Operation } from '../../review/operation'
import { phraseOf, rulesIn } from '../../review/rules'
import { translate } from '../../review/translate'
import { DeskTrial, ofHouse } from './desk.testing'

const YARD = '城南公园新添步道\n\n城南公园本周新添一条步道\uFF0C沿湖种了近百余株樱树。\n步道两旁还有长椅。\n'
const RIVER = '河边绿地开放\n\n河边绿地昨天开放\uFF0C园里种了近百余株樱树。\n傍晚来散步的人不少。\n'

let desk: DeskTrial
beforeEach(async () => {
  desk = await DeskTrial.make()
  await desk.put('公园.txt', YARD)
  await desk.put('河边.txt', RIVER)
  await desk.start()
})
afterEach(() => desk.end())

const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })

const send = (...entries: readonly Entry[]) => desk.ask('append', { client: 'window', entries })
const errors = async () => Object.fromEntries((await desk.rows()).map(({ path, errors }) => [path, errors]))
const uses = async () => Object.values((await desk.ask('ruleUses', null)).uses)

async function ruleOf(path: string): Promise<Entry> {
  const { findings } = await desk.opened(path)
  const [finding] = findings
  return ofHouse({ kind: 'rule', check: finding!.check, phrase: phraseOf(finding!)! })
}

describe('a house rule', () => {
  it('silences its phrase in every row, says how often, and is revoked by an undo', async () => {
    const rule = await ruleOf('公园.txt')
    await desk.opened('河边.txt')
    expect(await errors()).toEqual({ '公园.txt': 1, '河边.txt': 1 })
    await send(rule)
    expect(await errors()).toEqual({ '公园.txt': 0, '河边.txt': 0 })
    expect(await uses()).toEqual([2])
    expect(desk.news.findLast((news) => news.kind === 'records')).toMatchObject({ records: [{ opId: rule.opId }] })
    await send(ofHouse({ kind: 'undo', target: rule.opId }))
    expect(await errors()).toEqual({ '公园.txt': 1, '河边.txt': 1 })
    expect(await uses()).toEqual([])
  })

  it('asks for nothing before an approval, also where both are sent at once', async () => {
    const rule = await ruleOf('公园.txt')
    const first = await desk.opened('公园.txt')
    const doubts = flags(fold(first.draft, []), []).map((flag): Operation => {
      const { fate, start, end } = first.draft.blocks[flag.kind === 'block' ? flag.block : 0]!
      return { kind: 'decide', spans: [[start, end]], fate }
    })
    await desk.append(first, ...doubts)
    const opened = await desk.opened('公园.txt')
    const approval = desk.entry(opened, approve(fold(opened.draft, opened.records)))
    expect((await desk.refusal('append', { client: 'w', entries: [approval] })).en).toContain('still open')
    await send(approval, rule)
    await eventually(async () => (await desk.row('公园.txt'))?.status).toBe('approved')
  })

  it('holds after a restart, in a folder that was remembered and for what arrives', async () => {
    await send(await ruleOf('公园.txt'))
    await desk.opened('河边.txt')
    await desk.put('又一处.txt', RIVER.replace('河边', '江边'))
    await desk.opened('又一处.txt')
    const none = { '公园.txt': 0, '河边.txt': 0, '又一处.txt': 0 }
    await eventually(errors).toEqual(none)
    await desk.restart()
    expect(await errors()).toEqual(none)
    const { house } = await desk.ask('hello', null)
    expect(rulesIn(house).size).toBe(1)
    expect(await uses()).toEqual([3])
    await send(ofHouse({ kind: 'undo', target: house[0]!.opId }))
    expect(await errors()).toEqual({ '公园.txt': 1, '河边.txt': 1, '又一处.txt': 1 })
  })

  it('is refused twice, on a document, and for what is no rule', async () => {
    const rule = await ruleOf('公园.txt')
    const opened = await desk.opened('公园.txt')
    await send(rule)
    for (const entry of [
      { ...rule, opId: randomUUID() },
      desk.entry(opened, rule.op),
      ofHouse({ kind: 'reject', reason: 'other' }),
      ofHouse({ kind: 'undo', target: 'nothing' }),
    ]) {
      expect(await desk.refusal('append', { client: 'w', entries: [entry] })).toMatchObject({ code: 'refused' })
    }
    expect((await desk.ask('hello', null)).journal.seq).toBe(1)
  })

  it('is there for a folder that an earlier app remembered: it is read again', async () => {
    await desk.opened('公园.txt')
    await desk.opened('河边.txt')
    await desk.stop()
    const folder = join(desk.data, 'folders')
    const [name] = await readdir(folder)
    const lines = (await readFile(join(folder, name!), 'utf8')).trimEnd().split('\n')
    const [head, ...files] = lines.map((line) => JSON.parse(line) as unknown) as [object, ...Saved[]]
    for (const [, { documents }] of files) for (const document of documents) delete document.asks
    await writeFile(join(folder, name!), JSON.stringify({ ...head, v: 1, files }))
    await desk.start()
    await eventually(errors).toEqual({ '公园.txt': 1, '河边.txt': 1 })
    await rm(folder, { recursive: true })
  })
})

type Saved = [string, { documents: { asks?: unknown }[] }]

describe('a dismissal', () => {
  it('holds where the checks run again on text that changed elsewhere', async () => {
    const opened = await desk.opened('公园.txt')
    const [finding] = opened.findings
    await desk.append(opened, { kind: 'dismiss', finding: findingKey(finding!) })
    const review = fold(opened.draft, (await desk.opened('公园.txt')).records)
    const end = review.copy.text.length
    const edit = translate(review, [
      { from: 0, to: 2, insert: '城的南边' },
      { from: end, to: end, insert: '傍晚有灯。' },
    ])
    await desk.append(opened, edit!)
    const after = await desk.opened('公园.txt')
    expect(after.findings).toHaveLength(1)
    expect(after.findings[0]!.evidence[0]!.cleaned).not.toEqual(finding!.evidence[0]!.cleaned)
    const told = flags(fold(after.draft, after.records), after.findings).filter(({ kind }) => kind === 'finding')
    expect(told.map(({ state }) => state)).toEqual(['dismissed'])
    expect(after.row.errors).toBe(0)
  })
})
