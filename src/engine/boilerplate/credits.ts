import { Gate, hintsOf, type Hints } from './gates/gate'
import { isPersonName, namesIn } from './names'
import { isPublication } from './publication'

export type CreditKind = 'author' | 'editor' | 'agency' | 'picture' | 'staff'

const AUTHOR =
  '(?:本报|本网|本刊|新华社|[\\u3400-\\u9FFF]{2,6}[台社报网])?(?:全媒体|首席|见习|实习|特约)?(?:记者|記者|通讯员|通訊員|实习生|评论员)|作\\s?者|文字|撰文|撰稿|执笔|文\\/图|图\\/文|文|供稿'
const EDITOR =
  '(?:责任|責任|值班|执行|本期|网络|网页|新媒体|视觉|美术)?(?:编辑|編輯)|责编|責編|编审|校对|校對|审核|审校|审读|终审|初审|复审|一审|二审|三审|一校|二校|监制|主编|总编辑|美编|制图|版式|检校|一读|二读|三读'
const AGENCY = '(?:文章|信息|新闻|稿件)?(?:来\\s?源|來\\s?源)|稿源|出处|发布单位|发布机构|转载自|转自'
const STAFF = '编导|摄像|配音|播音|主播|主持|解说|出镜|剪辑|后期|策划|统筹|设计|视觉|海报|总监制|监审|责校|录音'
const PICTURE = '摄影|攝影|摄|图片|图|供图|视频'

/** A credit's label with its colon, anywhere in a folded header line. */
export const CREDIT_LABEL = new RegExp(
  `(?<![\\u3400-\\u9FFF])[[(【]?(?:${AUTHOR}|${EDITOR}|${AGENCY}|${PICTURE}|${STAFF}|点击数?|浏览(?:次数|量)?|阅读(?:次数|量|数)?|字体|字号|分享到?|栏目|频道|评论数?|发布者|发布人|发布于|录入)\\s*:|(?<=[\\u3400-\\u9FFF])(?:发布于|IP属地|(?:浏览|阅读|点击)次数|责任编辑)\\s*:`,
  'g',
)

const labelled = (labels: string): Gate =>
  new Gate(new RegExp(`^[([【]? ?(?:${labels}) ?[:/|\u4E28] ?(\\S.*?) ?[)\\]】]?$`))
const BY_LABEL: readonly (readonly [CreditKind, Gate])[] = [
  ['editor', labelled(`(?:${EDITOR})(?: ?[|/、] ?(?:${EDITOR}|${AUTHOR}))*`)],
  ['author', labelled(`(?:${AUTHOR})(?: ?[|/、] ?(?:${AUTHOR}|${PICTURE}|${EDITOR}))*`)],
  ['agency', labelled(AGENCY)],
  ['picture', labelled(PICTURE)],
  ['staff', labelled(STAFF)],
]
const LATIN_LABEL: readonly (readonly [CreditKind, Gate])[] = [
  [
    'author',
    new Gate(
      /^(?:by|written by|reported by|reporting by|story by|words by|author|authors|byline)(?: ?:)? (\p{Lu}.*)$/iu,
    ),
  ],
  ['editor', new Gate(/^(?:edited by|editing by|editor|editors|copy editor)(?: ?:)? (\p{Lu}.*)$/iu)],
  ['agency', new Gate(/^(?:source|sources|via|originally published (?:by|in|on)) ?: ?(\p{Lu}.*)$/iu)],
  [
    'picture',
    new Gate(
      /^(?:photo|photos|photograph|photographs|image|images|picture|pictures|illustration)(?: credit)?(?: ?:| by\b) ?(\S.*)$/i,
    ),
  ],
]

/** □本报记者 张三 通讯员 李四 报道 */
const UNLABELLED = new Gate(
  /^(?<mark>[□■◎●○▲△▼◇◆★☆] ?)?(?:文 ?[/|] ?)?(?:(?:本报|本网|本刊|本台|新华社|人民网|中新社|[\u3400-\u9FFF]{2,8}(?:日报|晚报|早报|晨报|商报|时报|网|社)(?:\u00B7[\u3400-\u9FFF]{2,6})?) ?)?(?:全媒体|首席|见习|实习|特约|特派|驻[\u3400-\u9FFF]{1,4})?(?:记者|記者|通讯员|通訊員|实习生|实习记者|评论员|作者) ?(?=[\s\u3400-\u9FFF])/,
)

/** 聯合報/ 記者 林佩蓉 /台南即時報導: newspaper, name, and where it was filed from. */
const FILED = new Gate(
  /^[\u3014[(]?(?:[\u3400-\u9FFF]{2,8} ?\/ ?)?(?:記者|记者|特派員|特派记者) ?([\u3400-\u9FFF、 ]{2,16}?) ?\/ ?[\u3400-\u9FFF]{2,8}?(?:報導|报导|报道|電|电)[\u3015\])]?$/,
)

