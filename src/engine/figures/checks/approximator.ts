import type { Check, Claim, Reading, StoryCopy } from '../claim'
import type { Approximator, Mention, Sense } from '../lexer/mention'
import { amount, en, zh } from '../wording'

/** Approximators on one number that cannot hold together, or say one thing twice. */

type Clash = 'contradiction' | 'doubling'

/** First sense → second sense → what is wrong with the two. Pairs that are not here go together. */
const CLASHES: Readonly<Record<Sense, Partial<Record<Sense, Clash>>>> = {
  near: {
    surplus: 'contradiction',
    orMore: 'contradiction',
    over: 'contradiction',
    about: 'doubling',
    near: 'doubling',
  },
  under: {
    surplus: 'contradiction',
    orMore: 'contradiction',
    over: 'contradiction',
    about: 'contradiction',
    orLess: 'doubling',
  },
  about: {
    surplus: 'doubling',
    about: 'doubling',
    near: 'doubling',
    over: 'contradiction',
    orMore: 'contradiction',
    orLess: 'contradiction',
  },
  over: {
    surplus: 'doubling',
    orMore: 'doubling',
    over: 'doubling',
    about: 'contradiction',
    near: 'contradiction',
    orLess: 'contradiction',
  },
  atLeast: { atLeast: 'doubling', orMore: 'doubling', about: 'contradiction', orLess: 'contradiction' },
  atMost: { atMost: 'doubling', orLess: 'doubling', about: 'contradiction', orMore: 'contradiction' },
  surplus: { about: 'doubling', orMore: 'doubling' },
  orMore: {},
  orLess: {},
}

/** No reading of the words makes these true. */
const PROVABLE: readonly (readonly [Sense, Sense])[] = [
  ['near', 'surplus'],
  ['near', 'orMore'],
  ['under', 'surplus'],
  ['under', 'orMore'],
  ['atMost', 'orMore'],
  ['atLeast', 'orLess'],
  ['over', 'orLess'],
]

const SAYS: Readonly<Record<Sense, { zh: string; en: string; sign: string }>> = {
  near: { zh: '略少于', en: 'just under', sign: '<' },
  under: { zh: '少于', en: 'under', sign: '<' },
  about: { zh: '上下都可', en: 'either side of', sign: '≈' },
  over: { zh: '多于', en: 'over', sign: '>' },
  surplus: { zh: '多于', en: 'a bit over', sign: '>' },
  atLeast: { zh: '不少于', en: 'at least', sign: '≥' },
  atMost: { zh: '不多于', en: 'at most', sign: '≤' },
  orMore: { zh: '不少于', en: 'or more', sign: '≥' },
  orLess: { zh: '不多于', en: 'or less', sign: '≤' },
}

/** 十几 and 十来 are vague by themselves; only what denies their vagueness clashes. */
function clashOf(first: Approximator, second: Approximator, mention: Mention): Clash | null {
  const clash = CLASHES[first.sense][second.sense] ?? null
  if (second.word === '几') return null
  if (second.word === '来') return first.sense === 'near' || first.sense === 'under' ? clash : null
  if (second.sense === 'orMore' && mention.dimension === 'age' && second.start - first.end > 4) return null
  if (/^up to$/i.test(first.word) && second.sense === 'orMore') return null
  if (first.sense === second.sense) return clash
  return (first.sense === 'atLeast' || first.sense === 'atMost') && second.end <= mention.numeral[0] ? null : clash
}

/** 约占60岁以上人口的两成: the class of people has its own bound. */
function isShareOfClass(reading: Reading, first: Approximator, mention: Mention): boolean {
  return mention.dimension === 'age' && reading.shadow.slice(first.end, mention.numeral[0]).includes('占')
}

function claimOf(reading: Reading, mention: Mention, approximators: readonly Approximator[]): Claim | null {
  for (const [i, first] of approximators.entries()) {
    for (const second of approximators.slice(i + 1)) {
      const clash = clashOf(first, second, mention)
      if (clash === null || isShareOfClass(reading, first, mention)) continue
      return describe(reading, first, second, mention, clash)
    }
  }
  return null
}

