import { ageGaps } from '../time/age-gaps'
import { agesAgo, anniversaries, lives, weddings } from '../time/ages'
import type { Check, Claim, Reading, StoryCopy } from '../claim'
import type { Mention } from '../lexer/mention'
import { aheadOfPlan } from '../time/ahead-of-plan'
import { planned } from '../time/ahead-of-plan.examples'
import { allowed } from '../time/allowed'
import { monthsTold } from '../time/months-told'
import { momentsOf, placeIn, stretchAt, stretchClaim, type Moment } from '../time/moments'
import { agesNow } from '../time/ages-now'
import { englishTimeExamples, timesInEnglish } from '../time/english'
import { clocked } from '../time/clocked'
import { elapsed } from '../time/elapsed'
import { elapsedTold } from '../time/elapsed.examples'
import { closures } from '../time/closures'
import { coldCases } from '../time/cold-cases'
import { partedAges } from '../time/persons'
import { lengthsTold } from '../time/lengths'
import { lifetimes } from '../time/lifetimes'
import { heldDays } from '../time/held-days'
import { service, serviceExamples } from '../time/service'
import { terms } from '../time/terms'
import { sentencesOf, type Sentence } from '../sentences'
import { futureSpans } from '../time/spans'
import { thereAndBack } from '../time/there-and-back'
import { yearsBefore } from '../time/years-before'
import { yearsTold } from '../time/years-told'
import { zh } from '../wording'

/** A stretch of time, an age or an anniversary that the dates beside it do not give. */

