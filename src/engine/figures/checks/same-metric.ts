import type { Check, Claim, Place, StoryCopy } from '../claim'
import { partedCompanions } from '../again/companions'
import { measuredAgain, measureExamples } from '../again/english-measures'
import { scoreExamples, scoresAgain } from '../again/english-scores'
import { echoes } from '../again/echoes'
import { areOfAll, areSomeAndAll } from '../again/some-and-all'
import type { Metric } from '../again/metric'
import { oddOrdinals } from '../again/ordinals'
import { placeOfTold, retold } from '../again/retold'
import { samePairs } from '../again/same-pairs'
import type { SamePair } from '../again/same-thing'
import type { Mention } from '../lexer/mention'
import { isOneDigitOff, isSlip, tensApart } from '../again/slips'
import { toldAgain } from '../again/told-again'
import { toldAgainExamples } from '../again/told-again.examples'
import { en, zh } from '../wording'

/** One thing with two figures in one story. */

const placeOf = ({ reading, mention: { start, end, value } }: Metric): Place => ({ reading, start, end, value })

function claimOf({ first, second }: SamePair): Claim {
  return claimOn([placeOf(first), placeOf(second)])
}

function claimOn([first, second]: readonly [Place, Place]): Claim {
  const quotes = [first, second].map(({ reading, start, end }) => reading.text.slice(start, end))
  return {
    tier: 'query',
    places: [first, second],
    message: {
      zh: zh`前面写“${quotes[0] ?? ''}”,后面写“${quotes[1] ?? ''}”,像是同一件事。请核对哪个对。`,
      en: en`“${quotes[0] ?? ''}” and “${quotes[1] ?? ''}” apparently tell of the same thing. Check which is right.`,
    },
    arithmetic: [
      { label: '前文', en: 'first', expr: quotes[0] ?? '', value: first.value ?? '' },
      { label: '后文', en: 'then', expr: quotes[1] ?? '', value: second.value ?? '' },
    ],
  }
}

/** What no other pair has spoken of yet. */
function* again(copy: StoryCopy, told: Set<unknown>): Iterable<Claim> {
  for (const [first, second] of retold(copy)) {
    if (told.has(first.mention) || told.has(second.mention)) continue
    told.add(first.mention).add(second.mention)
    yield claimOn([placeOfTold(first), placeOfTold(second)])
  }
  const places = [...told].map((mention) => mention as Mention)
  for (const pair of toldAgain(copy)) {
    const [first, second] = pair
    const known = [first, second].some(({ reading, start }) =>
      reading.mentions.some((mention) => places.includes(mention) && mention.start <= start && start < mention.end),
    )
    if (!known && !areSomeAndAll(first, second)) yield claimOn(pair)
  }
}

/** 举报总量23.84万件 and 服务类投诉28.34万件: each has a name of its own right before it, and neither says the other's. */
function namedApart({ first, second }: SamePair): boolean {
  const [a, b] = [first.before, second.before]
  if (first.reading.english || a.length < 4 || b.length < 4) return false
  return (
    !`${b}${second.after}`.includes(a.slice(-2)) &&
    `${a}${first.after}`.slice(-2) !== b.slice(-2) &&
    [a, b].some((name) => /总[量数]$/.test(name))
  )
}

function* every(copy: StoryCopy): Iterable<Claim> {
  const told = new Set<unknown>()
  for (const pair of samePairs(copy)) {
    const { first, second } = pair
    const slip = isSlip(first.mention, second.mention) || isOneDigitOff(first.mention, second.mention)
    if (tensApart(first.mention, second.mention) !== null || !slip || areSomeAndAll(placeOf(first), placeOf(second)))
      continue
    told.add(first.mention).add(second.mention)
    yield claimOf(pair)
  }
  for (const pair of echoes(copy))
    if (!told.has(pair.first.mention) && !told.has(pair.second.mention) && !namedApart(pair)) yield claimOf(pair)
  for (const pair of partedCompanions(copy)) yield claimOf(pair)
  for (const pair of oddOrdinals(copy)) yield claimOn(pair)
  for (const pair of scoresAgain(copy)) yield claimOn(pair)
  for (const pair of measuredAgain(copy)) yield claimOn(pair)
  yield* again(copy, told)
}

