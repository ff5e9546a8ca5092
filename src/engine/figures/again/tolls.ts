import type { Claim, Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { differ } from './headlines'
import { matchesOf } from '../matches'
import { en, zh } from '../wording'

/** The dead, the hurt and the missing: the headline's number against the body's, and the sum of all against its kinds. */

type Fate = 'dead' | 'hurt' | 'missing' | 'severe' | 'light' | 'all' | 'safe'

interface Toll extends Place {
  readonly fate: Fate
  readonly number: number
}

const N = '(?<number>\\d{1,4}|[一二两三四五六七八九十百]{1,4})'
const FATE = '死亡|遇难|身亡|丧生|罹难|受伤|负伤|失踪|失联|重伤|轻伤|伤亡'
const PATTERNS: readonly RegExp[] = [
  new RegExp(`${N}[人名](?:经抢救无效|当场|不幸|已经?)?(?<fate>${FATE})`, 'g'),
  new RegExp(`(?<fate>${FATE})(?:人数)?[已共]?经?(?:上升|增加|增|升)?[至到为达]?${N}[人名]`, 'g'),
  new RegExp(`${N}(?<fate>[死伤](?![人者员情])|失踪|失联)`, 'g'),
  new RegExp(`${N}[人名位][\\u4E00-\\u9FFF]{0,4}(?:全部|均|平安|安全|成功)?(?<fate>获救|脱险|脱困|撤离|救出)`, 'g'),
  new RegExp(`(?<fate>[被受]困|救出|转移出)(?:的|了)?${N}[人名]`, 'g'),
  new RegExp(`${N}[名位](?<fate>遇难者|死者|伤者|伤员|失踪者|失联者)`, 'g'),
]
const ENGLISH_N = '(?<number>\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
const ENGLISH: readonly RegExp[] = [
  new RegExp(
    `\\b${ENGLISH_N} (?:people |others |persons |men |women |workers |passengers |soldiers |civilians |children )?(?:others )?(?:were |was |are |is )?(?<fate>killed|dead|injured|hurt|wounded)\\b`,
    'gi',
  ),
  new RegExp(
    `\\b(?<fate>kill(?:s|ed|ing)|injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurts?) (?:all )?${ENGLISH_N}\\b(?! percent|%|,\\d)`,
    'gi',
  ),
  new RegExp(
    `\\b${ENGLISH_N} (?:people |others |men |women |workers |passengers |children )?(?<fate>dies?|died|perish(?:ed)?)\\b`,
    'gi',
  ),
]
const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
/** Some of them, of another hour, or of another accident. */
const SOME =
  /其中|\d时至|[仍另又曾超近约余]|新增|首批|还有|此前|去年|累计|以来|每年|平均|至少|\b(?:another|other|last year|least|of the|earlier)\b/i

function fateOf(word: string): Fate {
  if (/[救困脱撤]|转移/.test(word)) return 'safe'
  if (/伤亡/.test(word)) return 'all'
  if (/重伤/.test(word)) return 'severe'
  if (/轻伤/.test(word)) return 'light'
  if (/伤|inj|hurt|wound/i.test(word)) return 'hurt'
  return /失/.test(word) ? 'missing' : 'dead'
}

function numberOf(written: string): number | null {
  if (/^\d/.test(written)) return Number(written)
  if (/^[a-z]/i.test(written)) return WORDS.indexOf(written.toLowerCase())
  return parseChinese(written)
}

/** Every number of people with their fate; a figure that goes on before or behind is another figure. */
function tollsIn(reading: Reading): Toll[] {
  const { shadow, english } = reading
  const seen = new Set<number>()
  return (english ? ENGLISH : PATTERNS).flatMap((pattern) =>
    matchesOf(shadow, pattern).flatMap((match): Toll[] => {
      const { number: written = '', fate = '' } = match.groups ?? {}
      const at = match.index + match[0].indexOf(written)
      const number = numberOf(written)
      if (number === null || number < 0 || seen.has(at)) return []
      if (/\d[.,]$|[\d第百千万·]$/.test(shadow.slice(Math.max(0, at - 2), at))) return []
      seen.add(at)
      return [
        { reading, start: match.index, end: match.index + match[0].length, value: number, fate: fateOf(fate), number },
      ]
    }),
  )
}

/** Told of all: not 其中三人, nor another accident's. */
function isWhole({ reading, start }: Toll): boolean {
  const sentence =
    reading.shadow
      .slice(Math.max(0, start - 24), start)
      .split('。')
      .at(-1) ?? ''
  return !SOME.test(sentence.slice(-12))
}

/** The headline's number stands nowhere in the body, which gives one other for that fate; or the lead gives another than all the rest. */
function* denied(copy: StoryCopy): Iterable<Claim> {
  const body = copy.readings.filter(({ passage }) => passage.role === 'body' || passage.role === 'caption')
  const told = body.flatMap(tollsIn)
  for (const title of copy.readings.filter(({ passage }) => passage.role === 'title' || passage.role === 'subtitle'))
    for (const said of tollsIn(title)) {
      const same = told.filter(({ fate }) => fate === said.fate)
      const whole = same.filter(isWhole)
      const others = whole.filter(({ number }) => number !== said.number)
      const [first] = others
      if (first === undefined || HEDGED.test(title.shadow.slice(0, said.start))) continue
      if (same.every(({ number }) => number !== said.number)) {
        if (new Set(whole.map(({ number }) => number)).size === 1) yield differ(said, first)
      } else if (
        others.length === 1 &&
        said.fate !== 'missing' &&
        isLead(first, told) &&
        !LATER.test(first.reading.shadow)
      )
        yield differ(said, first)
    }
}

const HEDGED = /至少|[超近逾]|at least|more than/i
const LATER = /上升|增至|升至|此前|最初|初步|当场|抢救|分别|先后|两起|另/

/** The first number told of that fate. */
function isLead(toll: Toll, told: readonly Toll[]): boolean {
  return told.find(({ fate }) => fate === toll.fate) === toll
}

/** 共伤亡12人,其中死亡5人,重伤4人,轻伤3人. */
function* unsummed(reading: Reading): Iterable<Claim> {
  if (reading.english) return
  const tolls = tollsIn(reading).sort((a, b) => a.start - b.start)
  for (const [i, all] of tolls.entries()) {
    if (all.fate !== 'all') continue
    const behind = tolls.slice(i + 1).filter(({ start }) => !reading.shadow.slice(all.end, start).includes('。'))
    const one = (fate: Fate): Toll[] => behind.filter((toll) => toll.fate === fate).slice(0, 1)
    const hurt = one('severe').length > 0 ? [...one('severe'), ...one('light')] : one('hurt')
    const parts = [...one('dead'), ...hurt]
    const sum = parts.reduce((total, { number }) => total + number, 0)
    if (one('dead').length === 0 || hurt.length === 0 || sum === all.number) continue
    yield ofSum(all, parts)
  }
}

function ofSum(all: Toll, parts: readonly Toll[]): Claim {
  const expr = parts.map(({ number }) => String(number)).join(' + ')
  const sum = parts.reduce((total, { number }) => total + number, 0)
  const quote = all.reading.text.slice(all.start, all.end)
  return {
    tier: 'query',
    places: [all, ...parts],
    message: {
      zh: zh`死伤各数相加是${sum}:${expr},文中写“${quote}”。请核对。`,
      en: en`The dead and the hurt make ${sum} (${expr}), not “${quote}”. Check them.`,
    },
    arithmetic: [
      { label: '列出', en: 'listed', expr, value: sum },
      { label: '宣称', en: 'announced', expr: quote, value: all.number },
    ],
  }
}

/** 造成1人死亡、4人受伤 … 此次事故6人伤亡: all of them told after their kinds. */
function* unsummedBack(copy: StoryCopy): Iterable<Claim> {
  const tolls = copy.readings.filter(({ english }) => !english).flatMap((reading) => tollsIn(reading).filter(isWhole))
  const of = (fate: Fate): Toll[] => tolls.filter((toll) => toll.fate === fate)
  const [[all], [dead], [hurt]] = [of('all'), of('dead'), of('hurt')]
  if (all === undefined || dead === undefined || hurt === undefined || tolls.length !== 3) return
  const place = ({ reading, start }: Toll): number => reading.index * 1e6 + start
  if (place(all) < place(dead) || place(all) < place(hurt) || dead.number + hurt.number === all.number) return
  yield ofSum(all, [dead, hurt])
}

/** A copy of more is a chronicle of accidents. */
const MOST = 40

export function* oddTolls(copy: StoryCopy): Iterable<Claim> {
  const all = copy.readings.reduce(
    (count, reading) => count + (reading.mentions.length > 0 ? tollsIn(reading).length : 0),
    0,
  )
  if (all === 0 || all > MOST) return
  yield* denied(copy)
  yield* unsummedBack(copy)
  for (const reading of copy.readings) yield* unsummed(reading)
}
