import type { Claim, Example } from '../claim'
import { aheadOf, behindOf } from '../labels'
import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'
import { ofSum } from './wholes'

/** What the owners of one company hold is no more than all of it: 甲持股51%,乙持股29%,丙持股30%. They may hold less; others do. */

const HOLDS =
  /(?:持股|占股|参股|入股|出资|认缴|认购|股权|股份)(?:比例|占比|份额)?(?:分别)?[占为达是约有各]{0,3}$|[占持][\u4E00-\u9FFF]{0,4}股[权份本]的?$/
const OF_SHARES = /^的?[\u4E00-\u9FFF]{0,2}(?:股权|股份)/
/** Who they are: of one company. */
const OWNERS = /股东|[两双三四五]方|合资|各方|合作方|共同[出投]资|发起人/
/** Of another company or another time. */
const APART = /[增减升降提由从在向]|子公司|间接|合计|共计|变更|此前|原[先来持]|其中|对[\u4E00-\u9FFF]{2,8}持股|稀释/
/** 分别持股51%、29%和30% */
const NEXT = /^(?:[、,]|以?[和及])$/

function holdingsIn(sentence: Sentence): Mention[] {
  const { shadow } = sentence.reading
  const held: Mention[] = []
  for (const mention of sentence.mentions) {
    if (mention.kind !== 'percent' || mention.range !== null) continue
    const last = held.at(-1)
    const ahead = aheadOf(sentence, mention, 16)
    const own = (ahead.split(/[,;。:]/).at(-1) ?? '').trim()
    if (APART.test(own)) return []
    const named = HOLDS.test(own) || (/持有?$/.test(own) && OF_SHARES.test(behindOf(sentence, mention, 8)))
    if (named || (last !== undefined && NEXT.test(shadow.slice(last.end, mention.start)))) held.push(mention)
  }
  return held
}

export function* holdings(sentence: Sentence): Iterable<Claim> {
  const { reading, mentions, start, end } = sentence
  if (reading.english || mentions.length < 2 || mentions.length > 40) return
  const { shadow } = reading
  if (!/[股资缴购]/.test(shadow.slice(start, end))) return
  const held = holdingsIn(sentence)
  const [first] = held
  if (first === undefined || held.length < (OWNERS.test(shadow.slice(0, end)) ? 2 : 3)) return
  // Two companies of one name each, or a share that holds another.
  if (held.some((one, i) => i > 0 && one.start - (held[i - 1]?.end ?? 0) > 40)) return
  if (held.some(({ value }) => value >= 100)) return
  const sum = held.reduce((all, { low }) => all + low, 0)
  if (sum <= 100 + 0.11 * held.length || sum > 160) return
  yield ofSum(
    reading,
    held.map((one) => ({ start: one.start, end: one.end, value: one.value })),
    held.map(({ value }) => value),
  )
}

export const holdingExamples: readonly Example[] = [
  { wrong: '三家股东中,天璟科技持股[[51%]],远拓能源持股[[29%]],海合资本持股[[30%]]。' },
  { wrong: '合资公司由三方共同出资设立,三方分别持股[[40%]]、[[35%]]和[[35%]]。' },
  { wrong: '新公司两家股东中,港务集团持有[[65%]]的股权,华运物流持有[[45%]]的股权。' },
  {
    silent:
      '三家股东中,天璟科技持股51%,远拓能源持股29%,海合资本持股20%。集团对东海公司持股65%,对南海公司持股75%,对北海公司持股51%。股东张某持股由51%降至35%,李某持股29%。',
  },
]
