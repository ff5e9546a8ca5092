import type { Span } from '../../analysis'
import { matchesOf } from '../matches'

/** Words that look like figures and are none. A numeral that touches one is not a mention. */

/** Idioms, set phrases and fixed terms. */
const PHRASES =
  '三三两两 五湖四海 千头万绪 千家万户 千方百计 千变万化 千军万马 万众一心 一心一意 三心二意 七上八下 七嘴八舌 五花八门 四面八方 ' +
  '四通八达 百花齐放 百家争鸣 百年大计 百里挑一 百姓 百货 百度 百科 百合 百般 千万不 千万别 千万要 万一 万万 万科 万元户 万里长城 ' +
  '一分为二 一举两得 一五一十 一日千里 一落千丈 一箭双雕 一模一样 接二连三 三番五次 三言两语 两全其美 两败俱伤 九牛一毛 十全十美 ' +
  '两张皮 一张皮 最后一公里 最先一公里 最后一米 第一公里 一村一业 一村一品 一村一策 一户一策 一户一档 一企一策 一站式 一体化 一条龙 一条街 一窗 ' +
  '一网通办 一网统管 一把手 一盘棋 一张网 一张图 一盔一带 一带一路 一对一 面对面 点对点 一线 一般 一些 一直 一下 一定 一起 一样 ' +
  '一致 一切 一旦 一方面 一部分 一大批 一系列 一体 一律 一再 一边 一面 一道 一生 一度 一时 一流 一代 一点 一番 一次性 一日游 一家人 ' +
  '统一 唯一 万一 逐一 单一 专一 合一 之一 进一步 下一步 上一步 第一步 第一时间 第一书记 第一线 第一产业 第二产业 第三产业 第三方 第三者 第二课堂 ' +
  '两不愁三保障 两不愁 三保障 两代表一委员 九小场所 二十大 十九大 十八大 十七大 二十届 十九届 双十一 双十二 三八妇女节 三八节 五一 五四 ' +
  '六一 七一 八一 十一黄金周 十一假期 三农 三下乡 三支一扶 三公经费 三资企业 三无 三违 三北 三亚 三门峡 三峡 三明 四川 四平 六安 六盘水 九江 九寨沟 ' +
  '十堰 百色 万州 万宁 万达 千岛湖 千佛山 五台山 五莲 五指山 五常 两岸 两会 两院 两委 两弹一星 三甲 四六级 七夕 八宝 九华山 三伏 三九 ' +
  '中亚五国 金砖五国 金砖四国 海湾六国 北欧五国 湄公河五国 波罗的海三国 东三省 东北三省 西南三省 西北五省 长三角三省 华东六省 ' +
  '百企 百村 百强 千企 千村 万企 百日 百年 千年 千秋 百米跑 二手 二维码 二胡 二次元 三轮 三角 三明治 四合院 五金 五官 五谷 五星 六和 七彩 八卦 八角 ' +
  '九九 十足 十字 不三不四 半斤八两 三农工作 一票否决 一事一议 一案一 一老一小 一刻钟 两新 两山 两高 四个意识 四个自信 两个维护 三严三实 ' +
  '上一年 前一年 下一年 上一届 上一季 上一月 上一周 下一届 下一季 前一天 前一日 前一夜 后一天 ' +
  '一季度 二季度 三季度 四季度 一等奖 二等奖 三等奖 一等功 二等功 三等功 一号文件 一审 二审 二期 一期 三期 四期'

/** Codes and names with digits inside, as patterns on the shadow. Each alternative begins with a different kind of character. */
const CODES =
  '\u3014\\d{4}\u3015\\s?\\d{1,4}号|\\[\\d{4}\\]\\s?\\d{1,4}号|' +
  '[路街道巷弄里村区园楼栋幢座室院]\\d{1,5}(?:号院?|弄|室|单元)(?:楼|线)?|' +
  '\\d{1,4}号(?:[楼线院馆门厅车机令桥井矿]|文件|公告|台风|地块|选手|员工|病房)|' +
  '(?:https?:|www\\.)[\\w./?=&%#:+-]{3,200}|[\\w.+-]{1,60}@[\\w-]{1,60}\\.[\\w.-]{1,60}|' +
  '0\\d{2,3}-\\d{7,8}|(?<!\\d)1[3-9]\\d{9}(?!\\d)|[48]00-\\d{3,4}-\\d{3,4}|\\b(?:12345|12315|12306|12333|12388|12377|12328|12355|12338)\\b|(?<!\\d)\\d{17}[\\dXx](?!\\d)|' +
  '\\d{1,2}\\.\\d(?:\\.\\d{1,2})?(?:版本?|时代)|[VvGgSsTtAaCcKkDd]\\d{1,5}(?:高速|次|国道|省道|线)?|[A-Za-z]{1,10}-?\\d{1,6}[A-Za-z]?(?![\\d.%])|' +
  '[一二三四](?=级(?:重点|保护|文物|医院|甲等|响应|预警|运动员))|\\d[A-Z]{1,3}\\b|5[gG]\\b|[345][aA]级'

const CODE = new RegExp(CODES, 'g')

const byFirst = new Map<string, string[]>()
for (const phrase of PHRASES.split(' ')) {
  byFirst.set(phrase.charAt(0), [...(byFirst.get(phrase.charAt(0)) ?? []), phrase])
}
for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length)

/** 十分 is an adverb unless it counts: 十分钟, 十分之一. */
const ADVERB = /十分(?![钟之])/g

/** 三万一千 holds no 万一. */
function insideNumeral(shadow: string, at: number): boolean {
  const numerals = '零一二两三四五六七八九十百千万亿'
  return at > 0 && numerals.includes(shadow.charAt(at)) && numerals.includes(shadow.charAt(at - 1))
}

/** Masked spans of the shadow, ordered by start; they may touch. */
export function masksOf(shadow: string): readonly Span[] {
  const spans: Span[] = []
  for (let at = 0; at < shadow.length; at += 1) {
    const phrase = byFirst.get(shadow.charAt(at))?.find((candidate) => shadow.startsWith(candidate, at))
    if (phrase !== undefined && !insideNumeral(shadow, at)) spans.push([at, at + phrase.length])
  }
  for (const pattern of [CODE, ADVERB]) {
    for (const match of matchesOf(shadow, pattern)) spans.push([match.index, match.index + match[0].length])
  }
  return spans.sort((a, b) => a[0] - b[0])
}
