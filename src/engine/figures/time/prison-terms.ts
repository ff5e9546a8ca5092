import type { Claim, Example, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'
import { stretchClaim } from './moments'

/** A sentence and the days it runs from and to: 判处有期徒刑三年六个月 … 刑期自2023年12月19日起至2027年6月18日止. */

const N = '\\d{1,2}|[一二两三四五六七八九十]{1,3}'
const TERM = new RegExp(`有期徒刑(?:(?<years>${N})年)?零?(?:(?<months>${N})个?月)?`, 'g')
const DAY = '(?<%y>\\d{4})年(?<%m>\\d{1,2})月(?<%d>\\d{1,2})日'
const RUNS = new RegExp(
  `刑期[^。\\d]{0,16}?自?${DAY.replaceAll('%', 'from')}起?,?[至到]${DAY.replaceAll('%', 'to')}`,
  'g',
)

const numberOf = (written: string | undefined): number =>
  written === undefined ? 0 : /^\d/.test(written) ? Number(written) : (parseChinese(written) ?? 0)

/** One term and one run of it in a story; of several of the condemned each has his own. */
export function* prisonTerms({ readings }: StoryCopy): Iterable<Claim> {
  const told = readings.filter(({ shadow, english }) => !english && /徒刑|刑期/.test(shadow))
  const runs = told.flatMap((reading) => matchesOf(reading.shadow, RUNS).map((match) => ({ reading, match })))
  const [run, ...more] = runs
  if (run === undefined || more.length > 0) return
  const terms = told.flatMap((reading) =>
    matchesOf(reading.shadow, TERM)
      .map(({ index, 0: words, groups }) => ({
        reading,
        start: index + 4,
        end: index + words.length,
        months: numberOf(groups?.['years']) * 12 + numberOf(groups?.['months']),
      }))
      .filter(({ months }) => months > 0),
  )
  const [term] = terms
  if (term === undefined || new Set(terms.map(({ months }) => months)).size > 1) return
  const at = (name: string): number => Number(run.match.groups?.[name])
  const days = (at('toy') - at('fromy')) * 360 + (at('tom') - at('fromm')) * 30 + (at('tod') - at('fromd'))
  const months = (days + 1) / 30
  // What was spent in custody is taken off.
  if (Math.abs(months - term.months) < 0.2 || /折抵|先行羁押|扣除/.test(run.reading.shadow)) return
  const value = `${Math.floor((days + 1) / 360)}年${Math.round(((days + 1) % 360) / 30)}个月`
  const place = { reading: run.reading, start: run.match.index, end: run.match.index + run.match[0].length }
  yield stretchClaim(
    [{ ...term }, place],
    {
      low: months,
      high: months,
      expr: `${at('toy')}-${at('tom')}-${at('tod')} - ${at('fromy')}-${at('fromm')}-${at('fromd')}`,
      value,
      en: `${months.toFixed(1)} months`,
    },
    'query',
  )
}

export const prisonExamples: readonly Example[] = [
  {
    wrong:
      '被告人陶某被判处有期徒刑[[三年六个月]],并处罚金。\n判决书载明,[[刑期自2023年12月19日起至2026年6月18日]]止。',
  },
  { silent: '被告人陶某被判处有期徒刑三年六个月。\n判决书载明,刑期自2023年12月19日起至2027年6月18日止。' },
]
