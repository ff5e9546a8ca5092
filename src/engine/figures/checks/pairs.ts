import type { Check, Claim, Reading, StoryCopy } from '../claim'
import { zh } from '../wording'
import { matchesOf } from '../matches'
import { straightExamples, straightQuotes } from '../words/straight-quotes'

/** Quotation marks, title marks and brackets that lack their other half. */

const CLOSES: Readonly<Record<string, string>> = { '“': '”', '《': '》', '(': ')', '【': '】', '〈': '〉' }
const OPENS = new Map(Object.entries(CLOSES).map(([open, close]) => [close, open]))

interface Mark {
  readonly reading: Reading
  readonly at: number
  readonly mark: string
}

/** 1), a), 一): a list's mark, not a bracket's end. */
const LIST_MARK = /(?:^|[\s。;:!?,、])(?:\d{1,3}|[a-z]|[一二三四五六七八九十]{1,3}|[ivx]{1,4})$/i
/** Faces: :) ;-( */
const FACE = /[:;]-?$/

/** The marks of a passage that are left alone; nesting is by order, an opening mark inside its own kind leaves the first open. */
function loneIn(reading: Reading): Mark[] {
  const { shadow, english } = reading
  const open: Mark[] = []
  const lone: Mark[] = []
  for (const match of matchesOf(shadow, /[“”《》()【】〈〉]/g)) {
    const mark = match[0]
    const here = { reading, at: match.index, mark }
    const before = shadow.slice(Math.max(0, match.index - 5), match.index)
    if ('()'.includes(mark) && english && FACE.test(before) && /^(?:\s|$)/.test(shadow.slice(match.index + 1))) continue
    const opens = OPENS.get(mark)
    if (opens === undefined) {
      open.push(here)
      continue
    }
    const last = open.findLastIndex((other) => other.mark === opens)
    if (last < 0) {
      if (mark !== ')' || !LIST_MARK.test(before)) lone.push(here)
    } else lone.push(...open.splice(last).slice(1))
  }
  lone.push(...open)
  return english ? lone.filter(({ mark }) => mark !== '”' || open.length === 0) : lone.sort((a, b) => a.at - b.at)
}

/** One way only: “甲“ or ”甲”. The shape is wrong, the pair is there. */
function isOneWay({ shadow }: Reading, mark: string): boolean {
  if (mark !== '“' && mark !== '”') return false
  const other = mark === '“' ? '”' : '“'
  return !shadow.includes(other) && shadow.split(mark).length % 2 === 1
}

