import type { Claim, Place, StoryCopy } from '../claim'
import { aheadOf } from '../labels'
import type { Mention } from '../lexer/mention'
import { kindOf, sentencesOf, type Sentence } from '../sentences'
import { isSlip } from '../again/slips'
import { amount, en, figure, zh } from '../wording'

/**
 * A share of a total that the story gives elsewhere: 总值27.08万亿元 … 一般贸易17.72万亿元,占总值的65.4%. The total may be another one
 * of the name, so only a share speaks that would be right of it but for one slip of the hand, where no total of the name bears it out.
 */

const OF = /占[\u4E00-\u9FFF]{0,8}?(?<name>总[值额量数])的?(?:比重|比例)?[为达]?$/
const NAMED = /(?<name>总[值额量数])(?:达到?|为|约)?$/

interface Total extends Place {
  readonly mention: Mention
  readonly name: string
}

function totalsOf(copy: StoryCopy): Total[] {
  return copy.readings.flatMap((reading) =>
    sentencesOf(reading).flatMap((sentence) =>
      sentence.mentions.flatMap((mention): Total[] => {
        const name = mention.kind === 'count' ? NAMED.exec(aheadOf(sentence, mention, 8))?.groups?.['name'] : undefined
        const { start, end, value } = mention
        return name === undefined || value <= 0 ? [] : [{ reading, start, end, value, mention, name }]
      }),
    ),
  )
}

/** The figure that the share is of: right before it, or before its own growth. */
function partOf({ mentions, reading }: Sentence, at: number): Mention | null {
  const [one, other] = [mentions[at - 1], mentions[at - 2]]
  const part = one?.kind === 'percent' ? other : one
  const share = mentions[at]
  if (part === undefined || share === undefined || part.kind !== 'count' || part.dimension === '') return null
  return /[。;]/.test(reading.shadow.slice(part.end, share.start)) ? null : part
}

export function* distantWholes(copy: StoryCopy): Iterable<Claim> {
  let totals: readonly Total[] | null = null
  for (const reading of copy.readings) {
    if (reading.english || !reading.shadow.includes('占') || !reading.shadow.includes('总')) continue
    for (const sentence of sentencesOf(reading))
      for (const [i, share] of sentence.mentions.entries()) {
        if (share.kind !== 'percent' || share.range !== null || share.approximators.length > 0) continue
        const name = OF.exec(aheadOf(sentence, share, 24))?.groups?.['name']
        const part = name === undefined ? null : partOf(sentence, i)
        if (part === null) continue
        totals ??= totalsOf(copy)
        const own = totals.filter(
          (total) => total.name === name && kindOf(total.mention) === kindOf(part) && total.mention.value > part.value,
        )
        const total = own.length > 0 && !isBorneOut(copy, part, share) ? meantBy(own, part, share) : null
        if (total !== null) yield claimOf(total, { reading, ...part }, { reading, ...share }, part.value)
      }
  }
}

/** 进出口总值486.7亿元,其中出口351.2亿元 … 62.4亿元,占出口总值的17.8%: of a figure of the story that is called otherwise. */
function isBorneOut(copy: StoryCopy, part: Mention, share: Mention): boolean {
  const fits = ({ low, high }: Mention): boolean =>
    (part.low / high) * 100 <= share.high + 0.05 && (part.high / low) * 100 >= share.low - 0.05
  return copy.readings.some(({ mentions }) =>
    mentions.some((one) => kindOf(one) === kindOf(part) && one.value > part.value && fits(one)),
  )
}

function meantBy(totals: readonly Total[], part: Mention, share: Mention): Total | null {
  const decimals = String(share.amount).split('.')[1]?.length ?? 0
  const slipped = totals.filter(({ mention }) => {
    const right = Number(((part.value / mention.value) * 100).toFixed(decimals))
    return isSlip(share, { ...share, value: right, amount: right })
  })
  return slipped[0] ?? null
}

function claimOf(total: Total, part: Place, share: Place, value: number): Claim {
  const [whole, some, said] = [total, part, share].map(({ reading, start, end }) => reading.text.slice(start, end))
  const right = figure(Number(((value / total.mention.value) * 100).toFixed(2)))
  return {
    tier: 'query',
    places: [share, part, total].map(({ reading, start, end, value: told }) => ({
      reading,
      start,
      end,
      value: told ?? '',
    })),
    message: {
      zh: zh`“${some ?? ''}”是“${whole ?? ''}”的${right}%,文中写“${said ?? ''}”。请核对。`,
      en: en`“${some ?? ''}” is ${right} percent of “${whole ?? ''}”, not “${said ?? ''}”. Check the three figures.`,
    },
    arithmetic: [
      { label: '占比', en: 'share', expr: `${amount(value)} ÷ ${amount(total.mention.value)}`, value: `${right}%` },
      { label: '宣称', en: 'announced', expr: said ?? '', value: said ?? '' },
    ],
  }
}
