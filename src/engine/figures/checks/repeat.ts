import type { Check, Claim, Reading, StoryCopy } from '../claim'
import { en, zh } from '../wording'
import { matchesOf } from '../matches'

/** A word, a clause, a sentence or a paragraph said twice in a row. */

/** Two-syllable words that Chinese doubles on purpose: verbs tried out, adverbs stressed, onomatopoeia. */
const REDUPLICATED = new Set(
  (
    '讨论 研究 学习 休息 考虑 了解 打听 商量 锻炼 体验 尝试 参观 交流 活动 放松 收拾 打扫 检查 比较 观察 熟悉 练习 准备 表示 意思 教育 批评 表扬 ' +
    '非常 很多 许多 好多 多少 真正 永远 慢慢 渐渐 常常 不断 一个 一步 一次 一代 一点 一层 一遍 一天 一年 一户 一家 一件 一笔 一趟 一轮 一页 一针 一线 ' +
    '加油 谢谢 再见 快点 你好 等等 哈哈 呵呵 嘿嘿 嘻嘻 叮咚 滴答 嘀嗒 轰隆 哗啦 咕咚 咔嚓 噼啪 扑通 叽喳 嗡嗡 汪汪 喵喵 咚锵 呼噜 哎呀 对不 是的 好的 知道 ' +
    '来来 走走 看看 爸爸 妈妈 宝宝 奶奶 爷爷 团结 奋斗 创新 发展 坚持 努力 合计 实干 冲啊 前进 注意 救命 起来 左右 上下 来回 进进 小心 开心 高兴 快乐 热闹 暖和 凉快 清楚'
  ).split(' '),
)
/** Words that neither begin a longer word nor are doubled: 进行进行 is always a slip. */
const PLAIN = new Set(
  (
    '进一步 推进 继续 进行 开展 我们 他们 你们 她们 以及 并且 同时 目前 已经 通过 对于 关于 其中 为了 因为 由于 所以 如果 能够 应该 必须 需要 正在 将会 成为 实现 加强 推动 ' +
    '促进 认真 切实 全面 深入 积极 主动 有效 及时 不仅 而且 但是 然而 因此 虽然 尽管 随着 根据 按照 作为 或者 甚至 尤其 特别 例如 比如 包括 记者 群众 ' +
    '预计 联合 可以 邀请 前往 来到 走进 发现 看到 显示 表明 提出 宣布 启动 建成 投入 采用 采取 发放 发布 获得 荣获 达到 超过 涉及 属于 此外 近日 日前 参加 参与 负责 都是 还是 就是 不是 也是 而是 但是 可以 没有 曾经 ' +
    '这个 那个 这些 那些 这里 那里 什么 怎么 自己 大家 问题 情况 方面 以来 之后 之前 期间 先后 分别 累计 共计 截至 介绍 组织 举行 举办 召开 提供 解决 增加 ' +
    '减少 提高 完善 建立 围绕 聚焦 坚决 充分 扎实 持续 不断 进入 形成 打造 位于 来自 得到 取得 受到 引导 帮助 落实 部署 要求 指出 强调 表示 认为 希望 完成'
  ).split(' '),
)
/** Nouns that end a name and begin another (银行银行卡): a slip only where no noun follows. */
const NOUNS = new Set(
  (
    '社区 公司 学校 医院 街道 中心 项目 企业 工作 服务 政府 部门 单位 农村 村民 居民 农民 工程 建设 机制 平台 制度 政策 计划 体系 会议 行动 集团 大学 小学 中学 银行 ' +
    '小区 园区 广场 公园 道路 大桥 水库 车站 机场 市场 超市 工厂 产业 农业 工业 旅游 文化 教育 经济 社会 生活 环境 安全 生产 管理 治理 发展 改革 时间 地点 人员 干部 党员 职工 学生 教师 演员 队员 代表 观众 游客 乘客 市民 老人 孩子 家长 病人 医生 护士 设备 材料 车辆 船只 房屋 粮食 蔬菜 树木 河道 堤坝'
  ).split(' '),
)
const PARTICLE =
  /^(?:[\d,。;:!?、)”》的了在和与及为等是将把被已也都从由对于共中里内外上下这那该此各全三四五六七八九十提说表介要进开负可应正先每一还就才又均须需必]|$)/

