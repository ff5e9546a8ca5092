import type { Fate } from '../analysis'
import type { MarkUp, Page, RawBlock } from '../blocks/page'

const CHINESE = [
  '社区食堂试营业那天\uFF0C东湖街道的老人来了三百多位\uFF0C最早的一位天不亮就到了\uFF0C他说要尝尝新灶头蒸的第一笼馒头。',
  '掌勺的师傅姓何\uFF0C在江城的国营饭店做了三十年\uFF0C退休后被邻居们请了出来\uFF0C他只提了一个条件\uFF1A菜单要由吃饭的人来定。',
  '街道办算过一笔账\uFF0C一荤两素的套餐成本十二元\uFF0C老人付八元\uFF0C余下的由慈善基金和物业公司各担一半\uFF0C账目每月张榜公布。',
  '附近的志愿者每天中午分成四组\uFF0C把饭菜送到行动不便的居民家里\uFF0C顺便看一看煤气阀门\uFF0C陪他们说几句家常话。',
  '到了冬天\uFF0C食堂又添了两张长桌\uFF0C放学的孩子可以在这里写作业\uFF0C等父母下班来接\uFF0C灯一直亮到晚上八点才关。',
  '东湖街道负责人表示\uFF0C明年还要在另外三个小区开办同样的食堂\uFF0C选址已经征求过居民的意见\uFF0C图纸就贴在楼道口。',
]
const ENGLISH = [
  'The ferry came back to the harbour on a grey morning, ten years after the last boat had left, and half the town stood on the pier to watch it dock.',
  'Tickets cost less than a bus ride, the council said, because the boat was bought second-hand and the crew are mostly volunteers who know the water.',
  'Fishermen who had fought the plan now sell their catch on the landing stage, and one of them admitted that he had been wrong about the noise.',
]

/** What an example claims of one of its lines. */
export interface Claim {
  readonly fate: Fate
  /** index into the page's blocks */
  readonly block: number
  /** what is cut out of the line and lifted */
  readonly cut: string | null
}

export interface Example {
  readonly page: Page
  readonly claims: readonly Claim[]
}

const MARKS: Readonly<Record<string, Fate>> = { '\u2717': 'removed', '\u2713': 'text', '\u2191': 'lifted' }

const markUpOf = (words: string | undefined): MarkUp | undefined => {
  if (words === undefined) return undefined
  const names = /class:\s*([^;]*)/.exec(words)?.[1]?.trim().split(/\s+/) ?? []
  const linkDensity = Number(/links:\s*([\d.]+)/.exec(words)?.[1] ?? 0)
  return {
    path: ['body', 'div'],
    names,
    signature: `div.${names.join('.')}`,
    linkDensity,
    links: linkDensity > 0 ? 1 : 0,
    hidden: /hidden/.test(words),
    level: 0,
    depth: 2,
  }
}

/** Reads the notation described at `Cue`. */
export const readExample = (example: string): Example => {
  const blocks: RawBlock[] = []
  const claims: Claim[] = []
  let [text, blankBefore, chinese, english] = ['', 0, 0, 0]
  for (const line of example.split('\n')) {
    const fate = MARKS[line.charAt(0)]
    const [body = '', words] = (fate === undefined ? line : line.slice(2)).split(/ ?[\u27E8\u27E9]/)
    const cut = /\u27E6([^\u27E6\u27E7]*)\u27E7/.exec(body)?.[1] ?? null
    const prose = body
      .replace('\u00B6en', () => ENGLISH[english++ % ENGLISH.length] ?? '')
      .replace('\u00B6', () => CHINESE[chinese++ % CHINESE.length] ?? '')
      .replace(/[\u27E6\u27E7]/g, '')
    const content = prose.trim()
    const start = text.length + (prose.length - prose.trimStart().length)
    text += `${prose}\n`
    if (content === '') {
      blankBefore += 1
      continue
    }
    if (fate !== undefined) claims.push({ fate, block: blocks.length, cut })
    const markUp = markUpOf(words)
    const end = start + content.length
    const layout = markUp ? ('paragraph' as const) : ('line' as const)
    const indented = prose !== prose.trimStart()
    blocks.push({
      start,
      end,
      pieces: [[start, end]],
      text: content,
      layout,
      blankBefore,
      indented,
      ...(markUp ? { markUp } : {}),
    })
    blankBefore = 0
  }
  const meta = { title: null, site: null, agency: null, published: null, authors: [], url: null }
  return {
    page: { name: 'example', format: 'text', encoding: 'utf-8', confidence: 1, text, warnings: [], blocks, meta },
    claims,
  }
}