/** “…", “…’’ and „…“: closed, though not by the mark that belongs to it. */
function isClosedOtherwise({ reading: { shadow }, at, mark }: Mark): boolean {
  if (mark !== '“' && mark !== '”') return false
  if (mark === '“' && shadow.lastIndexOf('\u201E', at) >= 0) return true
  const rest = mark === '“' ? shadow.slice(at + 1) : shadow.slice(0, at)
  return (rest.match(/"|[’']{2}/g)?.length ?? 0) % 2 === 1
}

const FAR = 12
/** Paragraphs of one quotation may have a short one between them. */
const NEXT = 4

/** Marks whose other half no passage near them has. A quotation of several paragraphs opens each and closes the last. */
function loneOf(copy: StoryCopy): Mark[] {
  const left: Mark[] = []
  for (const reading of copy.readings) {
    for (const mark of loneIn(reading)) {
      if (isOneWay(reading, mark.mark) || isClosedOtherwise(mark)) continue
      const opens = OPENS.get(mark.mark)
      const partner =
        opens === undefined
          ? -1
          : left.findLastIndex(
              (other) =>
                other.mark === opens && other.reading !== reading && reading.index - other.reading.index <= FAR,
            )
      if (partner >= 0) left.splice(partner, 1)
      else if (!goesOn(copy, mark)) left.push(mark)
    }
  }
  return left
}

function goesOn(copy: StoryCopy, { reading, at, mark }: Mark): boolean {
  if (mark !== '“') return false
  const near = at === 0 ? NEXT : 1
  const next = copy.readings.slice(reading.index + 1, reading.index + 1 + near)
  return next.some(({ shadow, passage }) => passage.role === 'body' && shadow.startsWith('“'))
}

function claimOf({ reading, at, mark }: Mark): Claim {
  const { shadow, text } = reading
  const opening = mark in CLOSES
  const rest = opening
    ? /^.[^,。;:!?]{0,16}/.exec(shadow.slice(at))
    : /[^,。;:!?]{0,16}.$/.exec(shadow.slice(0, at + 1))
  const quote = opening
    ? text.slice(at, at + (rest?.[0].length ?? 1))
    : text.slice(at + 1 - (rest?.[0].length ?? 1), at + 1)
  // Corner brackets: quotation marks would be taken for the ones in question.
  const missing = opening ? (CLOSES[mark] ?? '') : (OPENS.get(mark) ?? '')
  return {
    tier: 'query',
    places: [{ reading, start: opening ? at : at + 1 - quote.length, end: opening ? at + quote.length : at + 1 }],
    message: {
      zh: zh`「${quote}」只有${opening ? '前' : '后'}一半标点,找不到与之成对的「${missing}」。请补上,或删去这一半。`,
      en: `「${quote}」 has ${opening ? 'an opening' : 'a closing'} mark without its other half, 「${missing}」. Add it or delete this one.`,
    },
  }
}

function* find(copy: StoryCopy): Iterable<Claim> {
  const told = new Set<Reading>()
  for (const mark of loneOf(copy)) {
    if (told.has(mark.reading) || mark.reading.passage.role === 'table') continue
    told.add(mark.reading)
    yield claimOf(mark)
  }
  yield* straightQuotes(copy)
}

export const pairs: Check = {
  id: 'pairs',
  tiers: ['query'],
  title: { zh: '引号括号不成对', en: 'Unpaired marks' },
  why: {
    zh: zh`删改时常丢掉引号、书名号、括号的一半,引文从哪里到哪里就说不清了。`,
    en: 'Edits lose one half of quotation marks and brackets, and nobody can tell where the quotation ends.',
  },
  examples: [
    ...straightExamples,
    { wrong: '老人说:[[“井水还是甜的]]。大家都笑了。' },
    { wrong: '他想起那句话:[[不误农时”]],连夜下了田。' },
    { wrong: '夜校开了[[《家庭理财]],也开木工。' },
    { wrong: '新规[[(试行]],从下月起执行,为期一年。' },
    { wrong: '渡口,[[原名石渡)]]建于明代。' },
    { wrong: '[[“百姓舞台每晚七点开演]],“送戏下乡”月底收官。' },
    { wrong: '村里排了一出新戏,[[名叫渡船》]],演员都是村民。' },
    { wrong: 'The council [[(Ward 3]], will vote on Monday.' },
    { silent: '老人说:“井水还是甜的。”大家都笑了。' },
    { silent: '要求有三条:(1)拆违建;(2)清通道。' },
    { silent: '1)带好证件;2)提前到场。a)走东门。一)不迟到。' },
    { silent: '“这是第一段话,还没有说完。\n“这是第二段,说完了。”' },
    { silent: '“这是第一段话,还没有说完。\n中间一行。\n“这是最后一段,说完了。”' },
    { silent: 'The slogan “Down to the Water" hangs at the station; a second, “Up the Hill’’, was dropped.' },
    { silent: 'Das Motto „Brücken bauen“ steht über dem Tor der Schule in Kiel.' },
    { silent: '他写道:“水退了。\n田露出来了。”' },
    { silent: '“百姓舞台“每晚七点开演。' },
    { silent: '新规(试行)(第二稿)已印发,《渔歌(外一首)》同时见报。' },
    { silent: '“他问我‘你从哪里来’,我说‘从海上来’。”' },
    { silent: 'It’s late, she said, and the farmers’ market (on Mill Street) is closed :)' },
    { silent: '「燈塔」與《漁歌》(節選)同台演出。' },
  ],
  find,
}