const TWICE = /([\u4E00-\u9FFF]{2,12})\1/g

function* words(reading: Reading): Iterable<Claim> {
  const { shadow, text } = reading
  if (!/[,。;!?]/.test(shadow)) return
  for (const match of matchesOf(shadow, TWICE)) {
    const word = match[1] ?? ''
    const end = match.index + match[0].length
    if (!isSlip(word, shadow.slice(match.index - 2 < 0 ? 0 : match.index - 2, match.index), shadow.slice(end, end + 2)))
      continue
    const middle = match.index + word.length
    yield said(reading, match.index, middle, end, text.slice(match.index, middle))
  }
}

function isSlip(word: string, before: string, after: string): boolean {
  if (REDUPLICATED.has(word) || new Set(word).size === 1 || /[“‘《]$/.test(before)) return false
  if (
    /的$/.test(before) &&
    word.length === 2 &&
    !/^[\u53E3-\u56FF]/.test(word) &&
    !/^[的地]/.test(after) &&
    !/[上下前后来去多少好]/.test(word)
  )
    return true
  if (PLAIN.has(word) || /^每[\u4E00-\u9FFF]$/.test(word)) return true
  if (/^(?:一[次遍番下]|[了过])/.test(after) && !/[一两三四五六七八九十几来去看走]/.test(word) && !/(.)\1/.test(word))
    return true
  if (/^一|[一两三四五六七八九十几][个次步点]|(.)\1/.test(word) || /^[再又]/.test(after) || /[“‘]$/.test(before))
    return false
  return word.length > 2 || (NOUNS.has(word) && PARTICLE.test(after))
}

/** Brackets and quotation marks: half of a pair between the two copies belongs to what stands before them. */
const PAIRED = /[^()\uFF08\uFF09“”‘’《》【】「」]/g

function said(reading: Reading, start: number, middle: number, end: number, word: string): Claim {
  const between = reading.text.slice(middle, Math.max(middle, end - (middle - start)))
  const quote = word.length > 40 ? `${word.slice(0, 40)}…` : word
  return {
    tier: 'query',
    places: [{ reading, start, end }],
    message: {
      zh: zh`“${quote}”连着说了两遍。请删去一遍。`,
      en: en`“${quote}” is said twice in a row. Delete one.`,
    },
    fix: { place: { reading, start: middle, end }, text: between.replace(PAIRED, '') },
  }
}

/** 的的, 了了, 将将, but not 目的的, 的的确确, 了了解, 将将够. */
const PARTICLES =
  /(?<![目的中有标众])的的(?![的确士])|(?<![了不未为到受])了了(?![了解断结却望无事之])|(?<![\u4E00-\u9FFF][上大中少名])将将(?![够好能就军士领相官才近])|(?<![参给])与与(?!会|其)|被被(?![子褥单套])|并并|及及(?![时格早第])|使使(?![用命馆])|也也|又又|(?<!成)就就(?![业读职医餐近地是])/g

function* particles(reading: Reading): Iterable<Claim> {
  for (const match of matchesOf(reading.shadow, PARTICLES)) {
    const start = match.index
    yield said(reading, start, start + 1, start + 2, match[0].charAt(0))
  }
}

const ENGLISH_TWICE =
  /\b(the|a|an|of|to|in|for|with|by|from|at|as|are|was|were|be|been|will|and|or|but|this|their|its|our|your|they|we|have|has|would|should|could|which|when|than|into|about)\s\1\b/gi

