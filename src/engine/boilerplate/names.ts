import { fold } from './fold'

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况郈有琴归海晋楚闫法汝鄢涂钦门谯肖代卞付冼' +
  '趙錢孫鄭馮陳衛蔣韓楊許呂張嚴華魏薑謝鄒竇雲蘇範馬鳳龐紀項葉劉龍黃羅蕭賈鍾駱盧鄧單龔陸榮儲喬賴閻簡饒關蓋聶溫湯連譚麥鮑萬莊鄺蘭賀齊畢隋佟亓仝谌邸訾仉缪'
const REGIONS =
  /^(?:江苏|安徽|河南|河北|山东|山西|广东|广西|云南|海南|湖南|湖北|江西|贵州|宁夏|上海|北京|温州|广州|杭州|苏州|常州|高清|方言|时间|黄金|安全|成都|全文|金额)$/
const NOT_A_NAME =
  /[报网社台局院部厅司委办会站馆所校队组厂店镇乡村区县市省街庭]\S?$|中心$|大学$|公司$|日报|新闻|街道|记者|通讯/

/** Two to four Han characters that begin with a surname, or a name with a middle dot. Takes folded text. */
export const isPersonName = (word: string): boolean =>
  (/^[\u3400-\u9FFF]{2,4}$/.test(word) && SURNAMES.includes(word.charAt(0)) && !REGIONS.test(word)) ||
  /^[\u3400-\u9FFF]{1,8}[\u00B7\u2022\u30FB][\u3400-\u9FFF]{1,8}$/.test(word)

const LABELS =
  /(?:本报|本网|本刊|本台|新华社|人民网|中新社)?(?:全媒体|首席|见习|实习|特约|特派|驻[\u3400-\u9FFF]{1,4})?(?:记者|記者|通讯员|通訊員|实习生|實習生|评论员|编辑|編輯)|(?:责任|責任|值班|执行|本期|网络|新媒体|视觉)?(?:编辑|編輯|责编|責編)|文字|文\/图|图\/文|图文|文并?摄|摄影报道|摄影|攝影|撰文|撰稿|整理|综合报道|综合|供稿|报道|報道|報導|报导|作者|执笔|校对|校對|审核|审校|终审|一审|二审|三审|监制|主编|总编辑|出品人|统筹|策划|美编|制图|文案|(?:^|\s|\/)[文图摄](?=[\s/:]|$)/g
const LATIN =
  /^(?:by|written by|reported by|story by|author|authors|editor|edited by|posted by|words by|text by|photos? by|reporting by|editing by)\b\s*:?\s*/i
const STAFF =
  /^(?:reuters|ap|afp|staff|associated press|staff (?:writer|reporter)|correspondent|contributor|senior .*|editor|reporter|columnist|.* (?:editor|reporter|writer|correspondent|news|times|post))$/i

const latinNames = (text: string): string[] =>
  text
    .replace(LATIN, '')
    .split(/[,;&|]|\band\b|\bfor\b|\bin\b/)
    .map((part) => part.trim())
    .filter((part) => /^\p{Lu}[\p{L}.'\u2019-]*(?:\s+\p{L}[\p{L}.'\u2019-]*){1,3}$/u.test(part) && !STAFF.test(part))

/** 张 三 is printed with a blank to align it with three-character names. */
const closeUp = (text: string): string =>
  text.replace(/(^|[\s、,;:/])([\u3400-\u9FFF]) {1,2}([\u3400-\u9FFF])(?=$|[\s、,;/])/g, '$1$2$3')

/** 記者陳美玲/高雄報導: the place behind the stroke is no name. */
const REPORTED_FROM = /([\u3400-\u9FFF]{2,4}) ?\/ ?[\u3400-\u9FFF]{2,4}(?:報導|报导|報道|電|电)/g

/** Words that stand in credit lines without being anybody's name. */
const NO_NAME =
  /^(?:本报|本网|本刊|来源|來源|来自|未知|佚名|网络|匿名|其他|更多|查看|返回|分享|文章|统计|调查|民意|须知|投稿|点击|评论|新闻|登录|网站|通讯|特约|报道|我要|编者|原创|转载|发布|日期|时间)|(?:统计|调查|须知|文章|报告)$/

/** The names in a credit, in order, without 记者, 通讯员 and other labels. Takes a line or a bracket's inside. */
export const namesIn = (credit: string): string[] => {
  const folded = fold(credit).replace(/ +/g, ' ').trim()
  if (!/[\u3400-\u9FFF]/.test(folded)) return [...new Set(latinNames(folded))]
  const bare = closeUp(
    folded
      .replace(REPORTED_FROM, '$1')
      .replace(/[□■◎●○▲△▼◇◆★☆()[\]【】|:]/g, ' ')
      .replace(LABELS, ' '),
  )
  const words = bare
    .split(/[\s、,;/]+/)
    .filter((word) => isPersonName(word) || (/^[\u3400-\u9FFF]{2,4}$/.test(word) && !NOT_A_NAME.test(word)))
    .filter((word) => !NO_NAME.test(word))
  const sure = words.filter(isPersonName)
  // A pen name stands alone or first; beside known surnames it is more likely a word of the page.
  return [...new Set(sure.length > 0 ? sure : words.slice(0, 1))]
}
