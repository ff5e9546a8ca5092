import { ofDerivation } from '../arithmetic/told'
import { markExamples } from '../arithmetic/above-mark'
import { byDirectionExamples } from '../arithmetic/by-direction'
import { cutsOf } from '../arithmetic/cuts'
import { derivedIn } from '../arithmetic/derivations'
import { titledGrowthExamples } from '../arithmetic/titled-growth'
import type { Check, Claim, StoryCopy } from '../claim'
import { dealt } from '../arithmetic/deals.examples'
import { farApart } from '../arithmetic/far-apart'
import { marginExamples, marginsDenied } from '../again/english-scores'
import { englishExamples } from '../arithmetic/english'
import { targetsBeaten, votesApart, votesApartExamples } from '../arithmetic/english-margins'
import { nearlyGiven } from '../arithmetic/near-misses.examples'
import { plainly } from '../arithmetic/plain.examples'
import { sentencesOf } from '../sentences'
import { isSpokenFor } from '../arithmetic/spoken-for'
import { spared } from '../arithmetic/spared.examples'
import { toGo, toGoExamples } from '../arithmetic/to-go'
import { zh } from '../wording'

/** A growth or difference given beside the two values it comes from: 从200吨增加到250吨,增长50%. */

function* find(copy: StoryCopy): Iterable<Claim> {
  yield* votesApart(copy)
  yield* targetsBeaten(copy)
  for (const { derivation, reading, homes } of [...farApart(copy), ...toGo(copy)])
    yield ofDerivation({ reading }, derivation, homes)
  for (const [at, reading] of copy.readings.entries()) {
    if (reading.english) for (const sentence of sentencesOf(reading)) yield* marginsDenied(sentence)
    if (reading.mentions.length === 0) continue
    for (const { derivation, homes } of derivedIn(copy, at, reading))
      if (!isSpokenFor(copy, reading, derivation, homes)) yield ofDerivation({ reading }, derivation, homes)
    for (const sentence of sentencesOf(reading)) if (sentence.mentions.length > 0) yield* cutsOf(sentence)
  }
}

