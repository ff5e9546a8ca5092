import type { Check, Claim, Place, Reading, StoryCopy } from '../claim'
import { labelledExamples, labelledOut } from '../lists/labelled'
import { orderExamples, orderWords } from '../lists/order-words'
import { stepsExamples } from '../lists/steps.examples'
import { parseChinese } from '../lexer/numeral'
import { zh } from '../wording'
import { Needled } from '../needled'

/** Numbered points that skip or repeat a number: 一是…二是…四是. */

const STYLES: readonly Needled[] = [
  /(?<=^|[。;:,!?\s”])(?<number>[一二三四五六七八九十]{1,2})是(?![否非个])/g,
  /(?<=^|[。;:!?\s])第(?<number>[一二三四五六七八九十]{1,2})[,、](?=\S)/g,
  /(?<=^|[。;:!?\s])\((?<number>[一二三四五六七八九十]{1,2})\)/g,
  /(?<=^|[。;:,!?\s])(?<number>[一二三四五六七八九十]{1,2})(?<mark>[要问查看靠抓访帮送讲学比争促强树严优保建化谈难愁怕盼忧则来])(?=[\u4E00-\u9FFF])/g,
  /(?<=^|[。;:,!?\s”])(?:第(?<number>[一二三四五六七八九十]{1,2}|\d)|首(?=[批期站幕组]))(?<mark>[步项层类条点招件关要看靠期批幕道种难是站组章节]|阶段|单元|板块|部分|环节|方面|梯队|标段|小组)[,:\s]?(?=\S)/g,
  // 工程一期…,二期…,四期…
  /(?<=^|[。;:,\s”程目区库厂线])(?<number>[一二三四五六])(?<mark>期)(?=[\u4E00-\u9FFF\d])(?!期[间货])/g,
  /(?<=^|[。;:,!?\s])(?<letter>[A-H])(?<mark>[组队区馆座栋级档款包类]|方案)(?=[\u4E00-\u9FFF:,\d])/g,
  /(?<=^|[。;:,!?\s])(?<stem>[甲乙丙丁戊己])(?<mark>方案|[组队班类级]|标段)(?=[\u4E00-\u9FFF:,\d])/g,
  /(?<=^|[。;:,!?\s])(?<mark>问题|方案|原因|建议|误区|案例|方法|经验|任务)(?<number>[一二三四五六\d])(?=[,:是])/g,
  /(?<number>[一二三四])(?<mark>等奖)(?=[各共]?\d{1,3}[名个项人件]|[各共]?[一二两三四五六七八九十]{1,3}[名个项人件])/g,
  /(?<=^|[。;:!?\s])\((?<number>\d{1,2})\)(?=[^\d\s])/g,
  /(?<=^\s{0,4})(?<number>[一二三四五六七八九十]{1,2})、(?=\S)/g,
  /(?<=^\s{0,4})(?<number>\d{1,2})(?<mark>[.、])\s?(?=[^\d\s])/g,
  /(?<=^|[。;:,!?\s”])其(?<number>[一二三四五六七八九])(?=[,:、\u4E00-\u9FFF])(?![中他它余])/g,
  /(?<=^|[。;:,!?\s])(?<stem>[甲乙丙丁戊己])[、.](?=\S)/g,
  /\bstep\s(?<number>\d)(?=[:,.]\s)/gi,
  /(?<=^|[^\d\s]\s)\((?<letter>[a-h])\)(?=\s)/g,
  /(?<ring>[\u2460-\u2473])(?=\S)/g,
  // His first concern is … The second is … The third is …
  /(?<=^|[.!?]["”]?\s)(?:The|His|Her|Its|Their)\s(?:(?<word>first)(?:\s[a-z]{4,12})?(?=,\s[a-z]{2,5}\s[a-z]{3,9},|\sis\b)|(?<later>second|third|fourth|fifth|sixth)(?=\sis\s))/g,
  /(?<=^|[;.:,]\s|\sand\s)(?<word>first|second|third|fourth|fifth|sixth)(?:ly)?,\s/gi,
].map((pattern) => new Needled(pattern))

const HAN = '一二三四五六七八九'
/** ① */
const RING_ONE = 0x2460
const STEMS = '甲乙丙丁戊己'
const WORDS = 'first second third fourth fifth sixth'.split(' ')

interface Numbered extends Place {
  readonly number: number
}

interface Step extends Numbered {
  /** what the numeral counts in this style: 步, 要, a point */
  readonly mark: string
  readonly reading: Reading
}

function stepOf(reading: Reading, match: RegExpExecArray): Step | null {
  const { number: written = '', later, word = later, ring, stem, letter, mark = '' } = match.groups ?? {}
  const number =
    ring !== undefined
      ? (ring.codePointAt(0) ?? 0) - RING_ONE + 1
      : stem !== undefined
        ? STEMS.indexOf(stem) + 1
        : letter !== undefined
          ? letter.toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0) + 1
          : word !== undefined
            ? WORDS.indexOf(word.toLowerCase()) + 1
            : /^\d/.test(written)
              ? Number(written)
              : match[0].startsWith('首')
                ? 1
                : parseChinese(written)
  return number === null
    ? null
    : { reading, start: match.index, end: match.index + match[0].trimEnd().length, number, mark }
}

/** The steps of one style, in order through the story. */
function stepsOf(copy: StoryCopy, style: Needled): Step[] {
  return copy.readings.flatMap((reading) => style.in(reading.shadow).flatMap((match) => stepOf(reading, match) ?? []))
}

/** The steps of one style by runs; headings end a run. */
function runs(copy: StoryCopy, steps: readonly Step[]): Step[][] {
  const all: Step[][] = []
  let current: Step[] = []
  let last = -1
  for (const step of steps) {
    const { index } = step.reading
    const parted = copy.readings
      .slice(Math.max(last + 1, 0), index + 1)
      .some(({ passage }) => passage.role === 'heading')
    const far = last >= 0 && (index - last > 3 || (index > last && parted))
    if (current.length > 0 && (far || step.number === 1 || current[0]?.mark !== step.mark)) {
      all.push(current)
      current = []
    }
    current.push(step)
    last = index
  }
  return current.length > 0 ? [...all, current] : all
}

/** 项目的二期: the number that seems lost stands between the two, in other words. */
function isElsewhere(step: Step, { number, mark, end, reading }: Step): boolean {
  if (mark === '' || reading !== step.reading) return false
  const between = reading.shadow.slice(end, step.start)
  return between.includes(`${HAN.charAt(number)}${mark}`) || between.includes(`${number + 1}${mark}`)
}

/** A级…,C级27家。C级企业该查还得查: a name that the next sentence takes up. */
function isNameOf({ reading, start }: Step, before: Step): boolean {
  return (
    reading === before.reading &&
    /^[A-Z]/.test(reading.shadow.slice(start)) &&
    reading.shadow.slice(before.end, start).includes('。')
  )
}

function claimOf(steps: readonly Step[]): Claim | null {
  if (steps[0]?.number !== 1 || steps.length < 2) return null
  for (const [i, step] of steps.entries()) {
    const before = steps[i - 1]
    if (before === undefined || step.number === before.number + 1) continue
    const forward = step.number - before.number
    const resumed = steps[i + 1]
    if (forward > 3 || forward < 0 || (forward > 0 && isElsewhere(step, before))) return null
    if (
      forward === 0 &&
      resumed !== undefined &&
      resumed.number !== step.number + 1 &&
      resumed.number !== step.number + 2
    )
      return null
    if (forward === 0 && resumed === undefined && isNameOf(step, before)) return null
    const numbers = steps.map(({ number }) => number).join(', ')
    return {
      tier: 'query',
      places: [step, before],
      message: {
        zh:
          forward === 0
            ? zh`“${step.reading.text.slice(step.start, step.end)}”的序号重复了。请核对。`
            : zh`序号从${before.number}跳到${step.number},中间缺了。请核对是漏了内容还是写错了序号。`,
        en:
          forward === 0
            ? `The number ${step.number} comes twice. Check it.`
            : `The numbering jumps from ${before.number} to ${step.number}. Check whether a point is lost.`,
      },
      arithmetic: [{ label: '列出', en: 'listed', expr: numbers, value: steps.length }],
    }
  }
  return null
}

/** 一、 … 二、 … 二、 … 四、: however far apart, one number is out and the next goes on as if it were not. */
function* interrupted(steps: readonly Step[]): Iterable<Step> {
  let expected = 1
  for (const [i, step] of steps.entries()) {
    const next = steps[i + 1]
    if (step.number !== expected && expected > 1 && next?.number === expected + 1 && next.mark === step.mark) {
      yield step
      expected += 1
    } else if (step.number <= expected + FAR)
      expected = step.number === expected ? expected + 1 : step.number === 1 ? 2 : -FAR
  }
}

/** A number so far ahead is none of the run's: 十四、五岁. */
const FAR = 4

function outOfRun(step: Numbered, steps: readonly Numbered[]): Claim {
  return {
    tier: 'query',
    places: [step],
    message: {
      zh: zh`“${step.reading.text.slice(step.start, step.end)}”的序号与前后不连。请核对。`,
      en: `The number ${step.number} stands between two that go on without it. Check it.`,
    },
    arithmetic: [
      { label: '列出', en: 'listed', expr: steps.map(({ number }) => number).join(', '), value: steps.length },
    ],
  }
}

function* find(copy: StoryCopy): Iterable<Claim> {
  yield* orderWords(copy)
  for (const [steps, at] of labelledOut(copy)) {
    const step = steps[at]
    if (step !== undefined) yield outOfRun(step, steps)
  }
  for (const style of STYLES) {
    const told = new Set<number>()
    const all = stepsOf(copy, style)
    for (const steps of runs(copy, all)) {
      const claim = claimOf(steps)
      if (claim === null) continue
      for (const { reading } of claim.places) told.add(reading.index)
      yield claim
    }
    for (const step of interrupted(all)) if (!told.has(step.reading.index)) yield outOfRun(step, [step])
  }
}

export const sequence: Check = {
  id: 'sequence',
  tiers: ['query'],
  title: { zh: '序号不连', en: 'Broken numbering' },
  why: {
    zh: zh`“一是…二是…四是”,不是漏了一点,就是写错了序号。`,
    en: 'Numbered points that skip or repeat a number have lost a point or carry a wrong number.',
  },
  examples: [
    ...stepsExamples,
    ...orderExamples,
    { wrong: '三项新制:其一,路口禁停;[[其二]],信号延长;[[其二]],骑楼整平。' },
    { wrong: '办理流程为[[①]]登记 [[③]]体检 ④缴费。' },
    { wrong: '[[首先]]要看水源,其次要看土质,[[首先]]要看路。' },
    ...labelledExamples,
    { silent: '办理流程为①登记 ②体检 ③缴费。首先要看水源,其次要看土质,最后要看路。' },
    { wrong: '一是修渠,[[二是]]种树,[[四是]]通路。' },
    { wrong: '第一,看苗情。[[第二,]]看墒情。[[第四,]]看虫情。' },
    { wrong: '会议要求,一要早动手;[[二要]]重实效;[[四要]]严考核。' },
    { wrong: '(一)报名\n[[(二)]]初审\n[[(四)]]公示' },
    { wrong: '[[一是]]缺人手。\n[[三是]]缺资金。' },
    { wrong: '一是党员带头;二是能人领头;[[三是]]合作社牵头;[[五是]]村民跟头。' },
    { wrong: '一问菜价,[[二问]]味道,[[四问]]路程。' },
    { wrong: '1. 带好证件。\n[[2.]] 提前到场。\n[[4.]] 手机静音。' },
    { wrong: 'She gave three reasons. First, it leaks; [[second,]] it is old; [[fourth,]] it is far.' },
    { wrong: 'His first concern is the lift. [[The second]] is the lighting. [[The second]] is that nobody is there.' },
    { silent: 'His first concern is the lift. The second is the lighting. The third is that nobody is there.' },
    { silent: '第一步清淤,第二步护岸,第三步种树。\n1. 带证件。\n2. 早到场。' },
    { silent: '一是修渠,二是种树,三是通路。' },
    { silent: '一是早。二是快。\n## 另一件事\n一是稳。二是准。三是好。' },
    { silent: '他一是没空,再说也不想去。' },
    { silent: '获得第一、第二名的选手分别来自南街和北街。' },
    { silent: '一要早动手,二要重实效,三要严考核。一要有人管,二要有钱办。' },
    { silent: '(一)报名\n(二)初审\n(三)公示' },
    { silent: '一方面修路,另一方面架桥,这是第四座了。' },
    { silent: '四是四,十是十,他教孩子们念绕口令。' },
  ],
  find,
}
