import type { Place, Reading, StoryCopy } from '../claim'
import { matchesOf } from '../matches'
import { sentencesOf } from '../sentences'

/** What stands twice whatever it means: a particle, a figure with its unit, a name in a list, a sentence. */

export interface Again {
  readonly start: number
  /** where the second begins */
  readonly middle: number
  readonly end: number
  readonly quote: string
}

/** 的的, 了了, 后后, 把把, but not 目的的, 的的确确, 了了解, 把把关, 存在在. */
const PARTICLES =
  /(?<![目的中有标众])的的(?![的确士])|(?<![了不未为到受])了了(?![了解断结却望无事之])|(?<![\u4E00-\u9FFF][上大中少名])将将(?![够好能就军士领相官才近])|(?<![参给])与与(?!会|其)|被被(?![子褥单套])|并并|及及(?![时格早第])|使使(?![用命馆])|也也|又又|(?<!成)就就(?![业读职医餐近地是])|(?<![前先])后后(?![勤台])|(?<![火刀车])把把(?![关守脉握手柄持])|从从(?!容)|由由(?!于)|(?<![因以认作成变称行人])为为(?![了此止])|(?<![存实所正])在在(?![职岗校建场线])|(?<![所可予加足难])以以(?![及往来上下前后])|(?<![和平温])和和(?![平谐气睦])|向向(?!日)|(?<!还)还还(?![款钱债贷给])|(?<![可但于总只还就也正算要若])是是(?!非)|这这|那那|我我|他他|她她|它它|其其(?![格他它中])|很很|已已|(?<![针面相反应绝核校])对对(?![方联子口面付象比待应])|(?<![得签报直])到到(?![达场位期底来])/g

/** 236个236个, 12.5%12.5%. */
const FIGURES = /(?<![\d.])(\d+(?:\.\d+)?(?:[%\u2103]|[\u4E00-\u9FFF]{1,3}))\1(?![\d.])/g

/** 126件件, 12家家: a classifier behind a figure stands once. */
const CLASSIFIER = /(?<=\d)([件名个家户项座台栋亩吨份位辆部场册棵株支幅][\u4E00-\u9FFF]?)\1(?![均庭长人体子])/g

/** 镇文化站站长镇文化站站长: so many characters stand twice by a slip alone. */
const WORDS = /([\u4E00-\u9FFF]{5,14})\1/g

/** 10月1日10月1日. */
const DAY = /((?:\d{4}年)?\d{1,2}月\d{1,2}日)\1/g

/** 已于3月已于3月: words with a figure between them. */
const FIGURED = /([\u4E00-\u9FFF]{1,6}\d{1,4}[\u4E00-\u9FFF]{1,6})\1/g

/** 冷库、冷库和分拣中心: names of things and people stand once in their list. */
const LISTED =
  /(?<=[\u4E00-\u9FFF、,:])(?<first>[\u4E00-\u9FFF]{2,10}(?:\d{1,6}[\u4E00-\u9FFF]{1,2})?)、\k<first>(?=[、和及与,。;等])/g

/** 甲、乙、甲、丙: the same name a second time. */
const LISTED_AGAIN =
  /(?<=[、,:是括为有])(?<first>[\u4E00-\u9FFF]{2,4})(?:、[\u4E00-\u9FFF]{2,4}){1,6}、\k<first>(?=[、和及与等])/g

export function* saidAgain(reading: Reading): Iterable<Again> {
  if (reading.english) return
  const { shadow, text } = reading
  for (const { index: start } of matchesOf(shadow, PARTICLES))
    yield { start, middle: start + 1, end: start + 2, quote: text.charAt(start) }
  for (const match of [FIGURES, CLASSIFIER, DAY, WORDS].flatMap((pattern) => matchesOf(shadow, pattern)))
    yield again(reading, match, match[1] ?? '', 0)
  if (!/[,。;]/.test(shadow)) return
  for (const match of matchesOf(shadow, FIGURED)) yield again(reading, match, match[1] ?? '', 0)
  for (const match of matchesOf(shadow, LISTED_AGAIN)) {
    const words = match.groups?.['first'] ?? ''
    const end = match.index + match[0].length
    yield { start: match.index, middle: end - words.length - 1, end, quote: words }
  }
  for (const match of matchesOf(shadow, LISTED)) yield again(reading, match, match.groups?.['first'] ?? '', 1)
}

function again({ text }: Reading, { index: start }: RegExpExecArray, words: string, between: number): Again {
  const middle = start + words.length
  return { start, middle, end: middle + between + words.length, quote: text.slice(start, middle) }
}

/** So many characters of Han no two sentences share by chance. */
const LONG = 22
/** And so many letters: 10 words or so. */
const LONG_ENGLISH = 60
/** Where more sentences come again, that is the form: a hymn, a notice, a page that was read twice. */
const MOST = 2

/** What comes again further down may be a summary, or a line set large. */
const NEAR = 2

/** A sentence of the text that stands in it again, a paragraph or two further down; a lead may be said again. */
export function sentencesAgain({ readings }: StoryCopy): (readonly [again: Place, first: Place])[] {
  const seen = new Map<string, Place>()
  const twice: (readonly [Place, Place])[] = []
  const lead = readings.find(({ passage }) => passage.role === 'body')
  for (const reading of readings) {
    if (reading.passage.role !== 'body') continue
    for (const { start, end } of sentencesOf(reading)) {
      const isNear = (first: Reading): boolean =>
        first !== reading && first !== lead && reading.index - first.index <= NEAR
      const words = reading.shadow.slice(start, end).trim()
      const long = reading.english
        ? words.length >= LONG_ENGLISH && words.endsWith('.') && !/["\u201C]/.test(words)
        : (words.match(/[\u4E00-\u9FFF]/g)?.length ?? 0) >= LONG && words.endsWith('。') && !words.includes('“')
      if (!long) continue
      const first = seen.get(words)
      if (first === undefined) seen.set(words, { reading, start, end })
      else if (isNear(first.reading) && words.length < reading.shadow.trim().length)
        twice.push([{ reading, start, end }, first])
    }
  }
  return twice.length > MOST ? [] : twice
}
