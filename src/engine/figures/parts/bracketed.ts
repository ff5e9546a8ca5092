import type { Claim, Reading } from '../claim'
import { matchesOf } from '../matches'
import { en, figure, zh } from '../wording'

/** A rough share with the exact one in brackets: 近六成(59.7%), a third of them (33 percent). */

const CHINESE =
  /(?<sense>接?近|大?约|超过?|逾|过|不足|不到)?(?:(?<tenths>[一二三四五六七八九])成|(?<of>[二三四五六七八九十])分之(?<part>[一二三四五六七八九])|(?<half>一半|半数))(?<behind>多|左右|以上)?[^。,;()\d]{0,12}\((?<percent>\d{1,3}(?:\.\d{1,2})?)%\)/g
const ENGLISH =
  /\b(?:(?<sense>nearly|almost|about|around|roughly|just under|just over|over|more than|less than)\s)?(?:(?<half>half)|(?:a|one)[\s-](?<one>third|quarter|fifth)|(?<two>two)[\s-]thirds|(?<three>three)[\s-]quarters)\b[^.,;()\d]{0,40}(?:\(|, or\s)(?<percent>\d{1,3}(?:\.\d{1,2})?)\s?(?:%|percent|per cent)/gi

const DIGITS = '零一二三四五六七八九十'
const PARTS: Readonly<Record<string, number>> = { third: 100 / 3, quarter: 25, fifth: 20 }

type Groups = Readonly<Record<string, string | undefined>>

function valueOf({ tenths, of, part, half, one, two, three }: Groups): number | null {
  if (half !== undefined) return 50
  if (one !== undefined) return PARTS[one.toLowerCase()] ?? null
  if (two !== undefined) return 200 / 3
  if (three !== undefined) return 75
  if (tenths !== undefined) return DIGITS.indexOf(tenths) * 10
  const [whole, some] = [DIGITS.indexOf(of ?? ''), DIGITS.indexOf(part ?? '')]
  return whole > some && some > 0 ? (some / whole) * 100 : null
}

/** How far off a rough share may be, below and above; 超过一半 may be well above. */
const ROUGH = 6
const WELL = 22

function bounds(value: number, { sense = '', behind = '' }: Groups): readonly [low: number, high: number] {
  if (/近|不足|不到|nearly|almost|under|less/i.test(sense)) return [value - 9, value + 0.5]
  if (/[超逾过]|over|more/i.test(sense) || /[多上]/.test(behind)) return [value - 0.5, value + WELL]
  return [value - ROUGH, value + ROUGH]
}

/** The rough shares of a passage that their own brackets deny. */
export function* bracketed(reading: Reading): Iterable<Claim> {
  for (const match of matchesOf(reading.shadow, reading.english ? ENGLISH : CHINESE)) {
    const groups = match.groups ?? {}
    const [value, exact] = [valueOf(groups), Number(groups['percent'])]
    if (value === null) continue
    const [low, high] = bounds(value, groups)
    if (low <= exact && exact <= high) continue
    const at = match.index + match[0].lastIndexOf(groups['percent'] ?? '')
    const rough = (reading.text.slice(match.index, at).split(/[(\uFF08,]/)[0] ?? '').trimEnd()
    const end = match.index + match[0].length - (match[0].endsWith(')') ? 1 : 0)
    yield {
      tier: 'query',
      places: [
        { reading, start: match.index, end: match.index + rough.length, value },
        { reading, start: at, end, value: exact },
      ],
      message: {
        zh: zh`“${rough}”约是${figure(Number(value.toFixed(1)))}%,旁边写的却是${figure(exact)}%。请核对。`,
        en: en`“${rough}” is about ${figure(Number(value.toFixed(1)))} percent, but ${figure(exact)} percent stands beside it. Check both.`,
      },
      arithmetic: [
        { label: '说法', en: 'wording', expr: rough, value: `${figure(Number(value.toFixed(1)))}%` },
        { label: '数字', en: 'figure', expr: groups['percent'] ?? '', value: `${figure(exact)}%` },
      ],
    }
  }
}
