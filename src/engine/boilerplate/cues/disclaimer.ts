import { placeOf } from '../run'
import { removing, type Cue } from '../cue'
import { Gate } from '../gates/gate'

const STRONG = new Gate(
  /(?:本文|文章|以上内容|本稿件|该文)?(?:观点|内容)?仅代表(?:作者|其)(?:本人|个人)|不代表(?:本站|本网|本报|本平台|[\u3400-\u9FFF]{2,12})的?(?:观点|立场)|[务須须]经(?:书面)?授权|(?:版权|著作权)归原?作者(?:所有)?|凡(?:本网|注明|本站|本报)[^。]{0,20}(?:来源|稿件|作品)|如有侵权|如涉及?版权|联系(?:我们|本站|本网)[^。]{0,8}删除|[未非][经經][\u3400-\u9FFF]{0,8}(?:授[权權]|[许許]可|允[许許]|同意)[^。]{0,10}(?:不得|禁止|严禁|嚴禁|擅自(?:转载|复制|使用))|(?:请勿|禁止|谢绝|不得)(?:擅自)?转载|转载请(?:注明|联系)|投资者据此操作|投资有风险|不构成投资建议|本站(?:仅提供|系)|the views expressed (?:in this|are)|not necessarily reflect the|^转载(?:申请|事宜|授权)[^。]{0,24}(?:联系|侵权)|(?:禁止|谢绝)商业性?转载|将(?:涉嫌|构成)侵犯[^。]{0,16}(?:合法|著作|版)权|本(?:报社?|[社站网刊台])[^。]{0,60}追究[^。]{0,14}侵权|任何单位(?:和|或)个人[^。]{0,40}(?:使用|转载)[^。]{0,80}(?:必须|不得|须)|转载行为[^。]{0,8}欢迎[^。]{0,8}(?:线索|举报)|平台仅提供信息存储|the content above \(including|subject to copyright|without (?:the )?(?:prior|express) (?:written )?permission|may not be (?:published|reproduced)|this material may not|subject to our terms|^this (?:article|story|post) (?:was )?(?:originally|first) (?:appeared|published|ran) (?:on|in|by) |is an independent (?:\w+ ){0,3}news organi[sz]ation/i,
)
const LABELLED = new Gate(
  /^[[(【*\s]*(?:免责声明|版权声明|特别声明|声明|版权说明|风险提示|反侵权(?:公告|声明)|版权公告|侵权(?:公告|声明)|disclaimer)[\])】]? ?:/i,
)

export const disclaimer: Cue = {
  id: 'disclaimer',
  reason: { zh: '版权或免责声明', en: 'A copyright notice or a disclaimer' },
  examples: [
    `¶
¶
✗ 免责声明\uFF1A本文仅代表作者个人观点\uFF0C与本网无关。
✗ 凡本网注明来源的作品\uFF0C未经授权不得转载。
✗ 反侵权公告\uFF1A任何单位或个人转载本报内容\uFF0C必须事先取得许可。
✗ 未经书面许可\uFF0C擅自转载本社作品的\uFF0C将涉嫌侵犯著作权人合法权益。
✗ 本网站所刊载信息\uFF0C不代表江城社和江城网观点。
✗ 本網站之文字、圖片及影音\uFF0C非經授權\uFF0C不得轉載。
✗ 转载申请事宜\uFF0C请联系我们\uFF1A0000-1234567`,
    `¶en
¶en
✗ This material may not be published, broadcast or rewritten.
✗ This article originally appeared on Harbour Herald: Ferry returns after a decade`,
    `¶
✓ 法院认定\uFF0C这家公司涉嫌侵犯摄影师的著作权\uFF0C应追究其侵权责任\uFF0C公司当庭表示服判。
✓ 法院认为\uFF0C转载者没有注明来源\uFF0C应当向原作者道歉并赔偿损失。
¶`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const { index, shape } = unit
      const inside = placeOf(context.run, index) === 'inside' && index !== context.run.last
      const strong = STRONG.test(unit)
      if (LABELLED.test(unit)) return strong ? 8.5 : inside ? 3 : 5.5
      if (!strong) return 0
      return inside ? (shape.size < 80 ? 6 : 2.5) : shape.size < 160 ? 8 : 4
    }),
}
