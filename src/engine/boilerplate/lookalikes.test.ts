import { describe, expect, it } from 'vitest'
import { draft } from '../draft'
import { readExample } from './example'

/** Content that looks like furniture. Every ✓ line must stay in the text. */
const PAGES: Readonly<Record<string, string>> = {
  'words of furniture in sentences': `社区食堂试营业 首日迎来三百位老人
2024-03-05 09:12
¶
✓ 上一篇报道刊发后\uFF0C编辑部收到了三十多封来信。
✓ 读书分享会定在周六下午。
✓ 责任编辑制度从这一年起写进了章程。
✓ 相关阅读材料由学校统一发放。
✓ 一位读者在本报公众号留言说\uFF1A“评论区吵成那样\uFF0C不如来食堂吃一顿。”
✓ 打印店老板收藏了四百多张旧菜单。
¶`,
  'one-word quotations': `旧船票
¶
✓ “走吗\uFF1F”
✓ “走。”
✓ “好。”
✓ “好。”
✓ “好。”
✓ 船开了。
¶`,
  'a numbered list': `怎样申请助餐
¶
✓ 一、申请条件
✓ 1. 年满六十周岁
✓ 2. 户籍或居住证在本街道
✓ 3. 自愿申请
✓ 二、办理时间
✓ 工作日 9:00-17:00
¶`,
  'an interview': `“菜单由吃饭的人来定”
¶
✓ 记者\uFF1A价格是谁定的\uFF1F
✓ 何师傅\uFF1A大家一起定的。
✓ 记者\uFF1A有人赖账吗\uFF1F
✓ 何师傅\uFF1A没有。
¶`,
  'a poem': `✓ 江水在窗外走\uFF0C
✓ 灯在窗里坐。
✓ 船笛三声\uFF0C
✓ 谁也没有回头。

✓ 我把旧信折成船\uFF0C
✓ 放它去找你。`,
  'a table in lines': `东湖街道助餐点名单
¶
✓ 名称 地址 电话
✓ 东湖助餐点 东湖路12号 0000-1111
✓ 滨江助餐点 滨江路3号 0000-2222
✓ 北门助餐点 北门街7号 0000-3333
¶`,
  'datelines inside a story': `一条渠的四十年
¶
✓ 1984年5月18日
¶
✓ 2024年5月18日\uFF0C东湖镇。
¶
¶`,
}

describe.each(Object.entries(PAGES))('%s', (_, text) => {
  const { page, claims } = readExample(text)
  const { blocks } = draft(page)
  it.each(claims.map((claim) => [page.blocks[claim.block]?.text ?? '', claim.block] as const))('%s', (_line, index) => {
    const { start, end } = page.blocks[index] ?? { start: 0, end: 0 }
    const parts = blocks.filter((block) => block.start >= start && block.end <= end)
    const fates = parts.map((block) => (block.role === 'title' ? 'title' : block.fate))
    expect(fates, parts.map((block) => block.cue).join()).toEqual(parts.map(() => 'text'))
  })
})
