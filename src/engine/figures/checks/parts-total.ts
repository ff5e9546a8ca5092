import type { Check, Claim, StoryCopy } from '../claim'
import { amongAhead } from '../parts/among-ahead'
import { fatesAmong, mendedOf, othersAmong, restAhead } from '../parts/rest-ahead'
import { englishPartExamples, partsInEnglish } from '../parts/english'
import { toldByKind } from '../parts/english-told'
import { pointsAndVotes, quarterExamples } from '../parts/quarters'
import { membersTold } from '../parts/english-members'
import { spreadOf } from '../parts/distributed'
import { jointShares } from '../parts/joint-shares'
import { ledgersOf } from '../parts/ledgers'
import { isMadeOtherwise } from '../parts/made-otherwise'
import { partitionsOf } from '../parts/partitions'
import { sentencesOf } from '../sentences'
import { sexesOf } from '../parts/sexes'
import { boxScores, overAmong, records, saidSums } from '../parts/sums'
import { talliesOf } from '../parts/tallies'
import { toldRows } from '../parts/told-rows'
import { rowExamples } from '../parts/told-rows.examples'
import { claimOf, recordClaim } from '../parts/verdict'
import { zh } from '../wording'

/** A whole and the parts that must make it up. */

function* find(copy: StoryCopy): Iterable<Claim> {
  const scores = [...boxScores(copy.readings)]
  for (const reading of copy.readings) {
    for (const [record, games, sum] of records(reading)) yield recordClaim(record, games, sum)
    const told = new Set<number>()
    if (reading.english) for (const sentence of sentencesOf(reading)) yield* membersTold(sentence)
    else yield* pointsAndVotes(reading)
    const sums = sentencesOf(reading).flatMap((sentence, i, all) =>
      sentence.mentions.length === 0
        ? []
        : [
            ...talliesOf(sentence, all[i - 1], all[i + 1]),
            ...amongAhead(sentence, all[i - 1]),
            ...restAhead(sentence, all[i - 1]),
            ...fatesAmong(sentence),
            ...mendedOf(sentence),
            ...othersAmong(sentence),
            ...(reading.english ? partsInEnglish(sentence, i, all) : [...saidSums(sentence), ...overAmong(sentence)]),
          ],
    )
    const boxes = scores.filter((box) => box.reading === reading)
    for (const partition of [
      ...partitionsOf(reading),
      ...spreadOf(reading),
      ...sexesOf(reading),
      ...sums,
      ...boxes,
      ...ledgersOf(reading),
      ...jointShares(reading),
      ...toldRows(copy, reading),
      ...toldByKind(copy, reading),
    ]) {
      const claim = claimOf(partition)
      if (claim === null || told.has(partition.total.start) || isMadeOtherwise(copy, partition)) continue
      told.add(partition.total.start)
      yield claim
    }
  }
}

