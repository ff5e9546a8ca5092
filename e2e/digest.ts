import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A page of three stories that no engine tells apart, with a headline that says otherwise than its story. */
export const DIGEST = {
  file: '一页三篇.txt',
  title: '清河夜市开街',
  second: '桥头小学新楼迎来1300名学生',
  third: '图书馆延时开放',
}

export function dropDigest(folder: string): void {
  const lines = [
    DIGEST.title,
    '本报讯　记者 王芳　清河夜市昨天开街\uFF0C来了三百多人\uFF0C摆了四十个摊位。',
    '“往年没有这么热闹。”摊主徐阿婆说。',
    DIGEST.second,
    '桥头小学新楼昨天启用\uFF0C一共24间教室\uFF0C1200名学生搬了进去。',
    '校长说\uFF0C新楼花了两年建成。',
    '记者 李明',
    DIGEST.third,
    '市图书馆从今天起开放到晚上十点。',
  ]
  writeFileSync(join(folder, DIGEST.file), lines.join('\n\n'))
}
