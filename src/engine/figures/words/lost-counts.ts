import type { Claim, Reading } from '../claim'
import { matchesOf } from '../matches'
import { en, zh } from '../wording'

/** A unit whose number is gone, where the same unit has one further on. */

/** 完成加装电梯部,另有四十多部: the same unit has its number further on. */
const LOST =
  /(?:完成|建成|加装|新增|安装|改造|投放|购置|配备|发放|建起|修建)[\u4E00-\u9FFF]{1,8}?(?<![支俱乐内外全门干总本])(?<unit>[部台辆座套间栋户名件所条])(?=,(?:另有|另外|还有|其中)[^。,]{0,6}?[\d一二两三四五六七八九十百千]{1,6}[多余]?\k<unit>)/g

/** expect about hikers a day: a word of approximation without its number. */
const ENGLISH_LOST =
  /\b(?:about|around|nearly|almost|approximately|at least|up to)\s(?<unit>[a-z]{3,14}s)\s(?:a|per|each|every)\s(?:day|week|month|year|hour|minute)\b/gi

/** would pay million dollars to settle: a scale without its number. */
const SCALE_LOST =
  /\b(?:pay|pays|paid|cost|costs|raised?|worth|spend|spends|spent|earned?|invest|invested|owes?|owed|donated?|lost|received?|borrowed|fined|saved?|awarded|about|nearly|almost|around|than|by) (?<unit>(?:million|billion|trillion) (?:dollars|euros|pounds|yen|yuan|rupees|francs|crowns|people|tonnes|tons|barrels|passengers|shares|customers))\b/gi

/** 没收电子烟支: what is taken, given or set up, and its unit at the clause's end; not where both are one word (枪支, 平台). */
const BARE =
  /[,;](?<verb>没收|查扣|收缴|查获|扣押|缴获|发放|赠送|捐赠|更换|拆除|安装|栽种|补种|添置|购置)[\u4E00-\u9FFF]{2,6}?(?<unit>(?<![枪分开收党干十笔旁一])支|(?<![平柜阳讲舞灶炉电吧站窗后前月露看]|灯光)台|吨|公斤|(?<![植病幼守])株|(?<![灯花])盏|(?<!车)辆)(?=[。;])/g
/** Two clauses right before it, each with its figure: 检查商户186户,查处违规销售3起. */
const FIGURED = /(?:^|[,。;])[^,。;\d]{2,10}\d+[\u4E00-\u9FFF]{1,3},[^,。;\d]{2,10}\d+[\u4E00-\u9FFF]{1,3}$/

/** The last of a row of counts has lost its number. */
function* inRow(reading: Reading): Iterable<Claim> {
  const { shadow, text } = reading
  if (reading.english || !/[支台吨斤株盏辆][。;]/.test(shadow)) return
  for (const match of matchesOf(shadow, BARE)) {
    if (!FIGURED.test(shadow.slice(Math.max(0, match.index - 40), match.index))) continue
    const [start, end] = [match.index + 1, match.index + match[0].length]
    const unit = match.groups?.['unit'] ?? ''
    yield {
      tier: 'query',
      places: [{ reading, start, end }],
      message: {
        zh: zh`“${text.slice(start, end)}”:“${unit}”前面像是缺少数字。请核对原稿。`,
        en: en`“${text.slice(start, end)}”: the number before “${unit}” seems to be missing. Look it up.`,
      },
    }
  }
}

/** 设床位张, 涉农案件件: a noun, and behind it a classifier that makes no word with the character before it. */
const CLASSIFIED =
  /(?<=[,。;、]|^)(?<words>[^,。;、:()“”\d\s]{3,14})(?<unit>(?<![这那某各首哪整单逐独每多几数一二两三四五六七八九十百千万亿半余来])个|[艘幢]|(?<!楼)栋|(?<!车)辆|(?<![植幼病守残母])株|(?<![注手画名史相账书分图造清籍])册|(?<![年周压守太万百贺辞隔足])岁|(?<![加成数百翻千几两])倍|(?<=[案事文邮信稿证零部]件)件|(?<![讲星插在底满客专茶宝就入叫让落卡基雅上银四举独了好])座|(?<![紧主夸扩嚣慌纸开铺声伸乖更老小姓大弓一])张|(?<![条比案病惯先体范事实图示举照凡破特违前战旧循年按定律单用为])例|(?<=(?<![会成演])员|嫌疑人|负责人|[村农渔居]民|者|[医教律技厨]师|学生|医生|[民交辅刑特]警|战士|选手|[职员]工|专家|骨干|干部|代表)名)(?=[,。;]|$)/g
