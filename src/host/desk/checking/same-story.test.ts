import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findingKey } from '../../../review/flags'
import { fold } from '../../../review/fold'
import { translate } from '../../../review/translate'
import { DeskTrial } from '../desk.testing'

const story = (moved: string, source: string) => `石桥县全力抢险救灾
2026-08-02 来源\uFF1A${source}

台风过后\uFF0C石桥县转移安置群众${moved}\uFF0C抢通道路62公里\uFF0C恢复供电1.3万户。
县防汛办介绍\uFF0C受灾的9个乡镇已全部恢复通信\uFF0C投入机械320台。气象台预计\uFF0C未来三天还有阵雨\uFF0C低洼地带请注意防范。
`
const OTHER = `白杨中学图书馆重新开放

白杨中学图书馆昨天重新开放\uFF0C新书架摆满了三层楼\uFF0C学生们排队办理借阅证。馆长说\uFF0C阅览室延长到晚上九点。
`

let desk: DeskTrial
beforeEach(async () => {
  desk = await DeskTrial.make()
  await desk.put('晚报.txt', story('4180人', '石桥晚报'))
  await desk.put('日报.txt', story('4810人', '江湾日报'))
  await desk.put('别的.txt', OTHER)
  await desk.start()
})
afterEach(() => desk.end())

const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })
const queries = async () => Object.fromEntries((await desk.rows()).map(({ path, queries }) => [path, queries]))
const asked = async (path: string) => (await desk.opened(path)).findings.filter(({ check }) => check === 'across')

const unread = async () => (await desk.ask('alike', { line: '无', shape: null, fate: 'text', from: 0 })).unread

describe('the same story from two sources', () => {
  it('is a question on both, with the other document, its place and the arithmetic', async () => {
    await eventually(queries).toEqual({ '晚报.txt': 1, '日报.txt': 1, '别的.txt': 0 })
    const [finding] = await asked('晚报.txt')
    const other = await desk.opened('日报.txt')
    expect(finding).toMatchObject({ tier: 'query', evidence: [{ quote: '4180人' }] })
    expect(finding!.message.zh).toContain('江湾日报')
    expect(finding!.arithmetic.map(({ expr }) => expr)).toEqual(['4180人', '4810人', '4810 - 4180'])
    expect(finding!.other).toMatchObject({ document: other.row.id, name: '江湾日报' })
    const [place] = finding!.other!.evidence
    expect(other.draft.text.slice(place!.start!, place!.end!)).toBe('4810人')
  })

  it('is settled on both once one is corrected', async () => {
    await eventually(queries).toMatchObject({ '晚报.txt': 1, '日报.txt': 1 })
    const opened = await desk.opened('晚报.txt')
    const at = fold(opened.draft, []).copy.text.indexOf('4180')
    const edit = translate(fold(opened.draft, []), [{ from: at, to: at + 4, insert: '4810' }])
    await desk.append(opened, edit!)
    await eventually(queries).toMatchObject({ '晚报.txt': 0, '日报.txt': 0 })
    expect(await asked('日报.txt')).toEqual([])
  })

  it('stays dismissed where it was, and is nothing once the other is turned down', async () => {
    await eventually(queries).toMatchObject({ '晚报.txt': 1, '日报.txt': 1 })
    const opened = await desk.opened('晚报.txt')
    const [finding] = await asked('晚报.txt')
    await desk.append(opened, { kind: 'dismiss', finding: findingKey(finding!) })
    await eventually(queries).toMatchObject({ '晚报.txt': 0, '日报.txt': 1 })
    await desk.append(await desk.opened('晚报.txt'), { kind: 'reject', reason: 'duplicate' })
    await eventually(queries).toMatchObject({ '日报.txt': 0 })
  })

  it('is there after a restart, for what was remembered and for a third that arrives', async () => {
    await eventually(queries).toMatchObject({ '晚报.txt': 1, '日报.txt': 1 })
    await desk.restart()
    expect(await queries()).toEqual({ '晚报.txt': 1, '日报.txt': 1, '别的.txt': 0 })
    expect(await asked('晚报.txt')).toHaveLength(1)
    await desk.put('早报.txt', story('5180人', '江北早报'))
    await eventually(queries).toEqual({ '晚报.txt': 2, '日报.txt': 2, '早报.txt': 2, '别的.txt': 0 })
  })

  it('is not compared anew after a restart, while both stand as they stood', async () => {
    await eventually(queries).toMatchObject({ '晚报.txt': 1, '日报.txt': 1 })
    const { row } = await desk.opened('日报.txt')
    await desk.restart()
    await eventually(unread).toBe(0)
    // What it would be compared with is gone.
    await rm(join(desk.data, 'sources', row.version!.slice(0, 2), row.version!.slice(2)))
    expect(await asked('晚报.txt')).toHaveLength(1)
  })

  it('asks nothing where the other has left the folder', async () => {
    await eventually(queries).toMatchObject({ '晚报.txt': 1, '日报.txt': 1 })
    await rm(join(desk.folder, '日报.txt'))
    await eventually(queries).toEqual({ '晚报.txt': 0, '别的.txt': 0 })
    expect(await asked('晚报.txt')).toEqual([])
  })
})
