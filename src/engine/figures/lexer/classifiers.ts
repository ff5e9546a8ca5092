/** Classifiers (量词) and units. Mentions compare only within one dimension. */

export interface Classifier {
  readonly word: string
  /** what may be added and compared with it; a plain classifier is its own dimension */
  readonly dimension: string
  /** into the dimension's base unit */
  readonly factor: number
  readonly measure: boolean
}

const MEASURES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  money: { 元: 1, 块钱: 1, 元钱: 1, 元人民币: 1 },
  'money-us': { 美元: 1, 美金: 1 },
  'money-eu': { 欧元: 1 },
  'money-hk': { 港元: 1, 港币: 1 },
  'money-jp': { 日元: 1 },
  'money-uk': { 英镑: 1 },
  area: { 平方米: 1, 平米: 1, 公顷: 1e4, 平方公里: 1e6, 平方千米: 1e6 },
  mu: { 亩: 1 },
  ping: { 坪: 1 },
  length: { 公里: 1000, 千米: 1000, 米: 1, 公尺: 1, 公分: 0.01, 厘米: 0.01, 毫米: 0.001, 海里: 1852 },
  li: { 里: 1, 华里: 1 },
  weight: { 吨: 1000, 公吨: 1000, 公斤: 1, 千克: 1, 台斤: 0.6, 斤: 0.5, 克: 0.001, 毫克: 1e-6, 微克: 1e-9 },
  volume: { 立方米: 1000, 升: 1, 公升: 1, 毫升: 0.001 },
  power: { 千瓦: 1, 瓩: 1, 兆瓦: 1000 },
  energy: { 千瓦时: 1, 度电: 1 },
  temperature: { '℃': 1, 摄氏度: 1 },
  hour: { 个小时: 1, 小时: 1, 个钟头: 1 },
  minute: { 分钟: 1 },
  second: { 秒钟: 1, 秒: 1 },
  day: { 天: 1, 日: 1 },
  week: { 个星期: 1, 星期: 1, 周: 1 },
  month: { 个月: 1, 月: 1 },
  year: { 年: 1, 年度: 1, 周年: 1, 个年头: 1, 载: 1 },
  age: { 周岁: 1, 岁: 1 },
  times: { 倍: 1 },
  degree: { 度: 1, 级: 1, 分: 1 },
}

const PLAIN =
  '个 样 名 位 人 口 家 户 项 件 条 座 处 次 场 批 届 种 类 款 部 台 辆 架 艘 支 只 头 匹 棵 株 朵 枚 颗 粒 块 片 张 份 本 册 ' +
  '篇 票 封 幅 套 间 栋 幢 层 所 起 宗 笔 门 课 课时 轮 局 盘 对 双 组 队 班 个班 人次 批次 家次 场次 车次 班次 架次 台次 件次 户次 ' +
  '趟 遍 回 串 桩 道 股 派 院 箱 袋 瓶 桶 盒 包 杯 根 副 面 列 节 章 首 集 期 段 步 字 句 点 页 例 剂 针 床 孔 尊 眼 则 顶 把 ' +
  '大 大类 小类 小项 大项 类别 方 方面 省 市 县 区 镇 乡 村 街 国 地 校 企 州 旗 部门 单位 街道 社区 省份 城市 国家 环节 阶段 ' +
  '战 连胜 胜 平 负 金 银 铜 季度 世纪 字节 标段 股份 桌 排 营 团 联 坊 馆 园 港 湾 站 线 路 桥 楼 厂 店 企业 村庄 村民 ' +
  '农户 居民 群众 学生 选手 队员 党员 干部 代表 委员 车间 网点 门店 尾 羽 味 罐 碗 束 堆 幕 顿 挺 壶 窝 畦 垄 樽 柱 注 摞 捆 扇 盏 筐 篓 垛 票 杆 圈 棚 炉 标箱 标准箱 学校 医院 项目 工程 案件 建筑 品种 品牌 指标 领域'

function classifiers(): Map<string, readonly Classifier[]> {
  const all: Classifier[] = []
  for (const [dimension, units] of Object.entries(MEASURES)) {
    for (const [word, factor] of Object.entries(units)) all.push({ word, dimension, factor, measure: true })
  }
  for (const word of PLAIN.split(' ')) all.push({ word, dimension: word, factor: 1, measure: false })
  const byFirst = new Map<string, Classifier[]>()
  for (const classifier of all) {
    const first = classifier.word.charAt(0)
    byFirst.set(first, [...(byFirst.get(first) ?? []), classifier])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.word.length - a.word.length)
  return byFirst
}

const byFirst = classifiers()

/** The longest classifier that stands at `at` in the shadow, or null. */
export function classifierAt(shadow: string, at: number): Classifier | null {
  for (const classifier of byFirst.get(shadow.charAt(at)) ?? []) {
    if (shadow.startsWith(classifier.word, at)) return classifier
  }
  return null
}