/** Helen Marsh North of England correspondent: a name in front of an office. A verb (Harbour Herald names new editor) makes it a headline. */
const FIELD =
  '\\p{Lu}[\\p{L}-]*|of|and|the|for|&|affairs|senior|chief|staff|special|political|health|science|environment|business|economics|education|sports?|foreign|world|city|crime|arts|culture|media|technology|social|transport|consumer|legal'
const WITH_OFFICE = new Gate(
  new RegExp(
    `^((?:\\p{Lu}[\\p{L}.'\\u2019-]+ ){2,3}?)(?:(?:${FIELD}) ){0,4}(?:correspondent|reporter|staff writer|columnist|editor)$`,
    'u',
  ),
)

/** 江城融媒体中心出品 */
const MADE_BY = new Gate(
  /^[\u3400-\u9FFF]{0,12}(?:融媒体?(?:中心)?|报社|日报|晚报|[网台]|工作室|新闻中心|宣传部)(?:联合|荣誉)?(?:出品|制作)$/,
)

export interface Credit {
  readonly kind: CreditKind
  /** what stands behind the label */
  readonly value: string
  /** set with a label and a colon, or with a mark such as □ */
  readonly marked: boolean
}

const shortNames = (value: string): boolean => {
  const words = value
    .replace(/[/|、,;]/g, ' ')
    .trim()
    .split(/ /)
  return namesIn(value).length > 0 && words.every((word) => word.length <= 9) && words.length <= 14
}

const readsAsSentence = (value: string): boolean => /[。!?\u2026]/.test(value) || (/,/.test(value) && value.length > 30)

/** 来源 | 综合甲报、乙报: what a text was put together from reads on, set off by a bar. */
const BARRED = /^[^:/]{2,6}[|\u4E28] ?(?:综合|[^、]+、)/

const matchLabels = (text: string, hints: Hints, labels: readonly (readonly [CreditKind, Gate])[]): Credit | null => {
  for (const [kind, gate] of labels) {
    const value = gate.isOpen(hints) ? gate.pattern.exec(text)?.[1]?.trim() : undefined
    if (value === undefined || value.length > 60 || readsAsSentence(value)) continue
    if (
      kind === 'agency'
        ? value.length > 30 || BARRED.test(text)
        : kind !== 'picture' && !shortNames(value) && !isPublication(value)
    )
      continue
    return { kind, value, marked: true }
  }
  return null
}

/** 本版责编 苏禾 美编 高远: editors with their offices before them, without colons. */
const OFFICES = new Gate(new RegExp(`^(?:本版|本期|本报)?(?:${EDITOR}) (?=[\\u3400-\\u9FFF])`))

/** Reads a folded line as a credit; null where it is none (责任编辑制度…, 记者:请问…). `hints` are the line's. */
export const readCredit = (folded: string, hints: Hints = hintsOf(folded)): Credit | null => {
  const text = folded.trim()
  if (text.length > 120) return null
  const labelled = matchLabels(text, hints, BY_LABEL) ?? matchLabels(text, hints, LATIN_LABEL)
  if (labelled) return labelled
  if (OFFICES.test({ text, hints }) && text.length <= 60 && !/[,:。]/.test(text) && shortNames(text))
    return { kind: 'editor', value: text, marked: false }
  const signed = /^□ ?(\S.*)$/.exec(text)?.[1]
  if (signed !== undefined && signed.length <= 16 && signed.split(' ').every(isPersonName))
    return { kind: 'author', value: signed, marked: true }
  const filed = FILED.isOpen(hints) ? FILED.pattern.exec(text)?.[1]?.trim() : undefined
  if (filed !== undefined && shortNames(filed)) return { kind: 'author', value: filed, marked: true }
  const holder = WITH_OFFICE.isOpen(hints) ? WITH_OFFICE.pattern.exec(text)?.[1]?.trim() : undefined
  if (holder !== undefined) return { kind: 'author', value: holder, marked: true }
  if (MADE_BY.test({ text, hints })) return { kind: 'staff', value: text, marked: false }
  const unlabelled = UNLABELLED.isOpen(hints) ? UNLABELLED.pattern.exec(text) : null
  if (!unlabelled || text.length > 60 || readsAsSentence(text) || /[,:]/.test(text) || !shortNames(text)) return null
  if (/(?:摄|图|摄影) ?$/.test(text) && !/文 ?\/? ?(?:摄|图) ?$/.test(text))
    return { kind: 'picture', value: text, marked: false }
  return { kind: 'author', value: text, marked: unlabelled.groups?.['mark'] !== undefined }
}

/** (刘倩), (记者 张三 通讯员 李四), [责任编辑:王五]: a credit in brackets, given with its brackets, folded. */
export const isBylineInside = (bracket: string): boolean => {
  const inside = bracket.slice(1, -1).replace(/ +/g, ' ').trim()
  if (inside === '' || readsAsSentence(inside)) return false
  if (readCredit(inside) ?? /^(?:完|全文完|纠错|責任編輯.*)$/.test(inside)) return true
  const words = inside.split(/[\s、,/]+/)
  if (/^[\u3400-\u9FFF] [\u3400-\u9FFF]$/.test(inside)) return isPersonName(inside.replace(' ', ''))
  return words.length <= 5 && words.every(isPersonName)
}
