import type { Example, Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { kindOf, sentencesOf } from '../sentences'
import { sums, type Partition } from './partition'

/**
 * What a work has in all and in each of its phases, wherever the whole is told: 总投资24亿元 … 分两期建设。一期投资15亿元,用地260亩;二期投资
 * 9亿元,用地160亩. The phases are as many as announced, and each has its figure behind the same word.
 */

const PHASED = /分(?<count>[两二三四])期/
const PHASE = /(?:[一二三四]期|首期)(?:工程|项目)?/g
const WORDS = ['投资', '用地', '占地', '建筑面积', '建设', '新建', '安装', '改造', '产能', '产值', '装机']

interface Told {
  readonly reading: Reading
  readonly mention: Mention
  readonly word: string
}

function toldBehind(readings: readonly Reading[], test: (ahead: string) => string | null): Told[] {
  return readings.flatMap((reading) =>
    reading.mentions.flatMap((mention): Told[] => {
      if (mention.kind !== 'count' || mention.range !== null || mention.dimension === '') return []
      const word = test(reading.shadow.slice(Math.max(0, mention.start - 10), mention.start))
      return word === null ? [] : [{ reading, mention, word }]
    }),
  )
}

const wordAt = (ahead: string): string | null =>
  WORDS.find((word) => new RegExp(`${word}[为达约]?$`).test(ahead)) ?? null
const same = (a: string, b: string): boolean => a === b || (/[用占]地/.test(a) && /[用占]地/.test(b))
const wholeAt = (ahead: string): string | null =>
  /[一二三四首]期|其中/.test(ahead) ? null : /总投资[额为达约]*$/.test(ahead) ? '投资' : wordAt(ahead)

/** The figures of each phase by their word, from the paragraph that tells the phases. */
function* phasesIn(reading: Reading): Iterable<readonly [word: string, parts: readonly Mention[]]> {
  const count = '一两三四'.indexOf((PHASED.exec(reading.shadow)?.groups?.['count'] ?? '').replace('二', '两')) + 1
  const starts = [...reading.shadow.matchAll(PHASE)].map(({ index }) => index)
  if (count < 2 || starts.length !== count) return
  const stop = sentencesOf(reading).find(({ end }) => end > (starts.at(-1) ?? 0))?.end ?? reading.shadow.length
  const rows = toldBehind([reading], wordAt)
  for (const word of new Set(rows.map((row) => row.word))) {
    const parts = starts.flatMap((start, i) =>
      rows.filter(
        (row) => row.word === word && row.mention.start > start && row.mention.start < (starts[i + 1] ?? stop),
      ),
    )
    const one = starts.every(
      (start, i) =>
        parts.filter(({ mention }) => mention.start > start && mention.start < (starts[i + 1] ?? stop)).length === 1,
    )
    if (one && new Set(parts.map(({ mention }) => kindOf(mention))).size === 1)
      yield [word, parts.map(({ mention }) => mention)]
  }
}

export function* byPhase(copy: StoryCopy, reading: Reading): Iterable<Partition> {
  if (reading.english || !PHASED.test(reading.shadow)) return
  for (const [word, parts] of phasesIn(reading)) {
    const [first] = parts
    if (first === undefined) continue
    const wholes = toldBehind(
      copy.readings.filter(({ passage }) => passage.role !== 'title'),
      wholeAt,
    ).filter((one) => same(one.word, word) && kindOf(one.mention) === kindOf(first) && !parts.includes(one.mention))
    const [whole] = wholes
    if (whole === undefined || new Set(wholes.map(({ mention }) => mention.value)).size > 1) continue
    if (whole.reading === reading && whole.mention.start > first.start) continue
    if (sums(reading.shadow, parts, whole.mention, whole.reading.shadow)) continue
    yield { reading, home: whole.reading, total: whole.mention, parts, closed: true, sum: false }
  }
}

export const phaseExamples: readonly Example[] = [
  {
    wrong:
      '总投资[[24亿元]]的储能电池项目开工。\n项目占地420亩,分两期建设。一期投资[[15亿元]],用地260亩;二期投资[[12亿元]],用地160亩。',
  },
  {
    wrong: '项目占地[[430亩]],分两期建设。一期投资15亿元,用地[[260亩]];二期投资9亿元,用地[[160亩]]。',
  },
  {
    silent:
      '总投资24亿元的储能电池项目开工。\n项目占地420亩,分两期建设。一期投资15亿元,用地260亩;二期投资9亿元,用地160亩。去年园区完成投资60亿元。',
  },
]
