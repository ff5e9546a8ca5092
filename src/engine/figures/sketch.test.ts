import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoryMeta } from '../analysis'
import { passagesOf } from './passages.fixture'
import { likeness, sketchesOf, type StorySketch } from './sketch'

const META: StoryMeta = {
  title: null,
  kicker: null,
  subtitle: null,
  agency: null,
  site: null,
  published: null,
  authors: [],
  editors: [],
  captions: [],
}
const STORY =
  '台风过后,石桥县转移安置群众4180人,抢通道路62公里,恢复供电1.3万户。县防汛办介绍,受灾的9个乡镇已全部恢复通信,' +
  '投入抢险人员2600余人、机械320台。气象台预计,未来三天还有阵雨,低洼地带请注意防范。'
const OTHER =
  '白杨中学图书馆昨天重新开放,新书架摆满了三层楼,学生们排队办理借阅证。馆长说,阅览室延长到晚上九点,周末也照常开放,' +
  '家长可以陪孩子来。志愿者带着低年级同学认字读图,整个下午都很热闹。'

function sketch(text: string, meta: Partial<StoryMeta> = {}): StorySketch {
  return sketchesOf(passagesOf(text), [{ ...META, ...meta }])[0]!
}

describe('a sketch', () => {
  it.each([
    ['other figures', STORY.replace('4180', '4810').replace('62', '26')],
    ['another width and script', STORY.replaceAll(',', '\uFF0C').replace('9个乡镇', '９個鄉鎮')],
    ['more around it', `${OTHER}\n${STORY}\n${OTHER}`],
    ['half of it', STORY.slice(0, 90)],
  ])('is alike where a copy has %s', (_, text) => {
    expect(likeness(sketch(STORY), sketch(text))).toBeGreaterThan(0)
  })

  it('is not alike for another story, whatever its length', () => {
    expect(likeness(sketch(STORY), sketch(OTHER))).toBe(0)
    expect(likeness(sketch(STORY), sketch(OTHER.repeat(50)))).toBe(0)
  })

  it('is alike by its title, where the days are not far apart', () => {
    const title = '石桥县抗击台风纪实'
    const on = (published: string | null, text = STORY) => sketch(text, { title, published })
    expect(likeness(on(null), on(null, OTHER))).toBe(1)
    expect(likeness(on('2026-08-01T09:00'), on('2026-08-03', OTHER))).toBe(1)
    expect(likeness(on('2026-08-01'), on('2026-08-11'))).toBe(0)
  })

  it('tells nothing of a line', () => {
    expect(sketchesOf(passagesOf('今天多云。'), [META])).toEqual([])
  })

  it('holds little of a text of any length, in linear time', () => {
    const long = Array.from({ length: 60_000 }, (_, n) => String.fromCharCode(0x4e00 + ((n * 7919) % 20_000))).join('')
    const started = performance.now()
    expect(sketch(long).least).toHaveLength(32)
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('finds what a whole comparison would: a cut of half the text, over any texts', () => {
    const letters = fc.string({ unit: fc.integer({ min: 0x4e10, max: 0x5fff }).map(String.fromCharCode) as never })
    fc.assert(
      fc.property(fc.array(letters, { minLength: 80, maxLength: 200 }), (parts) => {
        const text = parts.join('').slice(0, 3000)
        if (text.length < 200) return
        expect(likeness(sketch(text), sketch(text.slice(0, text.length / 2)))).toBeGreaterThan(0)
      }),
      { numRuns: 50 },
    )
  })
})
