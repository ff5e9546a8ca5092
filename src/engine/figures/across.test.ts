import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { across, isSameStory, type AcrossCopy } from './across'
import { passagesOf } from './passages.fixture'

const STORY =
  '台风过后,石桥县转移安置群众4180人,抢通道路62公里,恢复供电1.3万户。县防汛办介绍,受灾的9个乡镇已全部恢复通信,' +
  '投入抢险人员2600余人、机械320台。气象台预计,未来三天还有阵雨,低洼地带请注意防范。'

function copy(name: string, text: string, title: string | null = null): AcrossCopy {
  return { name, title, passages: passagesOf(text) }
}

function said(a: AcrossCopy, b: AcrossCopy): string[] {
  return across(a, b).map(({ evidence, other }) => `${evidence[0]?.quote ?? ''} / ${other.evidence[0]?.quote ?? ''}`)
}

describe('across', () => {
  const a = copy('晚报', STORY)

  it.each([
    ['4180人', '4810人'],
    ['62公里', '26公里'],
    ['1.3万户', '13万户'],
    ['9个', '8个'],
    ['320台', '230台'],
  ])('speaks where one copy says %s and the other %s', (one, two) => {
    expect(said(a, copy('日报', STORY.replace(one, two)))).toEqual([`${one} / ${two}`])
  })

  it('names the other copy and marks both places', () => {
    const [finding] = across(a, copy('日报', STORY.replace('4180', '4810')))
    expect(finding?.message.zh).toContain('日报')
    expect(finding?.evidence[0]?.start).toBe(STORY.indexOf('4180'))
    expect(finding?.other.name).toBe('日报')
    expect(finding?.other.evidence[0]?.start).toBe(STORY.indexOf('4180'))
  })

  it.each([
    ['the same copy', STORY],
    ['rounding', STORY.replace('4180人', '4100余人').replace('1.3万户', '近1.4万户')],
    ['another width and script', STORY.replaceAll(',', '\uFF0C').replace('9个乡镇', '９個鄉鎮')],
    ['a shorter copy', STORY.slice(0, 60)],
    ['another order', [...STORY.split('。')].reverse().join('。')],
  ])('is silent on %s', (_, text) => {
    expect(said(a, copy('日报', text))).toEqual([])
  })

  it('is silent on another story of the same form', () => {
    const other = copy('日报', '昨天,白杨中学转移安置图书4810册,教师们忙了一整天,学生们也来帮忙搬运。')
    expect(isSameStory(a, other)).toBe(false)
    expect(said(a, other)).toEqual([])
  })

  it('knows English copies by their words, not by their letters', () => {
    const flood =
      'The river rose overnight and the county moved 4,180 people to schools and halls. Crews cleared the road to the ' +
      'dam, and power is back in most of the valley. More rain is expected before the weekend.'
    const fair =
      'The spring fair opened on Saturday with stalls along the harbour road. Organisers expected more visitors than ' +
      'last year, and most of the rooms in the town were taken before the weekend.'
    expect(isSameStory(copy('a', flood), copy('b', fair.repeat(4)))).toBe(false)
    expect(said(copy('a', flood), copy('b', flood.replace('4,180', '4,810')))).toEqual(['4,180 people / 4,810 people'])
  })

  it('takes the same title for the same story', () => {
    const [one, two] = ['全县转移安置群众4180人。', '到昨晚,全县转移安置群众4810人。']
    expect(said(copy('甲', one, '石桥县抗击台风纪实'), copy('乙', two, '石桥县抗击台风纪实'))).toEqual([
      '4180人 / 4810人',
    ])
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ unit: 'binary', maxLength: 200 }),
        (x, y) => {
          expect(across(copy('甲', STORY + x, 't'.repeat(9)), copy('乙', y + STORY, 't'.repeat(9)))).toBeInstanceOf(
            Array,
          )
        },
      ),
      { numRuns: 200 },
    )
  })
})