/** A clause beside it that has its figure. */
const BESIDE = /\d/

function* classified(reading: Reading): Iterable<Claim> {
  const { shadow, text } = reading
  if (reading.english || !/[个艘栋幢辆株册岁倍件座张例名][,。;]/.test(shadow)) return
  for (const match of matchesOf(shadow, CLASSIFIED)) {
    const { words = '', unit = '' } = match.groups ?? {}
    const [start, end] = [match.index, match.index + match[0].length]
    const around = shadow.slice(Math.max(0, start - 40), start) + shadow.slice(end, end + 40)
    if (!BESIDE.test(around) || /[一二两三四五六七八九十百千万亿几多数余半近这那每哪][\u4E00-\u9FFF]?$/.test(words))
      continue
    yield {
      tier: 'query',
      places: [{ reading, start, end }],
      message: {
        zh: zh`“${text.slice(start, end)}”:“${unit}”前面像是缺少数字。请核对原稿。`,
        en: en`“${text.slice(start, end)}”: the number before “${unit}” seems to be missing. Look it up.`,
      },
    }
  }
}

/** 提供份材料,比去年少2份: the comparison says that there was a figure. */
const COMPARED =
  /(?:提供|提交|准备|递交|携带|领取|发放|收到|办理|签订|购买|安装|设立|开设|增加|减少|新增|派出|出动|组织)(?<unit>[份张套件本个台次名项家条辆])(?=[\u4E00-\u9FFF]{1,10},(?:比|较)[^,。]{1,8}[多少增减]加?了?\d+\k<unit>)/g

/** 讲座场、展览12场: beside it the same classifier has its figure; not where it ends a word (市场, 商家). */
const SIDE_BY_SIDE =
  /(?<=[\u4E00-\u9FFF]{2})(?<unit>(?<![市商广会农牧林赛剧操现战球立入出到在上下全收开退登排])场|(?<![平柜阳讲舞灶炉电吧站窗后前月露看灯])台|(?<!楼)栋|(?<!车)辆|(?<![讲星插在底满客专茶宝就入叫让落])座|(?<=[案事信零部文稿]件)件)(?=、[\u4E00-\u9FFF]{2,6}\d{1,6}\k<unit>)/g

export function* lostCounts(reading: Reading): Iterable<Claim> {
  yield* inRow(reading)
  yield* classified(reading)
  yield* lostIn(reading, COMPARED)
  yield* lostIn(reading, SIDE_BY_SIDE)
  const { shadow } = reading
  if (!reading.english && !/,(?:另[有外]|还有|其中)/.test(shadow)) return
  yield* lostIn(reading, reading.english ? ENGLISH_LOST : LOST)
  if (reading.english) yield* lostIn(reading, SCALE_LOST)
}

function* lostIn(reading: Reading, pattern: RegExp): Iterable<Claim> {
  const { shadow, text } = reading
  for (const match of matchesOf(shadow, pattern)) {
    const [start, end] = [match.index, match.index + match[0].length]
    const unit = match.groups?.['unit'] ?? ''
    if (/^(?:times|hours|hundreds|thousands|millions|dozens|scores|tens)$/i.test(unit)) continue
    yield {
      tier: 'error',
      places: [{ reading, start, end }],
      message: {
        zh: zh`“${text.slice(start, end)}”:“${unit}”前面缺少数字。请核对原稿后补上。`,
        en: en`“${text.slice(start, end)}”: the number before “${unit}” is missing. Look it up and put it in.`,
      },
    }
  }
}