export const partsTotal: Check = {
  id: 'parts-total',
  tiers: ['error', 'query'],
  title: { zh: '分项与总数不符', en: 'Parts against whole' },
  why: {
    zh: zh`总数和各分项都写在句子里,相加却对不上。`,
    en: 'The whole and all its parts are in the sentence, and they do not add up.',
  },
  examples: [
    { wrong: '共送出棉被[[1280床]]、棉衣[[2150件]]、电热毯[[970条]],合计[[4500件]](床、条)。' },
    {
      silent:
        '共送出棉被1280床、棉衣2150件、电热毯970条,合计4400件(床、条)。发放大米320袋、食用油260桶、棉被450床,合计1030件(袋、桶、床)。新增设备12台(套),其中水泵5台、机床3套。',
    },
    {
      wrong: '全县今年接种疫苗[[41万剂]]次,其中60岁以上老人[[1.5万剂]]次,中小学生[[2.2万剂]]次,其他人群[[0.4万剂]]次。',
    },
    {
      silent:
        '全县今年接种疫苗4.1万剂次,其中老人1.5万剂次,中小学生2.2万剂次,其他人群0.4万剂次。发放救助金410万元,其中低保户15万元,特困户22万元,孤儿4万元。',
    },
    ...englishPartExamples,
    ...quarterExamples,
    ...rowExamples,
    { wrong: 'Police arrested [[nine people]], [[six men]] and [[two women]].' },
    {
      silent:
        'Police arrested nine people, seven men and two women. Five members, two women and a man among them, left.',
    },
    {
      wrong:
        'The fund has [[$80 million]]: [[$50 million]] from the state, [[$20 million]] from the county and [[$15 million]] from donors.',
    },
    {
      silent:
        'The fund has $80 million: $50 million from the state, $20 million from the county and $10 million from donors.',
    },
    { wrong: '代表队摘得[[5枚]]奖牌,包括[[2枚]]金牌、[[2枚]]银牌和[[2枚]]铜牌。' },
    { wrong: '上个月电费[[320元]]、过路费[[145元]]、停车费[[95元]]、保养费[[50元]],总共花了[[600元]]。' },
    {
      silent:
        '代表队摘得5枚奖牌,包括2枚金牌、1枚银牌和2枚铜牌。上个月电费320元、过路费145元、停车费85元、保养费50元,总共花了600元。',
    },
    {
      wrong:
        'Of the [[57 permit applications]] filed, [[31]] were approved, [[18]] were rejected and the remaining [[six]] were sent back to a staff of five.',
    },
    {
      silent:
        'Of the 57 permit applications filed, 31 were approved, 18 were rejected and the remaining eight were sent back to a staff of five.',
    },
    { wrong: '全市安排资金[[3200万元]]。其中,用于屋面[[1200万元]],用于管网[[1500万元]],用于粉刷[[700万元]]。' },
    { wrong: '警方拘捕[[13人]],包括[[11]]男[[4]]女,年龄介乎22至58岁。' },
    { wrong: '对全县[[9座]]水库加固。截至昨天,已有[[7座]]完工,其余[[3座]]年底前完工。' },
    { wrong: '全市[[17个]]县(市、区)中,[[11个]]正增长,[[8个]]负增长。' },
    { wrong: '第一季度售车[[12.6万辆]],同比增长20%;第二季度售车[[14.4万辆]],上半年共售车[[72万辆]]。' },
    { wrong: '今年安排的[[20件]]实事中,已有[[14件]]完成,[[8件]]正在推进。' },
    { silent: '今年安排的20件实事中,已有14件完成,6件正在推进。' },
    { wrong: '被困的[[9名]]矿工中,[[8人]]获救,[[2人]]遇难。' },
    { wrong: '全年巡查1860次,发现问题[[423个]],已整改[[432个]],都登记在册。' },
    { wrong: '记者走访了[[8家]]超市,其中[[6家]]供应充足,另外[[3家]]部分断货。' },
    { wrong: '新投用学校[[71所]],新增学位2.1万个。其中小学[[8所]]、初中[[5所]]、幼儿园[[4所]]。' },
    { wrong: '全程马拉松名额[[1万人]],半程马拉松名额[[1.2万人]],迷你跑名额[[8000人]],总规模[[3.5万人]]。' },
    { wrong: '两队交手[[18次]],主队[[10胜]][[5平]][[4负]]占优。' },
    { silent: '县里安排资金5600万元,其中用于产业3200万元,用于基础设施1500万元。' },
    { silent: '两队交手18次,主队10胜5平3负占优。' },
    {
      silent:
        '全市安排资金3200万元。其中,用于屋面1200万元,用于管网1500万元,用于粉刷500万元。警方拘捕15人,包括11男4女。',
    },
    { silent: '对全县9座水库加固。截至昨天,已有7座完工,其余2座年底前完工。走访8家超市,其中6家供应充足,另外2家断货。' },
    { silent: '现有职工1560人,其中卫生技术人员1240人,高级职称人员218人。救出9人,其中3男2女是游客。' },
    { wrong: '调查显示,[[35.8%]]的住户“非常满意”或“比较满意”,其中“非常满意”的占[[41.2%]],“比较满意”的占[[21.6%]]。' },
    { silent: '调查显示,35.8%的住户“非常满意”或“比较满意”,其中“非常满意”的占14.2%,“比较满意”的占21.6%。' },
    { wrong: '这辆中巴核载[[19人]],事发时实载[[54人]],超载[[26人]],司机已被控制。' },
    { silent: '这辆中巴核载19人,事发时实载45人,超载26人。另一辆核载7人,实载9人。' },
    { wrong: '会议应到代表[[215人]],实到[[206人]],缺席[[19人]],符合法定人数。' },
    { wrong: '全市累计报告确诊病例[[418例]],累计治愈出院病例[[395例]],死亡病例[[2例]],现有确诊病例[[12例]]。' },
    { wrong: '河里的[[六人]]被救起后送往医院,其中[[三人]]抢救无效死亡,[[四人]]脱离危险。' },
    { silent: '河里的六人被救起后送往医院,其中两人抢救无效死亡,三人脱离危险。' },
    {
      wrong:
        '第一产业增加值2.10亿元。第二产业增加值[[18.64亿元]],增长4%,其中工业增加值[[12.43亿元]],增长5%;建筑业增加值[[2.61亿元]],增长2%。',
    },
    {
      wrong:
        '全市实现生产总值[[617.5亿元]],比上年增长5.2%。其中,第一产业增加值[[37.11亿元]],增长2.6%;第二产业增加值[[393.85亿元]],增长4.5%;第三产业增加值[[240.54亿元]],增长6.7%。',
    },
    {
      wrong:
        '一般贸易进出口[[17.72万亿元]],增长1.7%,占外贸总值的65.4%。其中,出口[[10.08万亿元]],增长2.2%;进口[[6.74万亿元]],增长1%。',
    },
    {
      silent:
        '全市实现生产总值617.5亿元,比上年增长5.2%。其中,第一产业增加值37.11亿元,增长2.6%;第二产业增加值339.85亿元,增长4.5%;第三产业增加值240.54亿元,增长6.7%。香港10321例(出院9239例,死亡177例)。',
    },
    { wrong: '全国铁路加开临客[[288列]],跨局直通临客[[34列]],路局管内临客[[245列]]。' },
    {
      wrong: '今年受理通讯类投诉[[1.92万件]]。其中,四川省[[1.43万件]],同比增长69%。重庆市[[0.94万件]],同比增长49.28%。',
    },
    {
      silent:
        '全国铁路加开临客288列,跨局直通临客34列,路局管内临客254列。今年受理投诉1.92万件。其中,四川省1.43万件,同比增长69%。重庆市0.49万件,同比增长49.28%。',
    },
    { wrong: '球队由[[18名]]队员组成,其中[[8名]]来自本校,[[12名]]来自外校。' },
    { wrong: '项目分三期建设,一期投资[[3亿元]],二期投资[[4亿元]],三期投资[[2亿元]],总投资[[10亿元]]。' },
    {
      silent:
        '项目分三期建设,一期投资3亿元,二期投资4亿元,三期投资2亿元,总投资9亿元。球队由18名队员组成,其中8名来自本校,10名来自外校。',
    },
    {
      wrong:
        '热线登记投诉举报[[84.95万件]],同比增长12.01%。其中,投诉[[66.09万件]],同比增长19.7%;举报[[18.5万件]],同比下降8.89%。',
    },
    { wrong: '园区引进项目[[14个]]。其中,钢构类[[3个]]、板材类[[3个]]、门窗类[[1个]]、维护类[[3个]]、配套类[[8个]]。' },
    {
      silent:
        '热线登记投诉举报84.59万件,同比增长12.01%。其中,投诉66.09万件,同比增长19.7%;举报18.5万件,同比下降8.89%。园区引进项目14个。其中,钢构类3个、门窗类1个。',
    },
    {
      wrong:
        'Revenue was [[$9.8 billion]], up 5 percent. America brought in [[$4.2 billion]], Europe accounted for [[$3.1 billion]] and Asia contributed the remaining [[$1.9 billion]].',
    },
    {
      silent:
        'Revenue was $9.2 billion, up 5 percent. America brought in $4.2 billion, Europe accounted for $3.1 billion and Asia contributed the remaining $1.9 billion.',
    },
    { wrong: '当月接到报警[[54起]]。从原因看,门系统[[21起]],停电[[14起]],使用不当[[10起]],其他[[7起]]。' },
    {
      silent:
        '当月接到报警52起。从原因看,门系统21起,停电14起,使用不当10起,其他7起。公司收入12.6亿元。电表收入7.4亿元,充电桩收入3.1亿元,其余2.1亿元来自运维。',
    },
    {
      silent:
        '去年引进146个,其中38个在当年投产。今年落户的118个里,已开工71个。今年装路灯9600盏,其中太阳能路灯7800盏,去年装的是8100盏。',
    },
    { silent: '已完工的20个小区分布在四个街道:文昌街道7个、北门街道6个、纱帽街道5个、江滨街道2个。' },
    {
      silent:
        '学员当中,60岁以上的有58人,70岁以上的有34人,80岁以上的有28人。出口612亿元,首次突破千亿元。其中东盟412亿元,欧盟306亿元。贸易顺差206亿元。',
    },
    { wrong: 'She sold [[12 paintings]] and [[eight prints]], [[21 works]] in all.' },
    { silent: 'She sold 12 paintings and eight prints, 20 works in all.' },
    { wrong: '表示“满意”的占[[52.7%]],“比较满意”的占[[25.7%]],二者相加为[[74.8%]]。' },
    { wrong: 'The Rovers are [[54-0-1]] in their last [[15]] games.' },
    { wrong: 'Northvale 14 11 6 15 — 46\nSouthgate [[18]] [[22]] [[13]] [[17]] — [[30]]' },
    { wrong: '湖区有鸟类[[254种]],其中,国家一级保护鸟类[[21种]],国家二级保护鸟类[[45种]],其他鸟类[[197种]]。' },
    { silent: '湖区有鸟类254种,其中,国家一级保护鸟类12种,国家二级保护鸟类45种,其他鸟类197种。' },
    { silent: '表示“满意”的占52.7%,“比较满意”的占25.7%,二者相加为78.4%。' },
    { silent: 'Northvale 14 11 6 15 — 46\nSouthgate 18 22 13 17 — 70\nThe Rovers are 14-0-1 in their last 15 games.' },
    { wrong: '全镇[[11个]]村里,[[2个]]建了冷库,[[6个]]通了直播,剩余[[2个]]正在选址。' },
    { wrong: '小麦[[30亩]]、玉米[[20亩]]、大豆[[15亩]],共计[[75亩]]。' },
    { wrong: '合唱团有团员[[48人]],其中男团员[[20人]]、女团员[[30人]]。' },
    { wrong: '[[7个]]看台(东区[[2个]]、西区[[3个]]、北区[[1个]])全部坐满。' },
    { wrong: '项目总投资[[5亿元]],其中财政资金[[2亿元]],其余[[4亿元]]由企业自筹。' },
    { wrong: '代表团拿下[[12枚]]奖牌,其中[[5金]][[4银]][[2铜]]。' },
    { wrong: '球队[[14场]]比赛取得[[8胜]][[3平]][[2负]]。' },
    { wrong: '由[[5名]]教师、[[3名]]医生组成的[[9人]]小队昨天进山。' },
    { wrong: '[[120户]]居民中,[[75户]]选择货币补偿,剩下的[[55户]]选择安置房。' },
    { wrong: '村里有光伏板[[36块]]:东坡[[12块]]、西坡[[14块]]、学校屋顶[[12块]]。' },
    { wrong: '到会代表[[86人]],投票结果是赞成[[80人]]、反对[[3人]]、弃权[[2人]]。' },
    {
      wrong: 'Of the [[11 villages]], [[two]] have a bank, [[six]] have a shop and the remaining [[two]] have neither.',
    },
    { wrong: '县里安排水利资金[[3.6亿元]],用于渠道衬砌[[1.5亿元]],塘坝清淤[[0.8亿元]],泵站改造[[1亿元]]。' },
    { wrong: '新校设[[36个班]],有学生1500人,其中初中部[[20个班]]800人,高中部[[18个班]]700人。' },
    { wrong: '三天庙会共接待游客[[8.6万人次]],第一天[[2.4万]],第二天[[3.9万]],第三天[[3.3万]]。' },
    { wrong: '联赛踢完[[十八轮]],主队[[9胜]][[5平]][[3负]],排在第四。' },
    {
      wrong: 'The council has [[35 seats]]: [[18]] went to Labour, [[nine]] to the Greens and [[six]] to independents.',
    },
    { wrong: '本次招考有[[1240人]]报名,审核通过[[1105人]],未通过[[90人]],缴费确认的有1096人。' },
    { wrong: '募得的[[2460册]]图书分作三批送出:春季送往松坪[[980册]],夏季送往石门[[760册]],[[820册]]入秋后运到高岩。' },
    { wrong: '新增绿色工厂[[14家]]:甲市[[3家]]、乙州[[3家]];丙市、丁市、戊市各有[[3家]];己市、庚州各[[1家]]。' },
    { wrong: '其他[[七]]大类价格[[四涨]][[一平]][[一降]]。' },
    { silent: '新增绿色工厂14家:甲市3家、乙州3家;丙市、丁市、戊市各有2家;己市、庚州各1家。' },
    { silent: '其他七大类价格五涨一平一降,球队三场两胜一负。' },
    { silent: '五天庙会共接待游客18.6万人次,第一天2.4万,第二天3.9万,第三天3.3万。' },
    { silent: '全镇11个村里,2个建了冷库,7个通了直播,剩余2个正在选址。' },
    {
      silent:
        '全港交易水产3.6万吨。其中,鲜品2.1万吨,冰鲜1.2万吨,其余0.3万吨是干货。新馆分三层:一层是少儿区,二层是文学区,三层是科学区。',
    },
    { wrong: '收到意见[[86条]],采纳[[52条]],部分采纳[[20条]],未采纳[[12条]]。' },
    { wrong: '发放物资[[300份]],其中大米[[100份]]、面粉[[120份]]、棉被[[90份]]。' },
    { silent: '社区共有居民1200人,其中党员86人、志愿者240人,老人占三成。' },
    { silent: '解决诉求77个,其中为企业筹措资金5000余万元,解决就业100余人次。' },
    { silent: '全年接待游客30余万人次,其中外省游客12万人次,本省游客近20万人次。' },
    { silent: '城镇居民人均收入52000元,农村居民人均收入26000元,全体居民人均收入41000元。' },
    { silent: '代表团拿下11枚奖牌,其中5金4银2铜,球队14场比赛8胜3平3负。' },
    { silent: '项目总投资5.2亿元,其中财政资金1.9亿元,其余3.3亿元由企业自筹。' },
    { silent: '合唱团48人,其中男团员18人、女团员30人,60岁以上的12人。' },
    { silent: 'Of the 11 villages, two have a bank, seven have a shop and the remaining two have neither.' },
  ],
  find,
}