function describe(reading: Reading, first: Approximator, second: Approximator, mention: Mention, clash: Clash): Claim {
  const start = Math.min(first.start, mention.numeral[0])
  const end = Math.max(second.end, mention.classified)
  const quote = reading.text.slice(start, end)
  const value = mention.kind === 'count' ? amount(mention.amount) : String(mention.amount)
  const [a, b] = [SAYS[first.sense], SAYS[second.sense]]
  const provable = PROVABLE.some(([x, y]) => x === first.sense && y === second.sense)
  const what =
    clash === 'contradiction'
      ? zh`“${first.word}”是${a.zh},“${second.word}”是${b.zh},不能同时成立`
      : zh`“${first.word}”和“${second.word}”说的是同一个意思`
  const english =
    clash === 'contradiction'
      ? `“${first.word}” (${a.en}) and “${second.word}” (${b.en}) cannot both hold`
      : `“${first.word}” and “${second.word}” say the same thing twice`
  return {
    tier: provable ? 'error' : 'query',
    places: [{ reading, start, end, value: mention.value }],
    message: {
      zh: zh`“${quote}”:${what}。请删去一个。`,
      en: en`“${quote}”: ${english}. Delete one of them.`,
    },
    arithmetic: [
      { label: first.word, en: a.en, expr: `${a.sign} ${value}`, value },
      { label: second.word, en: b.en, expr: `${b.sign} ${value}`, value },
    ],
  }
}

function* find(copy: StoryCopy): Iterable<Claim> {
  for (const reading of copy.readings) {
    for (const [i, mention] of reading.mentions.entries()) {
      if (mention.range === 'low') continue
      const low = mention.range === 'high' ? reading.mentions[i - 1] : undefined
      const claim = claimOf(reading, mention, [...(low?.approximators ?? []), ...mention.approximators])
      if (claim !== null) yield claim
    }
  }
}

export const approximator: Check = {
  id: 'approximator',
  tiers: ['error', 'query'],
  title: { zh: '约数自相矛盾', en: 'Clashing approximators' },
  why: {
    zh: zh`一个数前后各加一个约数词,要么互相矛盾(近…余),要么重复(约…左右)。`,
    en: 'Two approximators on one number contradict each other (nearly … odd) or say one thing twice (about … or so).',
  },
  examples: [
    { wrong: 'Police said [[nearly 400-plus people]] had gathered outside the courthouse.' },
    { silent: 'Police said 400-plus people had gathered, nearly 400 of them outside the courthouse.' },
    { wrong: '全镇清理河道垃圾点[[近百余处]]。' },
    { wrong: '现场来了[[约300人左右]]。' },
    { wrong: '截至周末,图书馆接待读者[[将近两千余人次]]。' },
    { wrong: '合作社[[大约有50户左右]]种了蓝莓。' },
    { wrong: '山洪漫过道路,[[不足20余户]]村民提前转移。' },
    { wrong: '这座桥[[至少要10年以上]]才大修一次。' },
    { wrong: '每份材料[[最多30页以内]]。' },
    { wrong: '展馆每天客流[[超过5000人以上]]。' },
    { wrong: '新林场[[逾千余亩]]坡地已经披绿。' },
    { wrong: '到场的摊主有[[300余人左右]]。' },
    { wrong: '[[近八成以上]]的受访者愿意再来。' },
    { wrong: '工期[[约3至5天左右]]。' },
    { wrong: '老渡口用了历时[[近30余年]]才改建。' },
    { wrong: '[[不到3000多元]]就能装一套滴灌。' },
    { wrong: '礼堂[[最多能坐不超过800人]]。' },
    { wrong: '渠首流量[[约每秒五百立方米左右]]。' },
    { wrong: 'The flood cut off [[about 300 or so]] on Monday.' },
    { wrong: 'The fair drew [[nearly 2,000 or more]] to the square.' },
    { wrong: 'Crews cleared [[at least 40 or more]] of the drains.' },
    { silent: '提供就业指导近7000人次。' },
    { silent: '这处早市已有30多年历史,周边有规模以上工厂12家。' },
    { silent: '近30多年来,渔港换了三次码头。' },
    { silent: '展会首日签约20余个项目,预约300余人。' },
    { silent: '附近20余家店铺一起歇业,最近十余天没有下雨。' },
    { silent: '约200名60岁以上老人领到了助餐卡,每天节约100多元。' },
    { silent: '约有3个多功能厅可以借用。' },
    { silent: '失业率控制在3.5%以内,至少安排了20多名护士值守。' },
    { silent: '中超30余轮比赛,他首发二十多场。' },
    { silent: '约占60岁以上人口的两成。' },
    { silent: '大桥全长约8公里,左右两侧各有绿化带。' },
    { silent: 'About 300 people and more than 20 boats took part; up to 50 or more are expected.' },
  ],
  find,
}
