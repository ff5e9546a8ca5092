import type { Derivation } from './changes'
import { aheadOf, behindOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { asWritten } from '../parts/partition'
import { kindOf, type Sentence } from '../sentences'
import { amount } from '../wording'

/**
 * Sums of three figures of one unit that the words set against each other: what was bought and sold, a price and the older
 * one, what there was and what came to it.
 */

interface Deal {
  /** the words before each of the three, and behind the last */
  readonly ahead: readonly [RegExp, RegExp, RegExp]
  readonly behind?: readonly [RegExp | null, RegExp | null, RegExp | null]
  /** what the last must be */
  readonly of: (a: number, b: number) => number
  readonly sign: string
}

const DEALS: readonly Deal[] = [
  // 花3万元买了,以2.4万元卖出,亏了6000元
  {
    ahead: [
      /花[费了]?[\u4E00-\u9FFF]{0,3}$|以$|买[\u4E00-\u9FFF]{0,4}$/,
      /以$|卖[了出得]?[\u4E00-\u9FFF]{0,3}$/,
      /[亏赔]了?[损掉]?$/,
    ],
    behind: [/[买购进]|收购/, null, null],
    of: (a, b) => a - b,
    sign: '-',
  },
  {
    ahead: [
      /花[费了]?[\u4E00-\u9FFF]{0,3}$|以$|买[\u4E00-\u9FFF]{0,4}$/,
      /以$|卖[了出得]?[\u4E00-\u9FFF]{0,3}$/,
      /(?:净?赚|获利|盈利|差价)[了到]?$/,
    ],
    behind: [/[买购进]|收购/, null, null],
    of: (a, b) => b - a,
    sign: '-',
  },
  // 定价1999元,较上一代的2199元下调了200元
  {
    ahead: [
      /[价费为至到仅只]$/,
      /[比较与](?:上一代|上代|老款|去年|原来|原价|此前|之前|上[年次])[\u4E00-\u9FFF]{0,4}$/,
      /(?:下[调降]|降低?|便宜|优惠|减少|节省|少)[了出]?$/,
    ],
    of: (a, b) => b - a,
    sign: '-',
  },
  {
    ahead: [
      /[价费为至到]$/,
      /[比较与](?:上一代|上代|老款|去年|原来|原价|此前|之前|上[年次])[\u4E00-\u9FFF]{0,4}$/,
      /(?:上[调涨]|[涨贵多]|提高|增加)[了出]?$/,
    ],
    of: (a, b) => a - b,
    sign: '-',
  },
  // 花268元买的,原价668元,便宜了400元
  {
    ahead: [
      /花[费了]?[\u4E00-\u9FFF]{0,3}$|(?:现价|优惠价|团购价|活动价|折后价?|售价)[为仅只]?$/,
      /(?:原价|市场价|门市价|标价|原来)[为是要]?$/,
      /(?:便宜|节?省|优惠|少花|立减|减免?)[了出]?$/,
    ],
    of: (a, b) => b - a,
    sign: '-',
  },
  // 每份12元,老人减免3元,只需付9元
  {
    ahead: [
      /(?:每[\u4E00-\u9FFF]{1,3}|原价|售价|票价|单价|套餐)$/,
      /(?:减免|优惠|立减|便宜|补贴|减)[了约]?$/,
      /(?:只[需要用]?付?|仅需?付?|实付|[需要]付|只收)$/,
    ],
    of: (a, b) => a - b,
    sign: '-',
  },
  // 一期日处理5万吨,二期新增3万吨,届时将达到8万吨
  {
    ahead: [
      /[\u4E00-\u9FFF]$/,
      /(?:新增|再增|扩[建容][\u4E00-\u9FFF]{0,2}|增加)[了约]?$/,
      /(?:届时|建成后|投产后|之后|合计)[\u4E00-\u9FFF]{0,8}(?:[达增]到?|升至|为|有)$/,
    ],
    of: (a, b) => a + b,
    sign: '+',
  },
  // 从1.2亿立方米增加到1.8亿立方米: arithmetic/growth.ts
]

const fits = (sentence: Sentence, { ahead, behind }: Deal, all: readonly Mention[]): boolean =>
  all.every(
    (mention, i) =>
      ahead[i]?.test(aheadOf(sentence, mention, 16)) === true &&
      (behind?.[i]?.test(behindOf(sentence, mention, 8)) ?? true),
  )

function derivationOf({ of, sign }: Deal, [a, b, said]: readonly [Mention, Mention, Mention]): Derivation {
  const bounds = [of(a.low, b.low), of(a.low, b.high), of(a.high, b.low), of(a.high, b.high)]
  const value = of(a.value, b.value)
  const [x, y] = sign === '-' && a.value < b.value ? [b, a] : [a, b]
  const expr = `${amount(x.amount)} ${sign} ${amount(y.amount)}`
  return { said, from: [a, b], low: Math.min(...bounds), high: Math.max(...bounds), value, expr }
}

export function* dealsOf(sentence: Sentence): Iterable<Derivation> {
  const { mentions, reading } = sentence
  if (reading.english || mentions.length < 3 || mentions.length > 10) return
  const plain = mentions.filter(({ kind, range, dimension }) => kind === 'count' && range === null && dimension !== '')
  for (const said of plain.slice(2)) {
    const same = plain.filter((mention) => kindOf(mention) === kindOf(said) && mention.start <= said.start).slice(-3)
    const [a, b] = same
    if (a === undefined || b === undefined || same.length < 3) continue
    for (const deal of DEALS) {
      const found = fits(sentence, deal, same)
        ? derivationOf(deal, [asWritten(reading.shadow, a), asWritten(reading.shadow, b), said])
        : null
      if (found !== null && found.value > 0 && found.value > said.value / 4 && found.value < said.value * 4) yield found
    }
  }
}
