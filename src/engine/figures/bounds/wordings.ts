import type { Mention } from '../lexer/mention'
import { placeOf, type Denial } from './denial'
import { extremesOf, recordsIn } from './extremes'
import type { Sentence } from '../sentences'
import { amount, difference, en, figure, zh } from '../wording'
import { matchesOf } from '../matches'
import { goesOnWith, subjectOf } from './subjects'

/** Words of size that two figures of the sentence, or one before them, deny. */

const MAJORITY = /(?:超过?|逾|已?过)了?(?:半数|一?半)|一?大半|一半以上|半数以上|(?<!绝)大多数|多数(?!民族)/g

function majority(
  sentence: Sentence,
  word: { start: number; end: number },
  of: readonly Mention[],
  share: number,
  expr: string,
): Denial {
  const quote = sentence.reading.text.slice(word.start, word.end)
  const shown = `${figure(Number(share.toFixed(1)))}%`
  return {
    tier: 'query',
    places: [placeOf(sentence, word), ...of.map((mention) => placeOf(sentence, mention, mention.value))],
    zh: zh`“${quote}”是多于50%,文中的数字却是${shown}。请核对说法和数字。`,
    en: en`“${quote}” means more than 50 percent, but the figures give ${shown}. Check the wording and the figures.`,
    arithmetic: [
      { label: '说法', en: 'wording', expr: quote, value: '> 50%' },
      { label: '数字', en: 'figure', expr, value: shown },
    ],
  }
}

const RATE = /(?:得票率|支持率|赞成率|同意率|投票率|参选率|参与率|满意率|赞同率|占比?)(?:[为达是有]|仅为|只有|达到)?$/
const BACKED = /^的?[\u4E00-\u9FFF]{0,8}(?:支持|同意|赞成|反对|选择|愿意|认为|希望|表示)/
const ENGLISH_MINORITY = /\b(?:only |just )?a\s(?:small\s)?minority\b[^.;,]{0,30},\s$/i
const ENGLISH_MAJORITY = /\b(?:a|the)\s(?:clear\s|large\s|slim\s|narrow\s)?majority\b[^.;,]{0,30},\s$/i
const OF =
  /^[\u4E00-\u9FFF]{0,4}(?:中|里|当中),?(?:[\u4E00-\u9FFF]{0,6}的)?(?:已?有|共有|为)?$|^[\u4E00-\u9FFF]{1,6}有$/

/** 收到建议310件,其中涉及教育、医疗的有172件. */
const AMONG = /^[\u4E00-\u9FFF]{0,8},(?:其中[\u4E00-\u9FFF、“”]{0,24}|[\u4E00-\u9FFF]{2,12}的有?)$/

/** 得票率45%,过半…; 40人中有18人…,超过半数; 38%的受访者支持,过半市民支持的. */
function* ofMajorities(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end, mentions } = sentence
  const { shadow } = reading
  for (const match of matchesOf(shadow.slice(start, end), MAJORITY)) {
    const word = { start: start + match.index, end: start + match.index + match[0].length }
    const before = mentions.filter((mention) => mention.end <= word.start && mention.kind !== 'ordinal')
    const last = subjectOf(sentence, before, word.start)
    const whole = last === undefined ? undefined : before[before.indexOf(last) - 1]
    if (last === undefined || word.start - last.end > 28) continue
    const ahead = shadow.slice(Math.max(start, last.start - 8), last.start)
    const gap = shadow.slice(last.end, word.start)
    const among = whole !== undefined && isAmong(shadow, whole, last) && !/^的/.test(shadow.slice(word.end))
    if (/其[余他它]|[另而但却对;:]|时间/.test(gap)) continue
    // 外地人占三成,多数是夫妻轮班: most of the last named.
    if (gap.endsWith(',') && /^[是为在靠从]/.test(shadow.slice(word.end))) continue
    if (
      last.kind === 'percent' &&
      last.high < 50 &&
      (RATE.test(ahead) || BACKED.test(shadow.slice(last.end, last.end + 14)))
    ) {
      if (/^[^,]{0,16},[^,]{0,8}$/.test(gap) || goesOnWith(shadow.slice(last.classified, word.start)))
        yield majority(sentence, word, [last], last.value, `${figure(last.value)}%`)
    } else if (
      whole !== undefined &&
      (isPart(shadow, whole, last) ||
        (among &&
          /^[\u4E00-\u9FFF]{0,4},(?:占[比了]?|已经?|人数|户数|比例|数量|刚好|也|就)?(?:占|已经?)?$/.test(gap))) &&
      last.high * 2 < whole.low
    ) {
      const share = (last.value / whole.value) * 100
      yield majority(sentence, word, [last, whole], share, `${figure(last.amount)} ÷ ${figure(whole.amount)}`)
    }
  }
}

