import type { Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import type { Partition } from './partition'
import { kindOf } from '../sentences'

/**
 * Figures of one paragraph whose own names say which of them make up which, wherever they stand in it: 核载9人,实载64人,超载55人.
 * A name that two figures carry names neither.
 */

interface Words {
  /** right before the figure, from the figure or full stop before it */
  readonly ahead?: RegExp
  /** right behind it, to the next figure or mark */
  readonly behind?: RegExp
}

interface Ledger {
  readonly total: Words
  /** all of these must be told */
  readonly parts: readonly Words[]
  /** these belong to it where they are told */
  readonly also?: readonly Words[]
  /** more may belong to it that nobody tells */
  readonly open?: true
}

const industry = (name: string): Words => ({
  ahead: new RegExp(`${name}(?:产业|产)(?:(?:实现|完成)?增加值)?(?:实现|完成|达到?|为|约)?$`),
})

/** The names, and a word of each ledger without which it is not looked for. */
const LEDGERS: readonly (readonly [cue: RegExp, ledger: Ledger])[] = [
  [
    /超[载员]/,
    {
      total: { ahead: /实际?(?:[载乘]|乘坐)[客人]?(?:[为了达]|人数)?$/ },
      parts: [{ ahead: /[核限准]定?[载乘][客人员]?(?:[为了]|人数)?$/ }, { ahead: /超[载员](?:[了达]|人数)?$/ }],
    },
  ],
  [
    /缺席|请假|未到/,
    {
      total: { ahead: /应(?:到|出席|参加?)(?:会议?)?(?:的?(?:代表|委员|会员|人大代表|人数))?[有为]?$/ },
      parts: [
        { ahead: /(?:实到|(?<!应)出席|到会)(?:会议?)?(?:的?(?:代表|委员|会员|人大代表|人数))?[有为]?$/ },
        { ahead: /(?:缺席|请假|未到会?)(?:的?(?:代表|委员|会员|人大代表|人数))?[有为]?$/ },
      ],
    },
  ],
  [
    /确诊/,
    {
      total: { ahead: /累计(?:报告)?确诊(?:病例)?(?:[为达]|报告)?$/ },
      parts: [{ ahead: /现有(?:报告)?确诊(?:病例)?$/ }, { ahead: /(?:治愈|康复)(?:出院)?(?:病例)?$/ }],
      also: [{ ahead: /死亡(?:病例)?$/ }],
    },
  ],
  [
    /轻伤/,
    {
      total: { ahead: /(?:伤者|受伤|伤员)(?:人数)?(?:一?共|合计|总共)[有计为]?$/ },
      parts: [{ ahead: /重伤$/ }, { ahead: /轻伤$/ }],
      also: [{ ahead: /危重$/ }],
    },
  ],
  [
    /当场/,
    {
      total: { ahead: /共(?:造成|导致|致|有)?$/, behind: /^(?:死亡|遇难|身亡|罹难)/ },
      parts: [
        { behind: /^当场(?:死亡|遇难|身亡)/ },
        { behind: /^[\u4E00-\u9FFF]{0,8}抢救(?:无效)?[中后时]?(?:死亡|身亡|不治)/ },
      ],
    },
  ],
  [
    /其中/,
    {
      total: { behind: /^[\u4E00-\u9FFF]{0,6}(?:救出|救起|获救|送医|送往|入院)[\u4E00-\u9FFF]{0,8},其中$/ },
      parts: [
        { behind: /^[\u4E00-\u9FFF]{0,6}(?:死亡|身亡|不治)/ },
        { behind: /^(?:已经?)?(?:脱离|生还|康复|伤势(?:稳定|较轻))/ },
      ],
      open: true,
    },
  ],
  [
    /产业/,
    {
      total: { ahead: /生产总值(?:\(GDP\))?(?:实现|完成|达到?|为|初步核算为)?$/ },
      parts: [industry('第?一'), industry('第?二'), industry('第?三')],
    },
  ],
  [
    /建筑业/,
    {
      total: industry('第?二'),
      parts: [
        { ahead: /(?<!以上|规上|总)工业(?:实现|完成)?增加值(?:实现|完成|达到?|为)?$/ },
        { ahead: /建筑业(?:实现|完成)?增加值(?:实现|完成|达到?|为)?$/ },
      ],
    },
  ],
]

interface Told {
  readonly mention: Mention
  readonly ahead: string
  readonly behind: string
}

function toldIn({ shadow, mentions }: Reading): Told[] {
  return mentions.flatMap((mention, i): Told[] => {
    if (mention.kind !== 'count' || mention.dimension === '' || mention.range !== null) return []
    const from = Math.max(mentions[i - 1]?.classified ?? 0, mention.start - 24)
    const to = Math.min(mentions[i + 1]?.start ?? shadow.length, mention.classified + 24)
    const ahead =
      shadow
        .slice(from, mention.start)
        .split(/[。;,]/)
        .at(-1) ?? ''
    return [{ mention, ahead, behind: shadow.slice(mention.classified, to) }]
  })
}

/** The one figure that carries the name; undefined where several do, null where none does. */
function oneOf(told: readonly Told[], { ahead, behind }: Words): Mention | null | undefined {
  const named = told.filter((one) => (ahead?.test(one.ahead) ?? true) && (behind?.test(one.behind) ?? true))
  return named.length > 1 ? undefined : (named[0]?.mention ?? null)
}

function partitionOf(reading: Reading, told: readonly Told[], ledger: Ledger): Partition | null {
  const total = oneOf(told, ledger.total)
  const parts = ledger.parts.map((words) => oneOf(told, words))
  const also = (ledger.also ?? []).map((words) => oneOf(told, words))
  if (also.includes(undefined)) return null
  const all = [...parts, ...also.filter((one) => one !== null)]
  if (total === null || total === undefined || !all.every((one) => one !== null && one !== undefined)) return null
  if (!all.every((one) => kindOf(one) === kindOf(total)) || new Set([total, ...all]).size <= all.length) return null
  const hedged = [total, ...all].some(({ approximators }) => approximators.length > 0)
  return hedged ? null : { reading, total, parts: all, closed: ledger.open !== true, sum: false }
}

/** Every ledger the paragraph keeps. */
export function* ledgersOf(reading: Reading): Iterable<Partition> {
  if (reading.english || reading.mentions.length < 3) return
  let told: readonly Told[] | null = null
  for (const [cue, ledger] of LEDGERS) {
    if (!cue.test(reading.shadow)) continue
    told ??= toldIn(reading)
    const partition = partitionOf(reading, told, ledger)
    if (partition !== null) yield partition
  }
}
