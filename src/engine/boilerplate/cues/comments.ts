import { removing, type Context, type Cue } from '../cue'
import type { Unit } from '../unit'
import { consistsOf } from '../wording'
import { Gate } from '../gates/gate'

const WORDS = new Gate(
  /(?:我要|发表|查看|全部|最新|热门|网友|网民|用户|写|添加)?(?:评论|留言|跟帖|評論|回复|回覆)(?:区|数|列表|一下)?|条评论|发布|提交|匿名(?:发表|评论)?|登录后?可?|登陆|登入|注册|会员注册|用户名|密码|忘记密码|记住我|验证码|退出|还没有账号|立即(?:登录|注册)|请先|[或赞踩条字]|后参与|后发表|参与|表情|举报|已有|共有|人(?:参与|评论)|互动|最多可?输入|还可以输入|文明上网理性发言|请遵守新闻评论服务协议|\d+|\b(?:log ?in|sign ?in|sign ?up|register|subscribe|my account|create (?:an )?account|forgot (?:your )?password|comments?|\d+ comments?|reply|post (?:a )?comment|leave a (?:comment|reply)|add a comment|view (?:all )?comments|to comment|or|to|your|email|name|website|submit)\b/gi,
)
const CORE = new Gate(
  /评论|留言|跟帖|評論|\d人参与|^参与互动$|登录|登陆|登入|注册|密码|验证码|log ?in|sign ?in|sign ?up|register|comment|password|reply|account/i,
)
const NOTICE = new Gate(
  /文明上网|理性发言|请遵守(?:新闻)?评论服务|网友评论仅供|评论不代表|仅代表网友个人|登录后(?:才能|即可|可以)?(?:发表|参与)?评论|your email address will not be published|required fields are marked|registration on or use of this site/i,
)

const weigh = (unit: Unit, { run, appendix: { talk } }: Context): number => {
  const { shape, index, credit } = unit
  if (shape.size <= 60 && NOTICE.test(unit)) return 5.5
  if (CORE.test(unit) && shape.sentences === 0 && consistsOf(unit, WORDS)) return shape.size > 2 ? 6.2 : 3.5
  return index >= talk && index > run.last && credit === null ? 3.4 : 0
}

export const comments: Cue = {
  id: 'comments',
  reason: { zh: '评论区或登录提示', en: 'A comment box or a log-in prompt' },
  examples: [
    `¶
¶
✗ 我要评论 登录 注册
✗ 文明上网\uFF0C理性发言
✗ 0人参与
✗ 参与互动`,
    `¶en
¶en
¶en
✗ 2 responses to “Ferry timetable”
✗ harbour_cat says:
✗ About time too. The old boat was never on schedule anyway, and nobody at the council would listen to us.`,
    `¶en
¶en
✗ Log in or sign up to comment`,
    `¶
✓ “评论区里骂得最凶的那位\uFF0C后来成了志愿者。”一位读者留言说\uFF0C他愿意再等等看。
¶`,
  ],
  find: (context) => removing(context, weigh),
}