function isAmong(shadow: string, whole: Mention, part: Mention): boolean {
  const plain = [whole, part].every(
    ({ kind, range, dimension }) => kind === 'count' && range === null && dimension !== '',
  )
  return plain && whole.dimension === part.dimension && AMONG.test(shadow.slice(whole.classified, part.start))
}

const PEOPLE = new Set(['名', '位', '人', '口'])

export function isPart(shadow: string, whole: Mention, part: Mention): boolean {
  const same = whole.dimension === part.dimension || (PEOPLE.has(whole.dimension) && PEOPLE.has(part.dimension))
  return (
    same &&
    whole.dimension !== '' &&
    whole.kind === 'count' &&
    part.kind === 'count' &&
    OF.test(shadow.slice(whole.classified, part.start))
  )
}

/** 同意的31人,反对的36人,方案以多数票通过. */
function* ofVotes(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end, mentions } = sentence
  const { shadow } = reading
  if (
    !/通过|当选|获批/.test(shadow.slice(start, end)) ||
    /未[获能]?通过|没有通过|否决|三分之二/.test(shadow.slice(start, end))
  )
    return
  for (const [i, yes] of mentions.entries()) {
    const no = mentions[i + 1]
    if (no === undefined || yes.kind !== 'count' || yes.dimension !== no.dimension || no.low <= yes.high) continue
    const [a, b] = [shadow.slice(Math.max(start, yes.start - 6), yes.start), shadow.slice(yes.end, no.start)]
    if (
      !/(?:同意|赞成|支持)[的票者]?[有为共]?$/.test(a) ||
      !/^票?[,、](?:反对|不同意|不赞成)[的票者]?[有为共]?$/.test(b)
    )
      continue
    yield {
      tier: 'query',
      places: [placeOf(sentence, yes, yes.value), placeOf(sentence, no, no.value)],
      zh: zh`反对的多于同意的,却写“通过”。请核对票数。`,
      en: 'More were against than for, yet it passed. Check the votes.',
      arithmetic: [difference(no.amount, yes.amount)],
    }
  }
}

const UNANIMOUS = /全票|一致(?:同意|通过|赞成)|无一(?:缺席|反对|例外)/
const VOTED = /^[\u4E00-\u9FFF]{0,4}(?:投|赞成|同意|支持|到场|出席|参加|签)/

/** 全票通过:21名代表中19名投了赞成票. */
function* ofUnanimity(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end, mentions } = sentence
  const { shadow } = reading
  const said = UNANIMOUS.exec(shadow.slice(start, end))
  if (said === null) return
  const against = mentions.find(
    ({ amount: votes, start: at, classified }) =>
      votes > 0 && (/^票?反对/.test(shadow.slice(classified)) || /反对(?:票|的)?$/.test(shadow.slice(0, at))),
  )
  if (against !== undefined && said[0].startsWith('全票')) {
    const at = { start: start + said.index, end: start + said.index + said[0].length }
    yield {
      tier: 'query',
      places: [placeOf(sentence, at), placeOf(sentence, against, against.value)],
      zh: zh`“${said[0]}”是无人反对,文中却有“${sentence.reading.text.slice(against.start, against.end)}”反对。请核对。`,
      en: 'Unanimous, yet some were against. Check the wording and the votes.',
      arithmetic: [],
    }
  }
  for (const [i, whole] of mentions.entries()) {
    const part = mentions[i + 1]
    if (part === undefined || !isPart(shadow, whole, part) || part.high >= whole.low) continue
    if (!VOTED.test(shadow.slice(part.classified))) continue
    yield {
      tier: 'query',
      places: [
        placeOf(sentence, { start: start + said.index, end: start + said.index + said[0].length }),
        placeOf(sentence, whole, whole.value),
        placeOf(sentence, part, part.value),
      ],
      zh: zh`“${said[0]}”是一个不少,文中却少${figure(whole.amount - part.amount)}。请核对说法和数字。`,
      en: en`“${said[0]}” means all of them, but ${figure(whole.amount - part.amount)} are missing. Check the wording and the figures.`,
      arithmetic: [difference(whole.amount, part.amount)],
    }
  }
}

