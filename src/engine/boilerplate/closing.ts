import { Gate, type Hinted } from './gates/gate'

const OTHERS =
  '相关|相關|延伸|推荐|推薦|热门|熱門|更多|其他|精彩|编辑推荐|今日热点|热点|点击|最新|精选|往期|网友|網友|全部|用户|新闻|阅读|今日'
const THINGS =
  '阅读|閱讀|新闻|新聞|报道|報導|文章|推荐|推薦|链接|連結|资讯|内容|话题|排行榜|排行|评论|評論|留言|专题|稿件|视频|图片|回顾'
const WHOLE =
  '排行榜|热搜榜|热搜|猜你喜[欢歡]|(?:大家|其他人|別人|别人|网友|網友)[都也]?[在還还]看|你可能[还還也]?(?:喜[欢歡]|想看|感兴趣|感興趣)|' +
  '[为為]您推[荐薦]|更多 ?[>\u00BB]|发表评论|我要评论|评论区|24小时热文|友情链接|(?:国内|国际|国內|今日|相关|社会|社會)?新闻精选|视频排行|related coverage|大家都在搜'
const RANKED =
  '(?:the )?(?:most (?:popular|read|viewed|shared|watched|commented|recent)|trending)(?: (?:now|today|stories|articles|posts|news|in [^.]{2,24}|on [^.]{2,24}))?|(?:more )?top (?:stories|news|headlines|posts)|popular (?:posts|stories|now)|latest (?:news|stories|posts)|recent (?:posts|comments)'
const INVITING =
  'you (?:may|might) also like|(?:you|we) (?:might|may) like|recommended(?: (?:for you|stories|articles|reading))?|more (?:from|stories|news|on this|in) ?[^.]{0,40}|editor.?s.? (?:picks?|choice)|our picks|(?:what to )?(?:read|watch|up) next|read more|also read|others? (?:also )?read|readers also liked|further reading|explore further|story timeline|in this article'
const ASKING =
  '(?:\\d{1,6} )?(?:comments?|responses?|replies)|leave a (?:comment|reply)|join the conversation|what do you think|tell us what you think'
const ENGLISH = `related(?: (?:articles?|stories|posts?|news|content|reading|links|topics|items))?|${RANKED}|${INVITING}|${ASKING}|about the author|share this(?: (?:article|story|post))?|sponsored(?: content| links)?|from around the web|around the web|post navigation`
const CLOSING = new Gate(
  new RegExp(`^[^\\p{L}\\p{N}]*(?:(?:${OTHERS})(?:${THINGS})(?:${THINGS})?|${WHOLE}|${ENGLISH})[^\\p{L}]*$`, 'iu'),
)

/** 相关阅读, 新闻排行, Most read: a heading behind which the story is over. */
export const closesStory = (line: Hinted): boolean => line.text.length <= 60 && CLOSING.test(line)
