import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** An article with two long runs in which nothing is changed, and a figure to be checked between them. */
export const LONG = { title: '青石巷改造完成' }

const paragraph = (n: number): string =>
  `第${'一二三四五六七八九十'[n]}户人家的门口摆着花盆\uFF0C盆里的月季开得正好\uFF0C路过的人都会停下来看一看。`

export function dropLong(folder: string): void {
  const all = Array.from({ length: 10 }, (_, n) => paragraph(n))
  const lines = [
    LONG.title,
    '本报讯　青石巷改造昨天完成。',
    ...all,
    '巷里近百余户人家都换了新门。',
    ...all.map((text) => `${text}邻居也说好。`),
    '分享到\uFF1A 微信 微博',
  ]
  writeFileSync(join(folder, '青石巷.txt'), lines.join('\n\n'))
}