const PLAN = /(?:任务|计划|目标|指标)[^,。;\d]{0,8}$/
const DONE = /(?:实际|已|共|现已|完成|达到|[\u4E00-\u9FFF]了)[^,。;\d]{0,10}$/

/** 任务6万株,实际栽下5.2万株,超额完成. */
function* ofPlans(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end, mentions } = sentence
  const { shadow } = reading
  const said = /超额|提前完成|超计划/.exec(shadow.slice(start, end))
  if (said === null || said[0] !== '超额') return
  for (const [i, plan] of mentions.entries()) {
    const done = mentions[i + 1]
    if (done === undefined || plan.kind !== 'count' || plan.dimension === '' || plan.dimension !== done.dimension)
      continue
    if (done.high > plan.low || done.value >= plan.value) continue
    const between = shadow.slice(plan.end, done.start)
    if (
      !PLAN.test(shadow.slice(Math.max(start, plan.start - 12), plan.start)) ||
      !/^[^。;]{0,4},/.test(between) ||
      !DONE.test(between)
    )
      continue
    yield {
      tier: 'error',
      places: [
        placeOf(sentence, { start: start + said.index, end: start + said.index + 2 }),
        placeOf(sentence, plan, plan.value),
        placeOf(sentence, done, done.value),
      ],
      zh: zh`实际数少于任务数,却写“超额”。请核对两个数字。`,
      en: 'Less was done than planned, yet the plan was “exceeded”. Check both figures.',
      arithmetic: [difference(plan.amount, done.amount, amount)],
    }
  }
}

/** 48 percent of members …, a majority. */
function* inEnglish(sentence: Sentence): Iterable<Denial> {
  const { reading, start, end, mentions } = sentence
  for (const match of reading.shadow
    .slice(start, end)
    .matchAll(/,\s(?:a|the)\s(?:clear\s|large\s|slim\s|narrow\s)?majority\b/gi)) {
    const word = { start: start + match.index + 2, end: start + match.index + match[0].length }
    const last = mentions.findLast((mention) => mention.end <= word.start)
    if (last?.kind !== 'percent' || last.high >= 50 || /[;:]|\bbut\b/.test(reading.shadow.slice(last.end, word.start)))
      continue
    yield majority(sentence, word, [last], last.value, `${figure(last.value)}%`)
  }
}

function minority(sentence: Sentence, word: { start: number; end: number }, share: Mention): Denial {
  const quote = sentence.reading.text.slice(word.start, word.end)
  const shown = `${figure(share.value)}%`
  return {
    tier: 'query',
    places: [placeOf(sentence, word), placeOf(sentence, share, share.value)],
    zh: zh`“${quote}”是少于50%,文中的数字却是${shown}。请核对说法和数字。`,
    en: en`“${quote}” means less than 50 percent, but the figure is ${shown}. Check the wording and the figure.`,
    arithmetic: [{ label: '数字', en: 'figure', expr: `${shown} > 50%`, value: shown }],
  }
}

/** A clear majority of members, 44 percent. */
function* majorityAhead(sentence: Sentence): Iterable<Denial> {
  const { reading, start, mentions } = sentence
  for (const share of mentions) {
    const few = ENGLISH_MINORITY.exec(reading.shadow.slice(start, share.start))
    if (few !== null && share.kind === 'percent' && share.low > 50)
      yield minority(sentence, { start: start + few.index, end: start + few.index + few[0].length - 2 }, share)
    const match = ENGLISH_MAJORITY.exec(reading.shadow.slice(start, share.start))
    if (match === null || share.kind !== 'percent' || share.high >= 50) continue
    const at = start + match.index
    const word = { start: at, end: at + match[0].length - 2 }
    yield majority(sentence, word, [share], share.value, `${figure(share.value)}%`)
  }
}

/** Every word of size the sentence's own figures deny. */
export function* denialsOf(sentence: Sentence): Iterable<Denial> {
  if (sentence.mentions.length === 0 || sentence.mentions.length > 40) return
  if (sentence.reading.english) {
    yield* inEnglish(sentence)
    yield* majorityAhead(sentence)
    yield* recordsIn(sentence)
  } else {
    yield* ofMajorities(sentence)
    yield* ofVotes(sentence)
    yield* ofUnanimity(sentence)
    yield* ofPlans(sentence)
    yield* extremesOf(sentence)
  }
}
