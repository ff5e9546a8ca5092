import type { Claim, Example, Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import { Needled } from '../needled'
import { en, zh } from '../wording'

/** Points that words put in order, and figures after them: 首先…其次…首先; 首先…其次…第三…第五. */

const ORDER = new Needled(/(?<=^|[。;:,!?\s])(?:首先|其次|再次|然后|接着|随后|最后(?![一的\d]))(?=[,\u4E00-\u9FFF])/g)

/** 首先…最后…最后, 首先…然后…首先: within a sentence each of them comes once. */
function* twice(reading: Reading): Iterable<Claim> {
  const words = ORDER.in(reading.shadow)
  const [first] = words
  if (first === undefined || words.length < 3) return
  const sentence = words.filter(({ index }) => !reading.shadow.slice(first.index, index).includes('。'))
  const said = sentence.map(([word]) => word)
  if (said[0] !== '首先' || said.length < 3) return
  for (const word of ['最后', '首先']) {
    const [one, again, more] = sentence.filter((match) => match[0] === word)
    if (one === undefined || again === undefined || more !== undefined) continue
    if (word === '首先' && said.includes('其次')) continue
    yield {
      tier: 'query',
      places: [again, one].map(({ index }) => ({ reading, start: index, end: index + 2 })),
      message: {
        zh: zh`“${word}”在一句话里用了两次。请核对次序。`,
        en: en`“${word}” comes twice in one sentence. Check the order.`,
      },
      arithmetic: [{ label: '列出', en: 'listed', expr: said.join(', '), value: said.length }],
    }
  }
}

const PODIUM = /冠军[^。]{0,30}?(?:[,、;]|(?<=[,、;]))亚军[^。冠季]{0,20}?[,、;](?<again>亚军)[^。季]{0,20}(?=。|$)/g

/** 冠军…,亚军…,亚军…: the third is called as the second. */
function* podium(reading: Reading): Iterable<Claim> {
  if (!reading.shadow.includes('亚军')) return
  for (const match of matchesOf(reading.shadow, PODIUM)) {
    const first = match.index + match[0].indexOf('亚军')
    const again = match.index + match[0].lastIndexOf('亚军')
    yield {
      tier: 'query',
      places: [again, first].map((start) => ({ reading, start, end: start + 2 })),
      message: {
        zh: zh`“亚军”说了两次,没有季军。请核对名次。`,
        en: 'The runner-up is named twice, and no third. Check the places.',
      },
      arithmetic: [{ label: '列出', en: 'listed', expr: '1, 2, 2', value: 3 }],
    }
  }
}

/** 首先…其次…首先: the last of them is another's. */
function* restarts(reading: Reading): Iterable<Claim> {
  const words = ORDER.in(reading.shadow).filter(([word]) => !/[然接随]/.test(word.charAt(0)))
  const [first, second, third] = words
  const begun = words.filter(([word]) => word === '首先').length
  if (first?.[0] === '首先' && second?.[0] === '其次' && third?.[0] === '其次' && begun === 1) {
    const places = [third, second].map(({ index }) => ({ reading, start: index, end: index + 2 }))
    yield {
      tier: 'query',
      places,
      message: { zh: zh`“其次”连着用了两次。请核对次序。`, en: 'The second point comes twice. Check the order.' },
      arithmetic: [{ label: '列出', en: 'listed', expr: words.map(([word]) => word).join(', '), value: words.length }],
    }
  }
  const again = words.at(-1)
  if (first?.[0] !== '首先' || second?.[0] !== '其次' || words.length < 3 || again?.[0] !== '首先') return
  if (words.filter(([word]) => word === '首先').length > 2) return
  const place = (match: RegExpExecArray): Place => ({
    reading,
    start: match.index,
    end: match.index + match[0].length,
  })
  yield {
    tier: 'query',
    places: [place(again), place(first)],
    message: {
      zh: zh`“首先”之后已有“其次”,这里又写“首先”。请核对次序。`,
      en: 'After the second point the first comes again. Check the order.',
    },
    arithmetic: [{ label: '列出', en: 'listed', expr: words.map(([word]) => word).join(', '), value: words.length }],
  }
}

const POINT = new Needled(
  /(?<=^|[。;:!?\s”])(?:(?<word>首先|其次)(?=[,\u4E00-\u9FFF])|第(?<number>[一二三四五六七八九])(?=[,、:]))/g,
)

interface Point extends Place {
  readonly written: string
  readonly number: number
}

function pointsOf(copy: StoryCopy): Point[] {
  return copy.readings.flatMap((reading) =>
    POINT.in(reading.shadow).map((match): Point => {
      const { word, number = '' } = match.groups ?? {}
      const value = word === undefined ? (parseChinese(number) ?? 0) : word === '首先' ? 1 : 2
      return { reading, start: match.index, end: match.index + match[0].length, written: match[0], number: value }
    }),
  )
}

/** 首先…其次…第三…第五: the figures go on where the words stopped. Figures before the words are a list of their own. */
function* goneOn(copy: StoryCopy): Iterable<Claim> {
  const points = pointsOf(copy)
  const [first, second, ...rest] = points
  if (first?.written !== '首先' || second?.written !== '其次' || rest.length === 0) return
  if (rest.some(({ number }) => number < 3)) return
  const off = rest.findIndex((point, i) => point.number !== (rest[i - 1] ?? second).number + 1)
  const [step, before] = [rest[off], rest[off - 1] ?? second]
  if (step === undefined || Math.abs(step.number - before.number - 1) > 1) return
  yield {
    tier: 'query',
    places: [step, before],
    message: {
      zh: zh`“${before.written}”之后接着是“${step.written}”,序号不连。请核对是漏了内容还是写错了序号。`,
      en: en`“${step.written}” follows “${before.written}”: the numbering is broken. Check whether a point is lost.`,
    },
    arithmetic: [
      { label: '列出', en: 'listed', expr: points.map(({ number }) => number).join(', '), value: points.length },
    ],
  }
}

export function* orderWords(copy: StoryCopy): Iterable<Claim> {
  for (const reading of copy.readings) {
    yield* restarts(reading)
    yield* twice(reading)
    yield* podium(reading)
  }
  yield* goneOn(copy)
}

export const orderExamples: readonly Example[] = [
  { wrong: '学校做了三件事:首先检修门窗,[[最后]]组织逐班走访,[[最后]]才恢复体育课。' },
  { wrong: '办理分四步:[[首先]]网上预约,然后现场取号,接着窗口受理,[[首先]]领取证件。' },
  { wrong: '冠军由李响获得,[[亚军]]是赵凯,[[亚军]]是孙浩。' },
  {
    silent:
      '学校做了三件事:首先检修门窗,然后组织逐班走访,最后才恢复体育课。冠军由李响获得,亚军是赵凯,季军是孙浩。去年他获得冠军,前年是亚军。',
  },
  { wrong: '老师支了四招:首先,每天写一组题。其次,错题本每周重写。[[第三]],作文先练开头。[[第五]],考前早睡。' },
  { wrong: '他提了几点建议。首先,查清家底。\n[[其次]],补齐管网。\n[[第四]],把账目公开。' },
  {
    silent: '老师支了四招:首先,每天写一组题。其次,错题本每周重写。第三,作文先练开头。第四,考前早睡。',
  },
  { silent: '第一,早部署。第二,快行动。第三,严督查。首先要看水源,其次要看土质。第四,常回头看。' },
]