const ENGLISH_PHRASE = /\b([a-z]{2,12}\s[a-z]{2,12})\s\1\b/g
/** through the driest months of the year, through the driest months of the year */
const CLAUSE_TWICE = /(?<![\w'-])((?:[a-z][a-z'\u2019-]*\s){5,13}[a-z][a-z'\u2019-]*)[,;]?\s\1(?![\w'-])/gi
/** What is longer is no sentence, and is not compared. */
const LONGEST_SENTENCE = 2000

function* english(reading: Reading): Iterable<Claim> {
  for (const match of [ENGLISH_TWICE, CLAUSE_TWICE].flatMap((twice) => matchesOf(reading.shadow, twice))) {
    const words = match[1] ?? ''
    yield said(reading, match.index, match.index + words.length, match.index + match[0].length, words)
  }
  for (const match of matchesOf(reading.shadow, ENGLISH_PHRASE)) {
    const phrase = match[1] ?? ''
    if (phrase.length < 7 || /\b(?:very|bye|knock|long|far|years?|day|had had|that that)\b/i.test(phrase)) continue
    yield said(reading, match.index, match.index + phrase.length, match.index + match[0].length, phrase)
  }
  let last = ''
  let start = 0
  let from = 0
  for (const match of matchesOf(reading.shadow, /[.!?]+["\u201D]?\s{0,4}/g)) {
    const end = match.index + match[0].length
    const whole = end - from > LONGEST_SENTENCE ? '' : reading.shadow.slice(from, end).trimEnd()
    const sentence = whole.trimStart()
    if (sentence === last && sentence.length >= 40) yield said(reading, start, from, from + whole.length, sentence)
    last = sentence
    start = from
    from = end
  }
}

interface Clause {
  readonly words: string
  readonly start: number
  readonly end: number
}

function clausesOf(shadow: string): Clause[] {
  const clauses: Clause[] = []
  for (const match of matchesOf(shadow, /[^,。;:!?()\s“”]+/g)) {
    clauses.push({ words: match[0], start: match.index, end: match.index + match[0].length })
  }
  return clauses
}

/** A chant may repeat a short cry; a slip repeats what one does not say twice. */
const LONG = 8
/** The end of a clause said again is one from here on: 我爱祖国,爱祖国 is a figure of speech. */
const TAIL = 7
/** 拍得扎实: a judgement is not made twice. */
const COMPLEMENT = 4

/** One to four clauses said again right behind themselves. */
function* clauses(reading: Reading): Iterable<Claim> {
  if (reading.english) return
  const all = clausesOf(reading.shadow)
  for (let i = 0; i < all.length; i += 1) {
    for (let length = 4; length >= 1; length -= 1) {
      const first = all.slice(i, i + length)
      const second = all.slice(i + length, i + 2 * length)
      const tail = followsTail(first, second)
      const long = first.reduce((sum, { words: w }) => sum + w.length, 0) >= LONG
      if (tail === null || (!long && tail === first[0]?.start)) continue
      const start = tail
      const middle = first.at(-1)?.end ?? 0
      const end = second.at(-1)?.end ?? 0
      yield said(reading, start, middle, end, reading.text.slice(start, middle))
      i += 2 * length - 1
      break
    }
  }
}

/** Who is called upon is called twice. */
const CALL = /[我你您]|[啊呀吧吗呢]$/

/** Where the first run begins when the second says it again; null when it does not. */
function followsTail(first: readonly Clause[], second: readonly Clause[]): number | null {
  if (second.length < first.length || first.length === 0) return null
  const [one, two] = [first[0], second[0]]
  if (one === undefined || two === undefined) return null
  const isTail =
    first.length === 1 &&
    two.words.length >= (/[\u4E00-\u9FFF]得/.test(two.words) ? COMPLEMENT : TAIL) &&
    one.words.endsWith(two.words)
  if (!isTail && !first.every(({ words: w }, i) => w === second[i]?.words)) return null
  if (first.some(({ words: w }) => CALL.test(w))) return null
  return isTail ? one.end - two.words.length : one.start
}

/** A paragraph that stands twice in one story. Where many do, repetition is the form: a menu, a timetable. */
function* paragraphs(copy: StoryCopy): Iterable<Claim> {
  const seen = new Map<string, Reading>()
  const twice: (readonly [Reading, Reading])[] = []
  for (const reading of copy.readings) {
    const text = reading.shadow.trim()
    if (reading.passage.role !== 'body' || text.length < (reading.english ? 120 : 40) || !/[。.!?”]$/.test(text))
      continue
    const earlier = seen.get(text)
    if (earlier === undefined) seen.set(text, reading)
    else twice.push([reading, earlier])
  }
  if (twice.length > 2) return
  for (const [reading, earlier] of twice) {
    yield {
      tier: 'query',
      places: [reading, earlier].map((one) => ({ reading: one, start: 0, end: one.text.length })),
      message: {
        zh: zh`这一段与前面一段完全相同。请删去一段。`,
        en: 'This paragraph is the same as an earlier one. Delete one of them.',
      },
    }
  }
}

function* find(copy: StoryCopy): Iterable<Claim> {
  for (const reading of copy.readings) {
    yield* words(reading)
    yield* particles(reading)
    if (reading.english) yield* english(reading)
    yield* clauses(reading)
  }
  yield* paragraphs(copy)
}

export const repeat: Check = {
  id: 'repeat',
  tiers: ['query'],
  title: { zh: '重复', en: 'Said twice' },
  why: {
    zh: zh`改稿、粘贴常留下连着说两遍的词、分句或段落。`,
    en: 'Editing and pasting leave words, clauses or paragraphs that stand twice in a row.',
  },
  examples: [
    { wrong: '村里的[[老井老井]]清了淤,又能打水了。' },
    { wrong: '评委认为这部片子[[拍得扎实,拍得扎实]],节奏也好。' },
    { silent: '村里的老井清了淤。评委认为这部片子拍得扎实,节奏也好。' },
    { wrong: '河东社区、柳园[[社区社区]]2个服务站本月开门。' },
    { wrong: '镇里[[进行进行]]了一次摸底。' },
    { wrong: '这是大家[[的的]]心愿。' },
    { wrong: '他在灯下修好[[了了]]那台旧收音机。' },
    { wrong: '新渠[[进一步进一步]]改善了灌溉。' },
    { wrong: '新规([[为山区学校配齐教师,让孩子就近读书),为山区学校配齐教师,让孩子就近读书]]。' },
    { wrong: '雨后,[[护林员沿着山脊查看防火道,护林员沿着山脊查看防火道]],天黑才下山。' },
    {
      wrong:
        '河水退去以后,村民回到田里补种玉米,两天就把倒伏的地块全部翻了一遍,又给每一块地挖好了排水沟。\n## 补种\n[[河水退去以后,村民回到田里补种玉米,两天就把倒伏的地块全部翻了一遍,又给每一块地挖好了排水沟。]]',
    },
    { wrong: '她[[教了四十年数学,教了四十年数学]],学生遍布各地。' },
    { wrong: '河长每周都要[[巡查巡查]]一次。' },
    { wrong: 'Volunteers painted [[the the]] railings along the river.' },
    { silent: '大家讨论讨论、商量商量,一步一步地走,非常非常慢。' },
    { silent: '以增产为目的的试验的的确确有用,这件事不了了之,了了解到的情况另报。' },
    { silent: '他在中国银行银行卡部工作,女儿是北方大学大学生。' },
    { silent: '“加油!加油!”看台上喊声一片,哗啦哗啦的雨也没有停。' },
    { silent: '许许多多的人高高兴兴地来,看看花,渐渐散去。' },
    { silent: '一户一户走访,一页一页登记,一个一个解决。' },
    { silent: '向前,向前,向前,队伍唱着歌出发。' },
    { silent: 'She had had enough, and said that that was very, very late.' },
  ],
  find,
}
