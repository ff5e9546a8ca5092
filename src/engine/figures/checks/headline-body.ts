import type { Check, Claim, Place, Reading, StoryCopy } from '../claim'
import { denied, differ } from '../again/headlines'
import { meet, type Mention } from '../lexer/mention'
import { shared, wordsAround } from '../again/near-words'
import { headExamples, headsDenied } from '../again/english-heads'
import { boundsDenied, titleExamples } from '../again/english-titles'
import { lastYears } from '../again/last-years'
import { areReversed, isFingerSlip, isOneDigitOff } from '../again/slips'
import { headsParted, stretchesParted } from '../again/reworded'
import { streaksParted } from '../again/streaks'
import { titledParted } from '../again/titled'
import { titled } from '../again/titled.examples'
import { oddTolls } from '../again/tolls'
import { unborne } from '../again/unborne'
import { en, zh } from '../wording'

/** A figure of the headline that the body gives differently for the same thing. */

const STRETCHES = new Set('year month day week hour minute age'.split(' '))
/** Stretches that a story tells once: its only one is the headline's. */
const PRECISE = new Set('minute hour'.split(' '))
const PASSING = new Set(['second', 'degree', ''])

interface Pair {
  readonly title: Reading
  readonly mention: Mention
  readonly reading: Reading
  readonly body: Mention
  /** no other figure of the body is as near to the title's */
  readonly alone: boolean
}

/** The figures of an English title and body: the same words around them, one slip apart. */
function speaksOf({ title, mention, reading, body, alone }: Pair): boolean {
  const near = shared(wordsAround(title, mention, 14), wordsAround(reading, body, 20))
  if (STRETCHES.has(mention.dimension))
    return alone && (PRECISE.has(mention.dimension) || (near > 0 && areReversed(mention.amount, body.amount)))
  if (isFingerSlip(mention, body)) return (alone && mention.classifier.length > 3) || near > 0
  return isOneDigitOff(mention, body) && alone && mention.amount >= 1000
}

function comparable(mention: Mention): boolean {
  return (
    (mention.kind === 'count' || mention.kind === 'percent') &&
    mention.range === null &&
    !PASSING.has(mention.dimension)
  )
}

interface Found {
  readonly reading: Reading
  readonly mention: Mention
}

/** Nine dead or missing over seven dead and two missing: the headline adds up two that stand side by side. */
function isSum(reading: Reading, body: Mention, title: Mention): boolean {
  const next = reading.mentions[reading.mentions.indexOf(body) + 1]
  return next?.dimension === body.dimension && body.value + next.value === title.value
}

/** The body's figures of the title's unit; null where one of them bears the title out. */
function candidates(copy: StoryCopy, mention: Mention): readonly Found[] | null {
  const found: Found[] = []
  for (const reading of copy.readings) {
    if (reading.passage.role === 'title') continue
    for (const body of reading.mentions) {
      if (!comparable(body) || body.dimension !== mention.dimension) continue
      if (meet(body, mention) || isSum(reading, body, mention)) return null
      found.push({ reading, mention: body })
    }
  }
  return found
}

/** Whether the hand may have made the one of the other. */
function isNear(a: Mention, b: Mention): boolean {
  if (PRECISE.has(a.dimension) || (a.amount < 10 && b.amount < 10)) return true
  return isFingerSlip(a, b) || isOneDigitOff(a, b) || areReversed(a.amount, b.amount)
}

function otherOf(copy: StoryCopy, title: Reading, mention: Mention): Found | null {
  const found = candidates(copy, mention)?.filter((one) => isNear(mention, one.mention)) ?? []
  const alone = new Set(found.map(({ mention: body }) => body.value)).size === 1
  return found.find(({ reading, mention: body }) => speaksOf({ title, mention, reading, body, alone })) ?? null
}

function claimOf(copy: StoryCopy, title: Reading, mention: Mention): Claim | null {
  const other = otherOf(copy, title, mention)
  if (other === null) return null
  const quotes = [
    title.text.slice(mention.start, mention.end),
    other.reading.text.slice(other.mention.start, other.mention.end),
  ]
  return {
    tier: 'query',
    places: [
      { reading: title, start: mention.start, end: mention.end, value: mention.value },
      { reading: other.reading, start: other.mention.start, end: other.mention.end, value: other.mention.value },
    ],
    message: {
      zh: zh`标题写“${quotes[0] ?? ''}”,正文写“${quotes[1] ?? ''}”,像是同一件事。请核对哪个对。`,
      en: en`The headline says “${quotes[0] ?? ''}”, the body “${quotes[1] ?? ''}”, apparently of the same thing. Check which is right.`,
    },
    arithmetic: [
      { label: '标题', en: 'headline', expr: quotes[0] ?? '', value: mention.value },
      { label: '正文', en: 'body', expr: quotes[1] ?? '', value: other.mention.value },
    ],
  }
}