const LEADS =
  /(?:历时|歷時|用时|耗时|为期|為期|为时|长达|持续时间|持续|前后|共用|历经|[用干做建修造花]了|节前|整整|就是|[,(]共|[共总合]计|一共|总共|放假(?:调休)?|连休|连续|一连|期限|工期|走过|度过|跨越|坚守|经营)[了共约近达有为是]{0,2}$/
const ENGLISH_LEADS = /\b(?:lasting|lasted|after|for|took|in all)\s$/i
const ENGLISH_BEHIND = /^\s(?:later|in all|in total|long)\b/i
/** What has a term: 有期徒刑三年,刑期自…起至…止. */
const TERMS = /(?:徒刑|拘役|租期|任期|合同期|服务期|有效期|保质期|工期|周期|展期|赛期|刑期)[为是共达]{0,2}$/
const ENGLISH_AFTER = /^\s(?:after|since)\b/i
const RATE = /[每各另再又]|平均|日均|分别/

/** 今年 is the story's own year. */
function dated(copy: StoryCopy, { shadow }: Reading, moment: Moment): Moment {
  const own = moment.year === null && shadow.startsWith('今年', moment.start)
  return own ? { ...moment, year: copy.published?.year ?? null } : moment
}

/** The moments before the stretch; in English the second may stand behind it: on May 24, 18 days after it opened on May 6. */
function endsOf(reading: Reading, moments: readonly Moment[], mention: Mention): Moment[] {
  const before = moments.filter(({ end }) => end <= mention.start)
  const terms = TERMS.test(reading.shadow.slice(Math.max(0, mention.start - 8), mention.start))
  // 持续10天,从10月1日到10月10日
  if (
    before.length === 0 &&
    (terms || /^,[从自]/.test(reading.shadow.slice(mention.classified, mention.classified + 2)))
  )
    return moments.filter(({ start }) => start >= mention.end)
  if (!ENGLISH_AFTER.test(reading.shadow.slice(mention.classified))) return before
  const [last, next] = [before.at(-1), moments.find(({ start }) => start >= mention.end)]
  return last === undefined || next === undefined ? [] : [next, last]
}

const areJoined = (shadow: string, a: Moment, b: Moment): boolean =>
  a.day !== null && /^[\u4E00-\u9FFF]{0,6}(?:[至到~-]|\u2014{1,2})$/.test(shadow.slice(a.end, b.start))
/** What counts the days of both ends too. */
const WHOLE = /(?:为期|一连|展期|会期|赛期|[(,]共计?)[为是有]?$/

/** 1月22日至28日春节7天假期: the length stands right behind both ends. */
function isSpan({ shadow }: Reading, a: Moment, b: Moment, at: number): boolean {
  return (
    areJoined(shadow, a, b) &&
    /^[\u4E00-\u9FFF]{0,4}$/.test(shadow.slice(b.end, at)) &&
    /^(?:[长小]?假|展期|会期|赛期|行程|集训|时间[,。里]|期间|期[内限]|有效)/.test(
      shadow
        .slice(at)
        .replace(/^\D{0,2}\d{1,3}(?:[天日周年]|个月)|^[一二两三四五六七八九十]{1,3}(?:[天日周年]半?|个半?月)/, ''),
    )
  )
}

/** 从凌晨3点到上午9点,6个小时: the length stands right behind both hours. */
function isClock(
  { shadow, english }: Reading,
  a: Moment,
  b: Moment,
  { start, classified, dimension }: Mention,
): boolean {
  if (english || a.minutes === null || b.minutes === null || dimension !== 'hour') return false
  return (
    /^[到至]$/.test(shadow.slice(a.end, b.start)) &&
    /^,?$/.test(shadow.slice(b.end, start)) &&
    !/^(?:一[班趟次]|[内后前])/.test(shadow.slice(classified, classified + 2))
  )
}

/** 从8时40分到12时10分,历时2小时30分; 1971年动工,1979年建成,前后用了6年. */
function* ofStretches(copy: StoryCopy, sentence: Sentence): Iterable<Claim> {
  const { reading, mentions, start } = sentence
  const moments = momentsOf(sentence).map((moment) => dated(copy, reading, moment))
  if (moments.length < 2) return
  for (const mention of mentions) {
    const before = reading.shadow.slice(Math.max(start, mention.start - 8), mention.start)
    const led = reading.english
      ? ENGLISH_LEADS.test(before) ||
        ENGLISH_BEHIND.test(reading.shadow.slice(mention.classified)) ||
        ENGLISH_AFTER.test(reading.shadow.slice(mention.classified))
      : LEADS.test(before) || /^的?时间[里内]/.test(reading.shadow.slice(mention.classified)) || TERMS.test(before)
    const [first, second] = moments.filter(({ end }) => end <= mention.start).slice(-2)
    const spans =
      first !== undefined && second !== undefined && !reading.english && isSpan(reading, first, second, mention.start)
    const hours = first !== undefined && second !== undefined && isClock(reading, first, second, mention)
    if ((!led && !spans && !hours) || RATE.test(before)) continue
    const stretch = stretchAt(reading, mention)
    const [a, b, ...more] = spans || hours ? [first, second] : endsOf(reading, moments, mention)
    if (stretch === null || a === undefined || b === undefined || more.length > 0) continue
    if (
      /每[天日周月]|第[一二三\d](?!书记|产业|方|时间)|其[中间余]|期间/.test(reading.shadow.slice(start, mention.start))
    )
      continue
    if (
      reading.english &&
      / for $/.test(before) &&
      !/\band end(?:ed|s)\b|\bto\b|\buntil\b/.test(reading.shadow.slice(a.end, b.start))
    )
      continue
    // in 1970, when she was 22, and won it nine years later: counted from the second.
    if (
      reading.english &&
      /^\slater\b/i.test(reading.shadow.slice(mention.classified)) &&
      /^[^,.;]*,[^.;]* and /i.test(reading.shadow.slice(b.end, mention.start))
    )
      continue
    const whole = WHOLE.test(before) && areJoined(reading.shadow, a, b) && !/工作日|休/.test(reading.shadow)
    const right = allowed(a, b, stretch.unit, whole)
    if (right === null || (stretch.low <= right.high && stretch.high >= right.low)) continue
    yield stretchClaim([placeIn(reading, stretch), placeIn(reading, a), placeIn(reading, b)], right, 'error')
  }
}

/** Of one stretch or age one thing is asked: by the relation that stands first. */
function* find(copy: StoryCopy): Iterable<Claim> {
  const told = new Set<string>()
  for (const claim of all(copy)) {
    const [said] = claim.places
    const key = said === undefined ? '' : `${said.reading.index} ${said.start}`
    if (!told.has(key)) yield claim
    told.add(key)
  }
}

function* all(copy: StoryCopy): Iterable<Claim> {
  yield* partedAges(copy)
  yield* lifetimes(copy)
  yield* futureSpans(copy)
  yield* closures(copy)
  yield* agesNow(copy)
  yield* coldCases(copy)
  yield* heldDays(copy)
  yield* yearsBefore(copy)
  yield* timesInEnglish(copy)
  for (const reading of copy.readings) {
    if (reading.english) yield* lives(reading)
    yield* clocked(reading)
    yield* thereAndBack(reading)
    for (const [i, sentence] of sentencesOf(reading).entries()) {
      yield* weddings(copy, sentence)
      if (sentence.mentions.length === 0 || sentence.mentions.length > 40) continue
      yield* ofStretches(copy, sentence)
      yield* anniversaries(copy, sentence)
      yield* agesAgo(sentence)
      yield* aheadOfPlan(sentence, sentencesOf(reading)[i - 1])
    }
    yield* ageGaps(reading)
  }
  yield* elapsed(copy)
  yield* lengthsTold(copy)
  yield* monthsTold(copy)
  yield* yearsTold(copy)
  yield* terms(copy)
  yield* service(copy)
}

export const durationAge: Check = {
  id: 'duration-age',
  tiers: ['error', 'query'],
  title: { zh: '时长年龄与日期不符', en: 'Stretch or age against dates' },
  why: {
    zh: zh`起止时间都在,历时多久、几岁、几周年一算便知。`,
    en: 'Both ends are given, so the stretch, the age or the anniversary can be computed.',
  },
  examples: [
    ...planned,
    ...serviceExamples,
    ...elapsedTold,
    {
      silent:
        'Born in 1948, the poet published her first book in 1970, when she was 22, and won the prize nine years later.',
    },
    ...englishTimeExamples,
    { wrong: 'The [[23]]-year-old driver, Mark Hale, was arrested. Hale, [[32]], has no record.' },
    { wrong: 'The bridge, opened in [[1931]], turned [[85]] in [[2026]].' },
    {
      silent:
        'The bridge, opened in 1931, turned 95 in 2026. Born in 1940, she was 85 when she died in 2025. Opened in 1950, the pool was 75 feet long in 1990.',
    },
    { wrong: '第一书记[[1990年]]5月出生,今年[[34岁]]。[[2026年]]11月,他驻村期满,村民舍不得他走。' },
    { wrong: '摄影家羅一鳴昨天辭世,享壽[[81歲]]。他[[1943年]]3月出生於基隆。告別式將於[[2026年]]12月12日舉行。' },
    { silent: '第一书记1990年5月出生,今年36岁。2026年11月,他驻村期满。到2035年,全村收入力争翻番。' },
    { wrong: '云岭网2月8日电 [[1月28日]]至[[2月3日]]春节[[9天]]假期,全县接待游客6.2万人次。' },
    { wrong: '李老[[1917年]]出生。[[1949年]],[[42岁]]的他到农学院教书。' },
    { wrong: 'Founded in [[1924]], the bakery marked its [[90]]th anniversary in [[2024]] with free rolls.' },
    { silent: '李老1917年出生。1949年,32岁的他到农学院教书。' },
    { silent: 'Founded in 1924, the bakery marked its 100th anniversary in 2024 with free rolls.' },
    { wrong: 'She was mayor for [[16]] years, from [[1990 to 2004]].' },
    { silent: 'She was mayor for 14 years, from 1990 to 2004.' },
    { wrong: 'Ruth Callow, [[34]], runs the ferry. The union spoke for [[43]]-year-old Ruth Callow.' },
    { wrong: '渔民林有田今年[[57]]岁。说起这艘船,[[75]]岁的渔民林有田,眼里有光。' },
    { wrong: '老工程师自[[1993年]]起,历时[[21年]]研制出新犁。2004年11月,新犁下地。' },
    { silent: 'Ruth Callow, 34, runs the ferry. Her uncle, 61-year-old Tom Callow, built it.' },
    { silent: '老工程师自1993年起,历时11年研制出新犁。2004年11月,新犁下地。55岁的父亲陈海生,28岁的儿子陈小舟。' },
    { wrong: '诗人[[1930年]]出生,[[2001年]]病逝,终年[[81岁]]。' },
    { wrong: '他生于[[1961年]],[[今年]][[54岁]]。', published: '2024-05-06' },
    { wrong: '大火[[3日22时]]烧起,[[5日22时]]熄灭,历时[[24小时]]。' },
    { wrong: 'The fair opened on [[June 2]] and ended on [[June 9]], lasting [[ten days]].' },
    { wrong: '渡桥[[2018年4月]]开工,[[2020年4月]]通行,前后用了[[三年]]。' },
    { wrong: '公示时间为[[5月6日]]至[[5月12日]],共[[12天]]。' },
    { wrong: '他[[1985年]]参军,[[1989年]]退伍,当了[[六年]]兵。' },
    { wrong: '他在岗位上一干就是[[20年]]。从[[1993年]]参加工作到[[2023年]]退休,没有请过假。' },
    { wrong: '他今年[[45岁]],[[32岁]]那年从部队转业,到现在整整干了[[23]]年。' },
    { wrong: '[[11月15日]]至[[17日]],茶艺大赛在我市举行。[[五天]]比赛中,选手们各显身手。' },
    { silent: '他1985年考入师范,1989年毕业,先教了六年语文。2005年当上校长,一干就是15年,直到2020年退休。' },
    { silent: '11月15日至17日,茶艺大赛在我市举行。三天比赛中,前两天是初赛。' },
    { wrong: 'The mill closed in [[2011]] and reopened in [[2015]], [[nine years]] later.' },
    { wrong: '手术[[9时10分]]开始、[[11时40分]]结束,历时[[3个半小时]]。' },
    { wrong: '老人今年[[81岁]],[[三十年]]前,[[41岁]]的他开出这片林子。' },
    {
      wrong:
        'The piano works will close in June after [[83 years]]. Founded in [[1933]], it leaves a single maker when it closes in June [[2026]].',
    },
    {
      silent:
        'The piano works will close in June after 93 years. Founded in 1933, it leaves a single maker when it closes in June 2026.',
    },
    { wrong: 'The jury spoke on [[May 24]], [[28 days]] after the trial opened on [[May 6]].' },
    { silent: '手术9时10分开始、11时40分结束,历时2个半小时。老人今年81岁,三十年前,51岁的他开出这片林子。' },
    { silent: '渡桥2018年4月开工,2020年10月通行,前后用了两年半。' },
    { silent: '1985年至2010年,全县共下雨3天以上的有35个月。' },
    { silent: '抢修从9时20分持续到11时10分,历时1小时50分。' },
    { silent: '书展5月1日开幕、5月10日落幕,为期10天。' },
    { silent: '书展5月1日开幕、5月10日落幕,历时9天。' },
    { silent: '水渠1968年动工,1975年通水,前后用了七年多。' },
    { silent: '诗人1930年5月出生,2001年3月病逝,终年70岁。' },
    { silent: '他生于1961年,今年64岁。' },
    { silent: '展览3月5日至4月5日举行,每天开放,每场持续2小时。' },
    { silent: '手术8时开始,约12时结束,用了将近4个小时。' },
    { silent: 'The fair opened on June 2 and ended on June 9, lasting a week.' },
  ],
  find,
}
