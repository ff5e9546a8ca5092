/** Han characters that running text, news and names are full of, simplified and traditional, the frequent ones first. */
const SIMPLIFIED = `
的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事
成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此
已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代
内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安
少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光
放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔
六七八九零百千亿元岁号省县镇乡村街办委党书记者员局厅府纪检察法院警公安民警人群众访问报道讯据悉近日昨今晚早午
张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊
陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚李倩丽娜伟芳静敏强磊军洋艳勇杰娟涛超秀英霞刚桂香
责任编辑来源作者摄影图片标题首页网站版权所有点击分享评论阅读相关新闻正文上篇下返回打印字号扫码关注微博客户端下载
青岛济南北京上海广州深圳天津重庆浙苏川湖陕辽吉黑皖赣闽桂琼贵云藏甘宁夏疆港澳台湾州
社会经济服务项目工作建设发展企业居环境治活动管理群众街道网格宣传教育培训志愿者医疗疫情防控健康农村生产收入增长
投资城市交通文化旅游游客学校学生老师孩子家庭父母妈爸爷奶男友爱情婚姻房屋楼车站铁桥机场飞船火灾雨雪风温度
您吗呢吧啊呀哦嘛吃喝穿玩睡笑哭跑跳坐站拿送买卖钱价格便宜贵红绿蓝白黑黄紫灰春秋冬左右低短轻快慢早晚冷热
因此虽但如果否则仍即使不仅而且或者以及通过根据按照除了关于随着经已正刚曾将未没非可能应该需必须愿意希望认为觉
取消举办参加开始结束继续完成准备负责组织领导干部书领先优秀先进模范积极认真深入持续全面进步提高加强推动落实促
层级创业务质量标准监督检查执行处罚违规案件调查证据审判律师罪犯刑事诉讼权益消费投诉
网友称表示介绍指出强调显示透露宣布发布公告通知意见方案计划措施政策制度条例规定协议合同签订
`
const TRADITIONAL = `
這個們來為國說時會對過發後裡種經麼學現當沒動面還進樣實軍無與長機開從業將兩間問並應戰頭體見產果話內給員門兒東聲
論處義幾認條氣題爾別變總電數報結務場計資許統區隊決馬書則聽達強難權設類據邊張該規萬術領確傳師觀讓識帶導爭運
億歲號縣鎮鄉辦黨記廳紀檢眾訪訊劉陳楊趙黃吳孫羅鄭謝韓馮蕭鄧呂盧蔣賈閻鐘鍾薑範譚鄒陸顧龍錢湯尹喬賀賴龔麗偉靜艷傑娟濤
責編輯來攝影圖標網權點擊閱讀關聞篇頁載碼島濟廣慶蘇陝遼貴雲寧灣臺澳門濱環協會聯絡導覽
項幹環績農貧師媽爺親婚樓車鐵橋飛災溫嗎玩買賣價錢紅綠藍紫冷熱雖仍僅隨已須願為覺舉辦參結續備負責組織優積極認真層級創質
監檢執罰違規調證審訴訟費稱紹調顯宣佈發佈告知見畫劃措協議簽訂畢歷歡樂興趣聖誕馬來亞華僑語請謝於後於們讓嗎妳啟週週
`

/** U+3001 and the other marks that come between Han characters. */
const MARKS =
  '\u3001\u3002\uFF0C\uFF1A\uFF1B\uFF01\uFF1F\u201C\u201D\u300A\u300B\uFF08\uFF09\u3000\u300C\u300D\u00B7\u2026\u2014'

const units = (text: string) => new Set([...text.replace(/\s/g, '')].map((c) => c.charCodeAt(0)))

const common = units(SIMPLIFIED + TRADITIONAL)
const marks = units(MARKS)

/** Hangul syllables that Korean text is full of. */
const hangul = units(
  '이다는의가에을은를고하한지기사로도자인시대서리아어전해나정부있일수스그제장보국들주원회과으구만라상것여계조세',
)

/** Kana and the frequent characters, for Japanese. */
const isKana = (unit: number) => unit >= 0x3041 && unit <= 0x30fe

export interface Commonness {
  /** what must not be in a text read rightly: U+FFFD, private use, controls */
  readonly broken: number
  /** letters beyond ASCII, marks included */
  readonly letters: number
  /** of them the frequent ones */
  readonly common: number
  readonly kana: number
  readonly hangul: number
}

/** How usual a text's characters beyond ASCII are, over its first `limit` code units. */
export const commonness = (text: string, limit = 100_000): Commonness => {
  const count = { broken: 0, letters: 0, common: 0, kana: 0, hangul: 0 }
  const end = Math.min(text.length, limit)
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) continue
    if (unit === 0xfffd || (unit >= 0xe000 && unit <= 0xf8ff) || unit < 0xa0) count.broken++
    else if (isKana(unit)) count.kana++
    else if (hangul.has(unit)) count.hangul++
    else if (common.has(unit) || marks.has(unit)) count.common++
    count.letters++
  }
  return count
}