const REGIONAL = /^据[^,。]{2,16}(?:报告|通报|统计)/

/** The sum of all and one region's own count: 据福建省民政厅报告,100余人转移. */
function ofRegions({ places: [first, second] }: Claim): boolean {
  return [first, second].filter((place) => REGIONAL.test(place?.reading.shadow ?? '')).length > 0
}

function* find(copy: StoryCopy): Iterable<Claim> {
  const regional = copy.readings.filter(({ shadow }) => REGIONAL.test(shadow)).length > 1
  for (const claim of every(copy)) if ((!regional || !ofRegions(claim)) && !areOfAll(claim.places)) yield claim
}

export const sameMetric: Check = {
  id: 'same-metric',
  tiers: ['query'],
  title: { zh: '前后数字不一', en: 'Two figures for one thing' },
  why: {
    zh: zh`同一件事的数字前后各写一遍,敲键时容易错开一位。`,
    en: 'A figure is given twice for one thing, and a slip of the finger parts them.',
  },
  examples: [
    ...scoreExamples,
    ...measureExamples,
    ...toldAgainExamples,
    { wrong: '云塘隧道全长[[3.4公里]],是控制性工程。最后一声炮响,这条[[4.3公里]]长的隧道贯通了。' },
    { silent: '云塘隧道全长3.4公里,是控制性工程。最后一声炮响,这条3.4公里长的隧道贯通了。' },
    {
      wrong:
        'They combed the face with [[two helicopters]] on Friday. Snow had kept the same [[three helicopters]] on the ground.',
    },
    {
      silent:
        'They combed the face with two helicopters and a plane. Last week the three helicopters of the army had joined, and both helicopters flew on.',
    },
    { wrong: '[[18年]]来,井水变红的怪事一直持续,村里人见惯了。\n专家说,怪事持续了[[15年]],其实是土里的铁。' },
    { wrong: '经历[[30多天]]的追查,民警抓获三名嫌疑人。\n“历时[[50余天]]的工作,大家没有叫苦。”队长说。' },
    { silent: '18年来,井水变红的怪事一直持续,村里人见惯了。\n专家说,怪事持续了18年。暴雨持续了3天。' },
    { wrong: '厂家说,这种面霜能让人年轻[[5岁至10]]岁。\n医生说,让人年轻[[5-15]]岁的面霜还没有。' },
    {
      wrong:
        'Save [[20 to 40]] times your yearly rent before you move, she writes.\nHer brother would have between [[20 and 30]] times his yearly rent in the bank.',
    },
    { silent: '厂家说,这种面霜能让人年轻5岁至10岁。\n医生说,让人年轻5-10岁的面霜还没有。' },
    { wrong: '全会选出代表[[1847名]]。资格审查委员会确认[[1874名]]代表的资格有效。' },
    {
      wrong:
        '今年[[前9个月]],外贸进出口总值27.08万亿元,处于高位。\n据统计,今年[[前8个月]],进出口总值27.08万亿元,同比微降0.1%。',
    },
    {
      wrong:
        '假期全国铁路累计发送旅客[[3130.4万人]],加开临客2920列。\n假期里,全国铁路共发送旅客[[3310.4万人]],乘车环境比较宽松。',
    },
    { wrong: '全镇今年办好[[四件]]实事:修桥、通水、建学堂、添公交,[[五件]]全部列入年度考核。' },
    { wrong: 'The plant employs [[640 people]]. The union had feared for all [[460]] of them.' },
    { wrong: '民警侦破一起涉案[[160余万元]]的电信诈骗案。\n刘某先后33次转款,这起电信诈骗案中他共被骗[[1316216元]]。' },
    { wrong: '全区今年计划改造老旧小区[[34个]]。住建局说,[[43个]]老旧小区的改造将在年底前完成。' },
    {
      silent:
        '全镇今年办好四件实事,四件全部列入年度考核。民警侦破一起涉案130余万元的电信诈骗案。\n这起电信诈骗案中他共被骗1316216元。',
    },
    { wrong: '城北大桥昨天发生追尾,造成[[3人受伤]]。\n记者从医院获悉,[[4名伤者]]均已脱离危险。' },
    {
      wrong:
        'The council voted [[7-2]] on Monday to close the bridge.\nResidents protested the [[7-3]] vote outside the hall.',
    },
    {
      wrong:
        'The council opened its [[$4.2 million]] library on Friday.\nCritics said the library, which cost [[$2.4 million]], is too small.',
    },
    { wrong: '县图书馆新馆开放,首日接待读者[[1800人]]。\n馆长说,首日接待的[[8100人]]中,一半是学生。' },
    { wrong: '考古队对东坡墓地的挖掘历时[[45天]],出土陶器两百件。\n领队说,这[[54天]]的挖掘没有停过。' },
    { silent: '城北大桥发生追尾,造成3人受伤。\n记者从医院获悉,3名伤者均已脱离危险。\n东桥另有4名伤者入院。' },
    {
      silent:
        'The council voted 7-2 on Monday to close the bridge.\nResidents protested the 7-2 vote outside the hall.',
    },
    {
      wrong:
        'A jury chose [[thirty artworks]] from 400 proposals for the light festival in Delft.\nIn Delft, [[twenty artworks]] will light the canals.',
    },
    {
      wrong:
        "Singer Mara Lind's first [[six albums]] came out on a small label in Leeds.\nShe said the label would not let her play songs from her first [[seven albums]].",
    },
    {
      wrong:
        '# Police arrest [[seven]] in drug investigation\nPolice arrested [[six people]] Monday during an investigation on Mill Lane.',
    },
    {
      wrong:
        'The coupe has [[up to 277 miles]] of range in the city.\nBuyers may wait: the coupe is rated for [[up to 227 miles]] on a full battery, a range few need in the city.',
    },
    {
      wrong:
        '央行14日宣布,将基准利率目标区间维持在5%至[[5.52]]%的水平不变,符合预期。\n声明说,央行决定将基准利率目标区间维持在5%至[[5.25]]%的水平不变。',
    },
    { wrong: '夫妇二人结婚[[15年]]了,仍没有孩子,邻居都知道。在[[12年]]的婚姻里,他们常出门。' },
    { wrong: 'Asked about the [[July 25]] call, the mayor left. An aide had listened to the [[July 15]] call.' },
    {
      wrong:
        'The crew sleeps through much of the [[180-day]] cruise to Mars.\nA [[108-day]] cruise leaves the crew thin.',
    },
    { wrong: '# 村民打“[[12345]]”讨说法\n不少人拨打上海[[12354]]市民服务热线,问收费的依据。' },
    { wrong: '# 创新“[[1169]]”社区治理体系\n街道把“[[1196]]”社区治理体系写进清单。' },
    { wrong: '工匠多采用上述[[两种]]办法。\n雨季施工,要采用上述[[三种]]办法就难了。' },
    { silent: 'The 7th Delft Light Festival opens today. The 7th Delft Light Festival is free.' },
    {
      silent:
        'One study in 77 people showed that eating habits changed. One study in 17 people showed that eating habits stayed.',
    },
    { silent: 'It inked an order for 30 Nordic jets. On Monday it announced an order of 50 Alpine jets.' },
    { silent: '夫妇二人结婚15年了,仍没有孩子。在15年的婚姻里,他们常出门。工匠多采用上述两种办法,再看这三种颜色。' },
    {
      silent:
        'The 11-inch tablet is new. The 12-inch tablet is dear. The July 25 call was brief; the July 15 meeting was long.',
    },
    {
      wrong:
        'In all, [[45 firefighters]] fought the blaze. The officer praised the [[54 firefighters]] who had tackled it.',
    },
    { wrong: '苗圃育有树苗[[4120株]],多为水杉。场长说,苗圃育有树苗[[4210株]],明春出圃。' },
    { wrong: '全镇有渔民[[412户]]。入冬后,渔民[[421户]]全部上岸定居。' },
    { wrong: '展馆总面积[[5600平方米]]。\n解说员说,展馆总面积[[6500平方米]],要走半天。' },
    { wrong: '水库的有效库容为[[1.37亿立方米]]。据测算,水库有效库容[[1.73亿立方米]],够全城用两年。' },
    { wrong: '赛道设补水点[[36个]]。志愿者说,赛道补水点[[63个]]都备了盐水。' },
    { wrong: '这所学校有在校生[[2315人]]。午餐时,这所学校的在校生[[2351人]]分三批就餐。' },
    { wrong: '合作社有社员[[186户]],两年没有人退出。年底分红会上,合作社社员[[168户]]都拿到了钱。' },
    { wrong: 'The dairy employs [[1,240 workers]]. The union said the dairy employs [[1,420 workers]] in two shifts.' },
    { wrong: '塌方造成3人死亡、[[8人]]受伤。县里通报说,塌方共造成3人死亡、[[6人]]受伤。' },
    { wrong: '全镇建起敬老院[[15所]],今年又添了床。镇长说,这[[18所]]敬老院住进了老人。' },
    { wrong: '水库总库容[[1.2亿立方米]],能防大汛。这座总库容[[1.5亿立方米]]的水库养活了三个县。' },
    { wrong: 'The storm flattened [[14 barns]] in the valley. All [[16 barns]] were insured, officials said.' },
    {
      wrong:
        '前四月,全市外贸总值[[1381万元]],同比增长5.73%。内外两旺,订单排到秋后。\n外贸规模[[1318万元]],同比增长5.73%,来之不易。',
    },
    {
      wrong:
        '[[23座]]城市开通了电车。近年热度渐退,客流不多。\n规划过电车的城市不少,真正投运的[[32个]]城市各有打算。\n这23座城市里,南方占了多半。',
    },
    {
      wrong:
        '机组超发电价定为每度[[0.328元]]。厂里说,煤价涨了两年,报价早该动了。\n账按月结,厂里的超发电价却是每度[[0.382元]]。',
    },
    {
      wrong:
        'The band marks its [[50th anniversary]] with a tour. Tickets for the [[40th anniversary]] shows go on sale on Friday. The 50th anniversary run has 30 dates.',
    },
    {
      wrong:
        '[[第十四届]]旅游休闲节今天开幕。市民可领票。\n第十四届旅游休闲节办到周日,[[第十五届]]旅游休闲节的夜市设在江边。',
    },
    { silent: 'The club marks its 50th anniversary. The hall saw its 40th anniversary too.' },
    { silent: '前四月,外贸总值1381万元,同比增长5.73%。\n邻市外贸总值1318万元,同比增长5.37%。' },
    { silent: '23座城市开通了电车。\n规划过电车的32个县各有打算。\n这23座城市里,南方占了多半。' },
    { silent: '塌方造成3人死亡、8人受伤。去年同期,塌方造成3人死亡、6人受伤。' },
    { silent: '苗圃育有树苗4120株。去年,苗圃育有树苗4210株。' },
    { silent: '东岸有渔民412户。西岸有渔民421户。' },
    { silent: '全镇有渔民412户。其中,困难渔民421人次得到救助。' },
    { silent: '截至3月底,共转移群众4180人。截至4月底,共转移群众4810人。' },
    { silent: '比赛有选手96名。外省选手69名昨天报到。' },
    { silent: '展馆总面积5600平方米。老馆总面积6500平方米。' },
    { silent: '原有床位580张。扩建之后,医院床位850张。' },
    { silent: '茶园每亩投入1230元。年底,茶园投入1320元。' },
    { silent: '学校有在校生2315人。邻县的中学有在校生2351人。' },
    { silent: 'The dairy employs 1,240 workers. Last year the dairy employed 1,420 workers.' },
  ],
  find,
}