const placeOf = (reading: Reading, { start, end, value }: Mention): Place => ({ reading, start, end, value })

/** What stands farther below a title is of another. */
const MOST = 200

/** What every relation of headlines says of one title; the general ones last. */
function* ofTitle(copy: StoryCopy, title: Reading): Iterable<Claim> {
  const body = copy.readings
    .slice(title.index + 1, title.index + 1 + MOST)
    .filter(({ passage }) => passage.role === 'body' || passage.role === 'caption')
  for (const mention of title.english ? title.mentions : []) {
    const claim = comparable(mention) && mention.approximators.length === 0 ? claimOf(copy, title, mention) : null
    if (claim !== null) yield claim
  }
  for (const [said, told] of boundsDenied(body, title))
    yield differ(placeOf(title, said), placeOf(told.reading, told.mention))
  yield* denied(body, title)
  for (const [said, told] of [
    ...headsDenied(body, title),
    ...titledParted(body, title),
    ...lastYears(body, title),
    ...unborne(copy, title),
    ...streaksParted(copy, title),
  ])
    yield differ(said, told)
}

/** A heading right under the title is a second line of it. */
const isTitle = ({ passage: { role }, index }: Reading): boolean =>
  role === 'title' || role === 'subtitle' || (role === 'heading' && index === 1)

function* every(copy: StoryCopy): Iterable<Claim> {
  yield* oddTolls(copy)
  for (const title of copy.readings.filter(isTitle)) yield* ofTitle(copy, title)
  for (const [title, told] of [...headsParted(copy), ...stretchesParted(copy)]) yield differ(title, told)
}

/** Of one figure of a headline one thing is said. */
function* find(copy: StoryCopy): Iterable<Claim> {
  const spoken: Place[] = []
  for (const claim of every(copy)) {
    const [said] = claim.places
    if (said === undefined || spoken.some((one) => overlap(one, said))) continue
    spoken.push(said)
    yield claim
  }
}

const overlap = (a: Place, b: Place): boolean => a.reading === b.reading && a.start < b.end && b.start < a.end