export const derived: Check = {
  id: 'derived',
  tiers: ['error', 'query'],
  title: { zh: '增减推算不符', en: 'Change against its figures' },
  why: {
    zh: zh`前后两个数都在,增减多少一算便知。`,
    en: 'Both values are given, so the change between them can be computed.',
  },
  examples: [
    ...markExamples,
    ...toGoExamples,
    ...titledGrowthExamples,
    ...spared,
    ...dealt,
    ...nearlyGiven,
    ...plainly,
    ...byDirectionExamples,
    ...englishExamples,
    ...marginExamples,
    ...votesApartExamples,
    { wrong: '甲队以[[88比79]]获胜,赢了[[19分]],排名升到第二。' },
    { silent: '甲队以88比79获胜,赢了9分。半场甲队以40比42落后2分,最终以88比79获胜。' },
    { wrong: '團員由[[三十戶]]增為[[九十戶]],成長[[三成]]。' },
    { wrong: 'Unemployment fell from [[6.1 percent]] to [[5.4 percent]], down [[0.9 points]].' },
    {
      silent:
        'Unemployment fell from 6.1 percent to 5.4 percent, down 0.7 points. Turnout rose to 62 percent from 55 percent, a gain of seven points.',
    },
    { wrong: 'Rents are up [[25 percent]], from [[$1,000]] to [[$1,200]].' },
    { silent: 'Rents are up 20 percent, from $1,000 to $1,200, and he bought 300 shares at $42 each, paying $12,600.' },
    { wrong: '全校有[[36间]]大寝室,每间安排[[25人]],合计[[860个]]床位。' },
    { silent: '全校有36间大寝室,每间安排25人,合计900个床位。' },
    { wrong: '脐橙产量预计[[16万吨]],按每公斤[[3.5元]]计算,产值[[约56亿元]]。' },
    { silent: '脐橙产量预计16万吨,按每公斤3.5元计算,产值约5.6亿元。' },
    {
      wrong:
        '调查涉及[[160个]]行政村。收入在10万元以下的[[72个]]村,占[[48%]];10万元至50万元的64个村,占40%;50万元以上的24个村,占15%。',
    },
    {
      silent:
        '调查涉及160个行政村。收入在10万元以下的72个村,占45%;10万元至50万元的64个村,占40%;50万元以上的24个村,占15%。',
    },
    { wrong: '摊位从去年的[[60个]]增加到今年的[[180个]],是去年的[[4倍]]。' },
    { silent: '摊位从去年的60个增加到今年的180个,是去年的3倍。' },
    { wrong: '全县总产[[22.40万吨]],单产412公斤,总产增加[[2.40万吨]],增幅[[21%]]。' },
    { silent: '全县总产22.40万吨,单产412公斤,总产增加2.40万吨,增幅12%。' },
    { wrong: '本市[[178万亩]]夏粮喜获丰收,总产量[[37万吨]],平均亩产[[410公斤]],再创新高。' },
    { silent: '本市178万亩夏粮喜获丰收,总产量73万吨,平均亩产410公斤,再创新高。' },
    { wrong: '茶园面积由前年的[[1500亩]]扩大到[[2100亩]],两年间增长[[四成五]]。' },
    { wrong: '热线登记投诉[[66.09万件]]。服务类投诉[[23.84万件]],占投诉总量的[[42.88%]],同比增长31.82%。' },
    { silent: '热线登记投诉66.09万件。服务类投诉28.34万件,占投诉总量的42.88%,同比增长31.82%。' },
    { wrong: '大坝累计浇筑[[120万立方米]],占总量[[300万立方米]]的[[60%]]。' },
    { silent: '大坝累计浇筑120万立方米,占总量200万立方米的60%。' },
    { silent: '全市新引进项目118个,其中工业项目62个、服务业项目35个、农业项目21个,比去年同期的105个增长12.4%。' },
    { silent: '全县猕猴桃种植面积8.2万亩,挂果5.6万亩,今年产量6.7万吨,平均亩产约1200公斤。' },
    { wrong: 'Visits have doubled in a decade, from [[60,000]] in 2015 to [[180,000]] last year.' },
    {
      silent:
        'Visits have tripled in a decade, from 60,000 in 2015 to 180,000 last year, and costs nearly doubled to $190 from $100.',
    },
    { wrong: 'The charity spent [[$36,000]] on [[45 guitars]] for schools, or [[$900]] apiece.' },
    {
      silent:
        'The charity spent $36,000 on 45 guitars for schools, or $800 apiece, and $410,000 on 46,300 loans, or roughly $8.90 per loan.',
    },
    { wrong: 'The firm will cut its list from [[240 lines]] to [[180]], [[a reduction of a third]].' },
    {
      silent:
        'The firm will cut its list from 240 lines to 180, a reduction of a quarter. Staff fell from 90 to 61, down by almost a third.',
    },
    { wrong: 'At [[$26]] a ticket, the [[25 seats]] in the back row bring in [[$750]] a night.' },
    {
      silent:
        'At $26 a ticket, the 25 seats in the back row bring in $650. A worker paid $20 an hour for 30 days made $4,800.',
    },
    { wrong: 'Sales rose [[15%]] to [[560]] from [[500]] a year ago.' },
    { silent: 'Sales rose 12% to 560 from 500 a year ago.' },
    { wrong: '15岁男孩的比例([[60.6%]])是13岁男孩([[15.4%]])的[[六倍]]。' },
    { wrong: 'The van goes from zero to [[60 mph]] ([[79 kph]]) in nine seconds.' },
    { silent: '15岁男孩的比例(60.6%)是13岁男孩(15.4%)的四倍。' },
    { silent: 'The van goes from zero to 60 mph (97 kph) in nine seconds. Drink 17 ounces (500 ml) of water.' },
    {
      wrong: '养鸭场达到[[143家]],比年初增加[[42家]],增长[[46.1%]];存栏14.47万只,比年初增加4.27万只,增长41.9%。',
    },
    { wrong: '预计总产[[3.5亿公斤]],比去年[[3.27亿公斤]]增长[[17%]],是第二个高产年。' },
    {
      wrong:
        '税收由2006年[[279.4亿元]]增加到2011年的[[523亿元]],增长[[78.2%]];外贸由32.6亿元增加到69.33亿元,零售由96亿元增加到218亿元,增长1.27倍。',
    },
    { wrong: 'The budget is [[$192,061,849]], which is [[5.0%]] less than the old budget of [[$208,664,262]].' },
    { wrong: 'Ticket revenue climbed from [[$80,000]] to [[$100,000]], up [[20 percent]] on the year.' },
    {
      silent:
        '养鸭场达到143家,比年初增加42家,增长41.6%。预计总产3.5亿公斤,比去年3.27亿公斤增长7%。税收由2006年279.4亿元增加到2011年的523亿元,增长87.2%,外贸由32.6亿元增加到69.33亿元。',
    },
    {
      silent:
        'The budget is $192,061,849, which is 8.0% less than the old budget of $208,664,262. Ticket revenue climbed from $80,000 to $100,000, up 25 percent.',
    },
    {
      silent:
        '市馆藏书300万册,其中少儿图书60万册。区馆藏书50万册,其中少儿图书12万册。两馆少儿图书72万册,占藏书总量的20.6%。',
    },
    { wrong: '全市公交车保有量[[2400辆]],新能源车[[1800辆]],占比[[85%]]。' },
    {
      silent: '全市公交车保有量2400辆,新能源车1800辆,占比75%。5G基站6800个,今年新建1200个,较去年底的5600个增长21.4%。',
    },
    { wrong: '年产量从[[200吨]]增加到[[250吨]],增长[[50%]]。' },
    { wrong: '新修停车点[[12处]],每处有[[30个]]车位。年底全部建成后,共有[[380个]]车位。' },
    { silent: '新修停车点12处,每处有30个车位。年底全部建成后,共有360个车位。' },
    { wrong: '车队原有校车[[35辆]]。暑假新增[[9辆]],现有校车[[48辆]]。' },
    { silent: '车队原有校车35辆。暑假新增9辆,现有校车44辆。' },
    { silent: '合作社有12处大棚,每处用工3人。全镇共有农民工360人。' },
    { wrong: '门店由[[58家]]增加到[[131家]],增加[[83家]]。' },
    { wrong: '菜价由每公斤[[8元]]降到[[5.6元]],下降[[40%]]。' },
    { wrong: '办理时间由[[40分钟]]缩短到[[15分钟]],缩短了[[20分钟]]。' },
    { wrong: '亩均收入从[[3000元]]提高到[[4500元]],提高[[30%]]。' },
    { wrong: '绿地从[[12公顷]]扩大到[[18公顷]],增加了[[5公顷]]。' },
    { wrong: '投诉量由[[400件]]下降至[[300件]],同比下降[[40%]]。' },
    { wrong: '新渠长[[3200米]],比老渠的[[2400米]]长了[[900米]]。' },
    { wrong: '去年产粮[[4000吨]],今年产粮[[5200吨]],增产[[1400吨]]。' },
    { wrong: '家里养鹅[[120只]],每只卖[[150元]],收入[[2.8万元]]。' },
    { wrong: '社员由[[35户]]发展到[[140户]],是原来的[[3倍]]。' },
    { wrong: '大会应到代表[[165人]],实到[[152人]],缺席[[23人]]。' },
    { wrong: '收盘时,大盘下跌[[32.79点]],或[[1.68%]],收于[[3979.33点]]。' },
    { wrong: 'The cat had travelled [[1,200 miles]] ([[1,391 kilometers]]) from home.' },
    { wrong: '示范田有[[300亩]](合[[30公顷]]),全部种稻。' },
    { silent: '收盘时,大盘下跌32.79点,或0.82%,收于3979.33点。' },
    { silent: 'The cat had travelled 1,200 miles (1,931 kilometers), then 5 feet (1.5 meters) up a tree.' },
    { silent: '示范田有300亩(合20公顷),全部种稻,渠长3公里(宽4米)。' },
    { silent: '新渠长3200米,比老渠的2400米长了800米。' },
    { silent: '家里养鹅120只,每只卖150元,收入1.8万元。' },
    { silent: '社员由35户发展到140户,是原来的4倍,每户分红3000元。' },
    { wrong: 'Ridership rose from [[200 riders]] to [[250 riders]], an increase of [[50 percent]].' },
    { silent: '年产量从200吨增加到250吨,增长25%。' },
    { silent: '门店由58家增加到131家,增加73家。' },
    { silent: '菜价由每公斤8元降到5.6元,下降30%。' },
    { silent: '产值由2.1亿元增加到2.8亿元,增长33.5%。' },
    { silent: '列车由每天32趟增加到38趟,票价下降5%。' },
    { silent: '占比由45%提高到50%,提高5个百分点。' },
    { silent: '从3个村发展到12个村,带动了400户。' },
    { silent: '约从200吨增加到近300吨,增长四成多。' },
    { silent: 'Ridership rose from 200 riders to 250 riders, an increase of 25 percent.' },
  ],
  find,
}
