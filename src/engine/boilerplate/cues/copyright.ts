import { removing, type Cue } from '../cue'
import { Gate } from '../gates/gate'

const MARK = new Gate(
  /\u00A9|&copy;|\(c\) ?(?:19|20)\d\d|copyright\b|版权所有|版權所有|著作權所有|all rights reserved|保留所有权利|(?:数字报刊?平台|技术支持)$|(?:主办|承办|技术支持)(?:单位)? ?:|powered by\b/i,
)
const ESTABLISHED = new Gate(/^(?:地址|总机|传真|邮编|电话|网址|主办|主管|承办|备案号?|network) ?:/i)

export const copyright: Cue = {
  id: 'copyright',
  reason: { zh: '网站版权信息', en: 'The site’s copyright line' },
  examples: [
    `¶
¶
✗ \u00A9 江城新闻网版权所有 网站简介 法律顾问
✗ Copyright 2024 江城传媒集团`,
    `¶en
¶en
✗ \u00A9 2024 Harbour Herald. All rights reserved.`,
    `¶
✓ 展览的版权所有者是三位年轻画家\uFF0C他们把首日门票收入全部捐给了社区图书馆。
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const { text, shape, index } = unit
      if (shape.size > 120) return 0
      const last = index >= context.run.last
      if (MARK.test(unit)) return /^ ?(?:\u00A9|copyright|\(c\)|版权所有|版權所有)/i.test(text) ? 7 : last ? 5 : 2
      return last && ESTABLISHED.test(unit) ? 3.5 : 0
    }),
}
