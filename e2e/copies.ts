import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One story as two papers sent it, with one figure that they give differently. */
export const COPIES = {
  title: '石桥县全力抢险救灾',
  first: { file: '甲-石桥晚报.txt', source: '石桥晚报', figure: '4180人' },
  second: { file: '乙-江湾日报.txt', source: '江湾日报', figure: '4810人' },
} as const

const text = ({ source, figure }: { source: string; figure: string }): string =>
  [
    COPIES.title,
    `2026-08-02 来源\uFF1A${source}`,
    '',
    `台风过后\uFF0C石桥县转移安置群众${figure}\uFF0C抢通道路62公里\uFF0C恢复供电1.3万户。县里连夜调来发电车\uFF0C保障医院和水厂用电。`,
    '县防汛办介绍\uFF0C受灾的9个乡镇已全部恢复通信\uFF0C投入机械320台。气象台预计\uFF0C未来三天还有阵雨\uFF0C低洼地带请注意防范。',
    '',
  ].join('\n')

export function dropCopies(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const copy of [COPIES.first, COPIES.second]) writeFileSync(join(folder, copy.file), text(copy))
}