export const headlineBody: Check = {
  id: 'headline-body',
  tiers: ['query'],
  title: { zh: '标题与正文不符', en: 'Headline against body' },
  why: {
    zh: zh`标题里的数字出错最伤人,它在正文里应能找到。`,
    en: 'A wrong figure in a headline costs most; the body must bear it out.',
  },
  examples: [
    ...headExamples,
    ...titleExamples,
    {
      wrong: '# Wait for hip surgery tops [[14 weeks]]\nPatients now wait an average of [[13.6 weeks]] for a new hip.',
    },
    { silent: '# Wait for hip surgery nears 14 weeks\nPatients now wait an average of 13.6 weeks for a new hip.' },
    ...titled,
    { wrong: '# 蓝鲸队[[五连胜]]\n昨晚,蓝鲸队2比0取胜。这是球队[[连续第四场获胜]],积分升到31分。' },
    { silent: '# 蓝鲸队五连胜\n昨晚,蓝鲸队2比0取胜。此前他们四连胜,这是球队连续第五场获胜。' },
    { wrong: '一在建厂房坍塌,造成[[1人死亡]]、[[4人受伤]]。区里成立调查组,此次事故[[6人伤亡]]的原因将公布。' },
    { wrong: '# 男子偷挖兰花[[21株]] 被判赔偿\n周某进山采挖春兰[[12株]],带到集市卖出5株后被查获,剩余7株已移栽。' },
    {
      wrong:
        '# [[23家]]企业进校招聘 提供岗位1100个\n昨天,[[32家]]来自装备制造、现代物流、医养健康等行业的企业带来1100个岗位。',
    },
    { silent: '# 23家企业进校招聘 提供岗位1100个\n昨天,23家企业带来1100个岗位,另有32家在线上招聘。' },
    {
      wrong:
        '# 老街连环火警 [[27人平安撤离]]\n昨日凌晨,老街一栋楼起火。受困的[[17人由云梯车救出]],其中2人送医,无生命危险。',
    },
    { silent: '# 老街连环火警 17人平安撤离\n昨日凌晨,老街一栋楼起火。受困的17人由云梯车救出,其中2人送医,无生命危险。' },
    { wrong: '# 经济犯罪涉案总价值[[580亿元]]\n上半年共立案3.3万起,涉案总价值[[518.4亿元]],同比上升89.5%。' },
    { wrong: '破获[[5起]]地下钱庄案件\n今年1至7月份,各地共破获重大地下钱庄案件[[8起]],抓获嫌疑人27名。' },
    { silent: '# 经济犯罪涉案总价值580亿元\n上半年共立案3.3万起,涉案总价值581.4亿元,同比上升89.5%。' },
    { wrong: '# 电厂垮塌事故[[5死]]7伤\n昨天凌晨,电厂基础工程垮塌,[[死亡8人]],受伤7人。' },
    { wrong: '电厂垮塌[[伤亡21人]],其中[[死亡5人]],[[重伤4人]],[[轻伤3人]]。' },
    {
      wrong:
        '# Accident in Dalton [[kills 2]], injures 5\nA two-vehicle crash has [[killed three]] people and injured five others.',
    },
    {
      silent:
        '# 电厂垮塌事故5死7伤\n昨天凌晨,电厂基础工程垮塌,死亡5人,受伤7人。共伤亡12人,其中死亡5人,重伤4人,轻伤3人。',
    },
    {
      wrong: '# 优惠延续 预计为企业减负[[180亿元]]\n县财政局说,优惠将再延续三年。\n预计到年末,为企业减负[[108亿元]]。',
    },
    { wrong: '# 女篮客场[[71:68]]险胜\n昨晚的比赛,女篮最后两分钟连得九分,以[[78:68]]取胜,排名升到第二。' },
    { wrong: '# 图书馆新馆[[9月]]开馆\n馆长介绍,新馆将在[[6月]]开馆,藏书增加到八万册。' },
    { silent: '# 女篮客场71:68险胜\n上半场女篮以30:38落后,最终以71:68取胜。' },
    { silent: '# 图书馆新馆9月开馆\n新馆6月封顶,9月1日开馆,闭馆的老馆10月开馆做展厅。' },
    { wrong: '# 老小区加装电梯[[230部]]\n一年来,全区为老小区加装电梯[[203部]],惠及住户三千余户。' },
    { wrong: '# 早稻开镰 机收面积达[[45万亩]]\n截至昨日,全县早稻机收面积达[[54万亩]]。' },
    { wrong: '# [[412户]]渔民搬进新居\n昨天,最后一批居民拿到钥匙,至此[[421户]]渔民全部上岸。' },
    { wrong: '# 新桥建设投资[[119万元]]\n据了解,新桥建设投资[[1190万元]],由县财政承担。' },
    { wrong: '# 图书馆添置新书[[3600册]]\n开馆前,图书馆添置新书[[3800册]]。' },
    { wrong: '# 水库蓄水率升至[[86%]]\n水务局介绍,目前水库蓄水率升至[[68%]]。' },
    { wrong: '# [[128名]]教师支教归来\n两年间,[[182名]]教师支教期满,昨天返程。' },
    { wrong: '# 公交新增车辆[[75辆]]\n公交公司说,今年公交新增车辆[[57辆]]。' },
    { wrong: '# [[三家]]企业落户新港\n昨天签约,[[四家]]企业落户新港,主营冷链。' },
    { wrong: '# 东湖放流鱼苗[[240万尾]]\n昨天,[[420万尾]]鱼苗游进东湖。' },
    {
      wrong: '# [[Five die]] as plane comes down\nA small plane crashed on Sunday, [[killing all four]] people aboard.',
    },
    { silent: '# Four die as plane comes down\nA small plane crashed on Sunday, killing all four people aboard.' },
    {
      wrong:
        '# Storm leaves [[70,000 homes]] without power\nFallen trees cut electricity to [[17,000 homes]] overnight, and 9,000 were reconnected by noon.',
    },
    { wrong: '# [[1,400 trees]] planted along canal\nVolunteers planted [[1,040 trees]] along the canal on Saturday.' },
    { wrong: '# 前五月水产品产量增长[[13.6%]]\n统计局的数据显示,前五月全市水产品产量48万吨,同比增长[[16.3%]]。' },
    { wrong: '# 山洪致2人遇难[[4人失联]]\n指挥部通报,山洪已造成2人遇难,[[3人失联]],七百余人转移。' },
    { wrong: '# 老船长守护航标[[24年]]\n从1983年到今天,老船长独自守护这座航标已经[[42年]]。' },
    { wrong: '# 县财政拨款[[3600万元]]修缮校舍\n记者获悉,县财政今年安排[[3900万元]],对26所乡村学校的校舍进行修缮。' },
    { silent: '# 5人受伤送医\n东路口3人受伤,西路口2人受伤,均已送医。' },
    { silent: '# 全县游客近12万人次\n假日三天,全县接待游客11.98万人次。' },
    { silent: '# 老小区加装电梯230部\n一年来,全区加装电梯230部,其中东城加装电梯203部。' },
    { silent: '# 投资超1亿元 新厂投产\n新厂总投资1.2亿元,占地120亩。' },
    { silent: '# 5名选手夺冠\n比赛设三个组,共有50名裁判执裁。' },
    { silent: '# 412户渔民搬进新居\n这个小区有420套住房,昨天交付。' },
    { silent: '# 新书3600册到馆\n图书馆现有图书82万册,读者借出4000册。' },
    { silent: '# 同比增长12%\n工业增加值同比增长21%,出口增长8%。' },
    { silent: '# 三十年守一塔\n父亲守塔33年,儿子守了4年。' },
  ],
  find,
}
