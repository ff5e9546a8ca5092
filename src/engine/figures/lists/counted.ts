import type { Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import type { Enumeration } from './items'

/** An announced count and the list it speaks of. Offsets into the reading's text. */
export interface CountedList {
  readonly reading: Reading
  readonly announced: number
  /** the count's numeral, for the fix */
  readonly numeral: readonly [number, number]
  /** the words of the announcement */
  readonly phrase: readonly [number, number]
  readonly list: readonly [number, number]
  /** where the list stands, if not in the same passage */
  readonly elsewhere?: Reading
  readonly enumeration: Enumeration
  /** the words leave no doubt that the list is all there is */
  readonly closed: boolean
  /** and none that it is the list of what was counted */
  readonly sure: boolean
}

/** Classifiers that count things one names one by one. A list behind 20名, 30次, 5天 is no list of them. */
const LISTED = new Set(
  (
    '个 样 张 大 项 类 种 大类 大项 方面 部门 单位 街道 社区 镇 乡 村 县 市 区 省 国 州 地 省份 城市 国家 家 所 位 名 人 条 味 首 幅 本 道 件 字 环节 阶段 领域 篇 部 ' +
    '门 指标 座 支 款 处 步 点 则 句 节 章 股 派 级 期 批 方 校 院 馆 园 站 线 桥 集 幕 组 关 品种 品牌 项目 工程'
  ).split(' '),
)

export function isListed(mention: Mention): boolean {
  return (
    mention.kind === 'count' &&
    mention.exact &&
    mention.range === null &&
    mention.value >= 2 &&
    mention.value <= 20 &&
    LISTED.has(mention.classifier)
  )
}
