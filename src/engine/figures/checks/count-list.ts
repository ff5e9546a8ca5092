import type { Check, Claim, StoryCopy } from '../claim'
import { announcedExamples, announcedLists } from '../lists/announced'
import { anaphoras } from '../lists/anaphora'
import { suffixLists } from '../lists/suffixes'
import { listsBefore } from '../lists/backward'
import { clauseExamples, clausesListed } from '../lists/clauses'
import { sharedWord, sharedWordExamples } from '../lists/shared-word'
import { codedNames } from '../lists/coded-names'
import type { CountedList } from '../lists/counted'
import { backExamples, countedBack } from '../lists/english-back'
import { namedNext, nextExamples } from '../lists/english-next'
import { yearListExamples, yearLists } from '../lists/english-years'
import { englishLists, listExamples } from '../lists/english'
import { listsBehind } from '../lists/forward'
import { figuresShared, sharedExamples } from '../lists/figures-shared'
import { oneEach, oneEachExamples } from '../lists/one-each'
import { phases } from '../lists/phases'
import { provinces } from '../lists/provinces'
import { quotedNames } from '../lists/quoted-names'
import { kindsExamples, kindsTold } from '../lists/kinds-told'
import { numberedLists } from '../lists/steps'
import { difference, en, zh } from '../wording'

/** An announced count and the items listed for it. */

const CHINESE = '零一二三四五六七八九'
const ENGLISH = 'zero one two three four five six seven eight nine'.split(' ')

/** The listed number written as the announced one was; null where it is no single digit. */
function rewritten(list: CountedList, count: number): string | null {
  const written = list.reading.text.slice(...list.numeral)
  if (count > 9) return null
  if (/^\d$/.test(written)) return String(count)
  if (/^[A-Z]+$/i.test(written)) return ENGLISH[count] ?? null
  if (!/^[一二两三四五六七八九]$/.test(written)) return null
  return count === 2 && list.phrase[1] - list.numeral[1] > 0 && !/^“/.test(list.reading.shadow.slice(list.phrase[0]))
    ? '两'
    : CHINESE.charAt(count)
}

function claimOf(list: CountedList): Claim | null {
  const { reading, announced, enumeration, closed } = list
  const counts = [...enumeration.counts]
  const fewest = Math.min(...counts)
  if (enumeration.counts.has(announced)) return null
  if (announced < Math.max(...counts) && announced > fewest) return null
  if (!closed && announced > fewest) return null
  const listed = announced > fewest ? Math.max(...counts) : fewest
  const there = list.elsewhere ?? reading
  const names = enumeration.items.map(({ start, end }) => there.text.slice(start, end).trim())
  const text = counts.length === 1 ? rewritten(list, listed) : null
  const place = { reading, start: list.numeral[0], end: list.numeral[1] }
  return {
    tier: list.sure && closed && counts.length === 1 ? 'error' : 'query',
    places: [
      { reading, start: list.phrase[0], end: list.phrase[1], value: announced },
      { reading: there, start: list.list[0], end: list.list[1], value: listed },
    ],
    message: {
      zh: zh`“${reading.text.slice(...list.phrase)}”宣称${announced}项,实际列出${listed}项:${names.join('、')}。请核对数目或补齐所列。`,
      en: en`“${reading.text.slice(...list.phrase)}” announces ${announced}, but ${listed} are listed: ${names.join(', ')}. Correct the count or complete the list.`,
    },
    arithmetic: [
      { label: '宣称', en: 'announced', expr: reading.text.slice(...list.phrase), value: announced },
      { label: '列出', en: 'listed', expr: names.map(() => '1').join(' + '), value: listed },
      difference(announced, listed),
    ],
    ...(text === null || !closed ? {} : { fix: { place, text } }),
  }
}

