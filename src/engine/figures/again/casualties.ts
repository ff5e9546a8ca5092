import type { Place, Reading, StoryCopy } from '../claim'
import { parseChinese } from '../lexer/numeral'
import { matchesOf } from '../matches'

/** The dead, the hurt and the missing of one accident, named again: 造成3人受伤 … 4名伤者均已脱离危险. */

type Fate = 'dead' | 'hurt' | 'missing'

interface Told extends Place {
  readonly fate: Fate
  readonly number: number
  /** 4名伤者均…: all of them */
  readonly all: boolean
}

const NUMBER = '(?<number>\\d{1,4}|[一二两三四五六七八九十百]{1,4})'
const CAUSED = new RegExp(`${NUMBER}[人名](?<fate>死亡|遇难|身亡|丧生|受伤|失联|失踪)`, 'g')
const PERSONS = new RegExp(
  `${NUMBER}[名位](?<fate>死者|遇难者|伤者|伤员|失联者|失踪者|失联人员)(?<all>[均都全]|已全部)?`,
  'g',
)
/** Some of them, or those of another hour or place. */
const SOME = /其中|\d时至|[另又第轻重]|新增|首批|还有|剩余|此前|去年|累计|增至|上升|截至|分别/

const fateOf = (word: string): Fate => (/伤/.test(word) ? 'hurt' : /失/.test(word) ? 'missing' : 'dead')

/** 车上38人,其中2人遇难: of all who were there, all the dead. */
const AMONG = /其中$/

function toldIn(reading: Reading, pattern: RegExp): Told[] {
  return matchesOf(reading.shadow, pattern).flatMap((match): Told[] => {
    const { number: written = '', fate = '', all } = match.groups ?? {}
    const sentence =
      reading.shadow
        .slice(Math.max(0, match.index - 60), match.index)
        .split('。')
        .at(-1) ?? ''
    const number = /^\d/.test(written) ? Number(written) : parseChinese(written)
    if (number === null || SOME.test(sentence.slice(-24).replace(AMONG, '')) || /[\d百千余多]$/.test(sentence))
      return []
    const end = match.index + match[0].length - (all?.length ?? 0)
    return [{ reading, start: match.index, end, value: number, fate: fateOf(fate), number, all: all !== undefined }]
  })
}

/** Beyond this a copy tells of many accidents. */
const MOST = 60

/** All of the hurt are another number than the accident hurt; a story of several accidents is left alone. */
export function* partedCasualties(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  const readings = copy.readings.filter(({ english }) => !english)
  const caused = readings.flatMap((reading) => toldIn(reading, CAUSED))
  if (caused.length > MOST) return
  for (const again of readings.flatMap((reading) => toldIn(reading, PERSONS))) {
    const same = caused.filter(({ fate }) => fate === again.fate)
    const [first] = same
    if (first === undefined || !again.all || new Set(same.map(({ number }) => number)).size !== 1) continue
    if (first.number !== again.number && first.reading.index <= again.reading.index) yield [first, again]
  }
}
