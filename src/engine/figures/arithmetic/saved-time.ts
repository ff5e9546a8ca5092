import type { Derivation } from './changes'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import type { Sentence } from '../sentences'

/** How long it took, takes now, and what is saved, told in hours and minutes: 由3小时缩短至1小时10分钟,节省1小时50分钟. */

const LAST = String.raw`\d{1,3}(?:分钟|(?:\.\d)?个?小时(?:半|零?\d{1,2}分钟?)?)`
const SAVED = new RegExp(
  String.raw`(?<from>${LAST})[^。;\d]{0,14}?(?:缩短|压缩|减少|如今|提速|[降现只仅就变])[^。;\d]{0,8}(?<to>${LAST})[^。;\d]{0,14}?(?:节约|缩短|压缩|减少|[省少快])[^。;\d到至为]{0,6}(?<saved>${LAST})(?![\d到至])`,
  'dg',
)

function minutesOf(text: string): number {
  const { hours, half, minutes } =
    /^(?:(?<hours>[\d.]+)个?小时(?<half>半)?)?零?(?:(?<minutes>\d+)分)?/.exec(text)?.groups ?? {}
  return Number(hours ?? 0) * 60 + (half === undefined ? 0 : 30) + Number(minutes ?? 0)
}

export function* savedTime({ reading, start, end, mentions }: Sentence): Iterable<Derivation> {
  const text = reading.english ? '' : reading.shadow.slice(start, end)
  for (const match of text.includes('分') && text.includes('小时') ? matchesOf(text, SAVED) : []) {
    const [from, to, said] = ['from', 'to', 'saved'].map((name): Mention | undefined => {
      const [at = 0, stop = 0] = match.indices?.groups?.[name] ?? []
      const first = mentions.find((one) => one.start === start + at)
      const minutes = minutesOf(text.slice(at, stop))
      return first && { ...first, end: start + stop, value: minutes, amount: minutes, low: minutes, high: minutes }
    })
    if (from === undefined || to === undefined || said === undefined) continue
    const value = from.value - to.value
    if (value > 0) yield { said, from: [from, to], value, low: value, high: value, expr: `${from.value} - ${to.value}` }
  }
}