function* find(copy: StoryCopy): Iterable<Claim> {
  const steps = [...numberedLists(copy)]
  const next = [...namedNext(copy)]
  for (const reading of copy.readings) {
    const numbered = steps.filter((list) => list.reading === reading)
    const lists = reading.english
      ? [
          ...englishLists(reading),
          ...next.filter((list) => list.reading === reading),
          ...countedBack(reading),
          ...yearLists(reading),
        ]
      : [
          ...numbered,
          ...provinces(reading),
          ...phases(reading),
          ...listsBehind(reading),
          ...listsBefore(reading),
          ...anaphoras(reading),
          ...suffixLists(reading),
          ...quotedNames(reading),
          ...codedNames(reading),
          ...clausesListed(reading),
          ...sharedWord(reading),
          ...announcedLists(reading),
          ...oneEach(reading),
          ...figuresShared(reading),
          ...kindsTold(reading),
        ]
    const told = new Set<number>()
    for (const list of lists) {
      const claim = claimOf(list)
      if (claim === null || told.has(list.numeral[0])) continue
      told.add(list.numeral[0])
      yield claim
    }
  }
}

export const countList: Check = {
  id: 'count-list',
  tiers: ['error', 'query'],
  title: { zh: '数目与所列不符', en: 'Count against list' },
  why: {
    zh: zh`先报数目再逐一列举,改稿时常只改了一头。`,
    en: 'A count is announced and the items follow; an edit often touches only one of the two.',
  },
  examples: [
    { wrong: '公交集团将临时调整[[6条线路走向]]:[[3路、11路、27路、305路和夜2路]]改由滨河大道绕行,两站暂停停靠。' },
    {
      silent:
        '公交集团将临时调整5条线路走向:3路、11路、27路、305路和夜2路改由滨河大道绕行。6条线路:3路、11路、27路等绕行。今晚加开2趟列车:G102次、G203次。',
    },
    { wrong: '街道在辖区设立[[5个“便民小站”]],分别位于[[柳荫、荷塘、北苑、石桥、东风和印染厂社区]],明码标价。' },
    { silent: '街道在辖区设立6个“便民小站”,分别位于柳荫、荷塘、北苑、石桥、东风和印染厂社区,明码标价。' },
    ...announcedExamples,
    ...clauseExamples,
    ...kindsExamples,
    ...sharedWordExamples,
    ...oneEachExamples,
    ...sharedExamples,
    ...listExamples,
    ...nextExamples,
    ...backExamples,
    ...yearListExamples,
    { silent: '“两山”论坛上,山货、山景、山居成了热词。' },
    { wrong: '村里探索“[[三变]]”改革,[[资源变资产、资金变股金]],集体收入翻番。' },
    { silent: '村里探索“三变”改革,资源变资产、资金变股金、农民变股东。“两会”期间,会场、会务、会风都有新气象。' },
    { wrong: 'The town’s [[three parks]], [[Elm, Oak, Hill and River]], will get new benches.' },
    {
      silent:
        'The town’s four parks, Elm, Oak, Hill and River, will get new benches. Two years ago, Smith, Jones and Brown left.',
    },
    { wrong: '乡里探索“[[四单]]一榜”机制:[[群众点单、村级报单、部门接单]],办得好不好上“红黑榜”。' },
    { wrong: '台电推出节电“[[三好]]”方案:[[白天省电好、离峰用电好]]。' },
    { wrong: '馆里推出“[[六个一]]”活动:[[读一本好书、写一篇心得、办一场讲座、捐一册图书]]。' },
    {
      silent:
        '县城形成“一轴两带三区”格局:布局沿江生态带、山前产业带,建设城北文教区、城南商贸区和高铁新区。乡里探索“三单一榜”机制:群众点单、村级报单、部门接单,“三个一”活动:读一本书、写一篇心得、办一场讲座。',
    },
    { wrong: '今年新增省级实验室[[3家,依托单位]]分别为[[农业科学院、理工学院、华泽公司和中心医院]]。' },
    {
      silent:
        '今年新增省级实验室4家,依托单位分别为农业科学院、理工学院、华泽公司和中心医院。新增企业3家,注册资本分别为1亿元和2亿元。',
    },
    { wrong: 'He is survived by two sons, Paul and Ivan, and [[two daughters]], [[Lena, Ruth and Sofia]].' },
    {
      silent: 'He is survived by two sons, Paul and Ivan, and three daughters, Lena, Ruth and Sofia.',
    },
    { wrong: '据统计,[[石岭、高坝]][[三乡]]镇受灾人口7815人。' },
    { silent: '据统计,石岭、高坝两乡镇受灾人口7815人。' },
    { wrong: '项目分[[三期]]建设:[[一期用地42亩,二期用地78亩]]。' },
    { silent: '项目分两期建设:一期用地42亩,二期用地78亩。工程分三批实施:首批年底完工。' },
    { wrong: '连日强降雨造成[[湖北、湖南、广西、四川]]等省份受灾。据统计,上述[[5省]]共转移群众1万人。' },
    { silent: '连日强降雨造成湖北、湖南、广西、四川等省份受灾。据统计,上述4省共转移群众1万人。' },
    { wrong: '大风、冰雹、沙尘等天气影响[[河北、山西、陕西、甘肃、宁夏]][[6省]](自治区)的果园。' },
    { wrong: '去年销量居前[[四位的]]依次是[[棉布、茶叶、瓷器]]。' },
    { wrong: '住户最关心的[[四大问题]]分别是[[停车问题(31.8%)、采光问题(14.9%)和噪声问题(14.1%)]]。' },
    { wrong: '[[实现整村路网、水网、电网、通信网、服务网]]“[[四网]]”全覆盖。' },
    { wrong: '这家修理铺只做[[三样活]]:[[补胎、换链、校圈、打气]],老主顾都知道。' },
    {
      silent:
        '实现整村路网、水网、电网、通信网、服务网“五网”全覆盖。这家铺子只做三样活:补胎、换链、校圈,老主顾都知道。',
    },
    { wrong: '县里先后推出[[巡回诊疗、远程会诊、药品代购、家庭签约]][[三项]]举措。' },
    { wrong: '该校[[5名学生]]——[[陈雨禾、李沐阳、周子涵和吴一诺]]全部获奖。' },
    { wrong: '新线串联[[五个车站]],分别为[[文昌站、松竹站、平和站与大庆路站]],明年通车。' },
    { wrong: 'The county will close [[two of its clinics]], in [[Dunmore, Ashby and Cray Hill]], by June.' },
    { wrong: '全镇朝着[[确保产量、确保质量]]的“[[三个确保]]”使劲。' },
    { wrong: '县里建起[[县有中心、乡有基地、村有站点、组有能手]]的[[五级体系]]。' },
    { wrong: '[[淮河、珠湾、天水、三江、文山]][[七座]]城市通了电车。' },
    { wrong: '减免涉及企业[[所得税、房产税、车船税、印花税]][[6个]]税种。' },
    {
      wrong:
        'The agency picked [[five companies]] \u2014 [[Blue Arch, Ceres, Northern Star (NST) and Tyvak]] \u2014 for the task.',
    },
    { silent: '全镇朝着确保产量、确保质量的“两个确保”使劲,坚持不懈,坚持到底,是一个坚持的故事。' },
    { silent: '县里建起县有中心、乡有基地、村有站点、组有能手的四级体系。' },
    { silent: '新线串联四个车站,分别为文昌站、松竹站、平和站与大庆路站,明年通车。' },
    { wrong: '居民把[[停车难、充电难、寄递难、就医难]]归为[[五类]],写进报告。' },
    { wrong: '停运的[[海燕、梧桐、南浦]][[四座]]变电站已经恢复送电。' },
    { wrong: '入围的[[五支队伍]]分别来自[[高山、台北、花港和新城]],下月决赛。' },
    { wrong: '[[党参、黄芪、当归、柴胡]]这[[五味]]药材,去年就卖了八十万元。' },
    { silent: '入围的四支队伍分别来自高山、台北、花港和新城,下月决赛。' },
    { wrong: '村里提出[[“五有”]][[(有想法、有创造、有行动、有成效)]],干劲很足。' },
    { wrong: '大赛设[[三个组别]][[(少年组、青年组)]]。' },
    { wrong: '今年重点抓好[[三项工作]]:[[修渠、种树、通路、建站]]。' },
    { wrong: '首批试点放在[[四个社区]],分别是[[河东社区、柳园社区、北湖社区]]。' },
    { wrong: '演出走进[[石桥镇、白杨镇和东湖镇]][[两个]]镇。' },
    { wrong: '学校推出[[“晨读”“午唱”“晚练”]][[四大]]行动。' },
    { wrong: '镇里统筹[[工商、税务、公安、城管]][[五个]]部门联合检查。' },
    { wrong: '展区分[[四大板块]]——[[“田园”“水乡”“古镇”]]。' },
    { wrong: '[[河东社区、柳园社区、北湖社区、南桥社区]]等[[三个]]社区率先通气。' },
    { wrong: '会议强调[[“三个到位”]][[(责任到位、人员到位、物资到位、宣传到位)]]。' },
    { wrong: '入选的[[6部作品]]依次为[[《春汛》《渡口》《麦浪》《船歌》《夜航》]]。' },
    { wrong: 'The county opened [[four clinics]] in [[Dalton, Rivers and Hale]].' },
    { wrong: 'The council will close [[four branch libraries]], in [[Ashby, Millport and Torrance]], next spring.' },
    { wrong: 'The jury convicted him on [[three counts]]: [[wire fraud and filing a false tax return]].' },
    {
      silent:
        'The council will close three branch libraries, in Ashby, Millport and Torrance, next spring. He was convicted on two counts: wire fraud and filing a false tax return.',
    },
    { wrong: 'Rain swelled [[two rivers]]: [[the Lark, the Stour and the Wensum]].' },
    { wrong: '农技站推进[[三项改革]]:[[一是简化流程;二是]]压缩时限。' },
    { wrong: '[[“四心”服务]][[(热心、耐心、细心)]]赢得好评。' },
    { silent: '会议提出三项要求:一是早部署;二是快行动;三是严督查。' },
    { silent: '会议提出三项要求:一是早部署,二是快行动。\n三是严督查。' },
    { silent: '村里立足“四有”(有想法、有创造、有行动、有成效)。' },
    { silent: '镇里走访了12个县(市、区)、8个镇(街道、开发区)。' },
    { silent: '培育“小喇叭”“小马扎”等15支宣讲队。' },
    { silent: '演出走进石桥镇、白杨镇和东湖镇三个镇。' },
    { silent: '在北京、上海、广州建成两个中心。' },
    { silent: '共有5个部门参加,包括税务、公安等。' },
    { silent: '慰问环卫工人、交警、快递员30人,资助困难学生、孤儿5名。' },
    { silent: '11个村(石桥镇3个、白杨镇8个)今年通了公交。' },
    { silent: '抓好经济发展、民生和社会事业三项工作,做好优和扩两篇文章。' },
    { silent: '“十四五”(规划建议、规划纲要)学习读本已发到各组,“三农”(农业、农村、农民)问题仍是重点。' },
    { silent: '涵盖综合治理、爱心互助、环境保护、文明实践、治安稳定、文体康养等6大类21小项。' },
    { silent: '做好组织领导、典型带动、岗位锻炼、帮带指导四篇文章。' },
    { silent: 'The county opened three clinics, in Dalton, Rivers and Hale, and two more are planned in June.' },
    { silent: 'Five schools, including Ashby and Thorne, will close.' },
  ],
  find,
}
