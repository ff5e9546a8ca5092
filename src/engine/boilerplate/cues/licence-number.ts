import { removing, type Cue } from '../cue'
import { Gate } from '../gates/gate'

const LICENCE = new Gate(
  /ICP ?[备證证]|ICP[^\u3400-\u9FFF]{0,3}号|公网安备|公安备案|许可证(?:编?号)? ?[:\d(]|增值电信|经营许可|新闻信息服务许可|信息网络传播视听|广播电视节目制作|国新网|新出网证|互联网(?:出版|新闻|药品)|国内统一(?:连续出版物|刊)号|CN\s?\d{2}-\d{4}|ISSN|邮发代号|营业执照|违法和?不良信息举报|举报电话/i,
)

export const licenceNumber: Cue = {
  id: 'licence-number',
  reason: { zh: '网站备案号、许可证号', en: 'The site’s licence and registration numbers' },
  examples: [
    `¶
¶
✗ 江ICP备00000000号 江公网安备 00000000000000号
✗ 互联网新闻信息服务许可证 编号\uFF1A00120000000`,
    `¶
✓ 执法人员发现\uFF0C这家小店没有取得食品经营许可\uFF0C当场责令停业整顿\uFF0C并约谈了房东。
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const { shape, index } = unit
      if (!LICENCE.test(unit) || shape.size > 120) return 0
      if (shape.sentences === 0 && shape.size <= 60) return 6
      return index > context.run.last ? 3.5 : 0
    }),
}
