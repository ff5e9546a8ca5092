import { removing, type Cue } from '../cue'
import { Gate } from '../gates/gate'

const TAGS = new Gate(
  /^(?:标签|標籤|关键词|關鍵詞|关键字|本文标签|文章标签|tags?|keywords?|topics?|filed under|posted in|categor(?:y|ies)|分类|分類) ?: ?\S/i,
)
const HASHES = /^(?:#[^\s#]{1,20}#? ?){2,}$/

export const tags: Cue = {
  id: 'tags',
  reason: { zh: '标签或关键词', en: 'Tags or keywords' },
  examples: [
    `¶
¶
✗ 标签\uFF1A社区 养老 食堂`,
    `¶en
¶en
✗ Tags: ferry, harbour, transport`,
    `¶
✓ 撕掉“问题社区”的标签\uFF0C东湖街道用了整整三年时间\uFF0C这中间换过两任书记。
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const { text, shape } = unit
      if (shape.size > 80 || shape.sentences > 0) return 0
      return TAGS.test(unit) ? 5.2 : text.length < 120 && text.startsWith('#') && HASHES.test(text) ? 4 : 0
    }),
}
