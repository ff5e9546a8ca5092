import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { carry } from '../../review/carry'
import { fold } from '../../review/fold'
import type { Rebase } from '../../review/operation'
import { DeskTrial, eventually, PARK, review } from './desk.testing'

const NAME = '公园.txt'
const CHANGED = PARK.replace('樱树', '桂树')
let desk: DeskTrial
beforeEach(async () => {
  desk = await DeskTrial.make()
})
afterEach(() => desk.end())

/** An approved document whose file changed since: the older version and what is opened now. */
async function changed() {
  await desk.put(NAME, PARK)
  await desk.start()
  const older = await desk.approved(NAME)
  await desk.put(NAME, CHANGED)
  await eventually(async () => (await desk.row(NAME))?.version).not.toBe(older.row.version)
  const opened = await desk.opened(NAME)
  const answer = (choice: Rebase['choice']): Rebase => ({ kind: 'rebase', from: older.row.version!, choice })
  return { older, opened, answer }
}
const version = async () => (await desk.row(NAME))?.version

describe('a file that changed after its review', () => {
  it('goes on being shown, and exported, as it was reviewed, where that is kept; also after a restart', async () => {
    const { older, opened, answer } = await changed()
    await desk.append(opened, answer('kept'))
    await eventually(version).toBe(older.row.version)
    expect(await desk.row(NAME)).toMatchObject({
      status: 'approved',
      supersedes: null,
      setAside: opened.row.version,
      received: opened.row.received,
    })
    await desk.restart()
    await eventually(async () => (await desk.ask('hello', null)).folder?.analysed).toBe(1)
    expect(await desk.row(NAME)).toMatchObject({ version: older.row.version, setAside: opened.row.version })
    const again = await desk.opened(NAME)
    expect(review(again).copy.text).toBe(review(older).copy.text)
  })

  it('is shown as it stands again, once that is taken back', async () => {
    const { older, opened, answer } = await changed()
    const [kept] = (await desk.append(opened, answer('kept'))).slice(-1)
    await eventually(version).toBe(older.row.version)
    await desk.append(opened, { kind: 'undo', target: kept!.opId })
    await eventually(version).toBe(opened.row.version)
    expect(await desk.row(NAME)).toMatchObject({ status: 'open', supersedes: older.row.version, setAside: null })
  })

  it('changed once more is a new version, which supersedes the one that was kept', async () => {
    const { older, opened, answer } = await changed()
    await desk.append(opened, answer('kept'))
    await eventually(version).toBe(older.row.version)
    await desk.put(NAME, PARK.replace('樱树', '松树'))
    await eventually(version).not.toBe(older.row.version)
    expect(await desk.row(NAME)).toMatchObject({ status: 'open', supersedes: older.row.version, setAside: null })
  })

  it('takes over what was done on the version before', async () => {
    await desk.put(NAME, PARK)
    await desk.start()
    const first = await desk.opened(NAME)
    const block = first.draft.blocks.find(({ start, end }) => first.draft.text.slice(start, end).includes('沿湖'))!
    await desk.append(first, { kind: 'decide', fate: 'removed', spans: [[block.start, block.end]] })
    await desk.put(NAME, CHANGED)
    await eventually(version).not.toBe(first.row.version)
    const opened = await desk.opened(NAME)
    const older = await desk.ask('version', { version: opened.row.supersedes! })
    const { ops, lost } = carry(fold(older.draft, older.records), review(opened))
    expect(lost).toEqual([])
    await desk.append(opened, ...ops, { kind: 'rebase', from: first.row.version!, choice: 'carried' })
    const now = review(await desk.opened(NAME)).copy.text
    expect(now).toContain('桂树')
    expect(now).not.toContain('沿湖')
  })

  it('of which nothing is kept is refused with a sentence', async () => {
    await desk.put(NAME, PARK)
    await desk.start()
    expect(await desk.refusal('version', { version: 'a'.repeat(64) })).toMatchObject({ code: 'unknown-version' })
    expect(await desk.refusal('version', { version: '../etc' })).toMatchObject({ code: 'bad-argument' })
  })
})
