import type { Bilingual } from '../engine/analysis'

/**
 * The shape of a line: what two lines have in common that one template made. Dates, times, figures, addresses, the
 * site's name and the names and titles behind a label are each alike; everything else stands as it is.
 *
 * A line that says nothing beside these, or that is too long for a template's, has no shape. The examples in
 * `shape.test.ts` are what it promises.
 */

/** A longer line is prose, in UTF-16 code units. */
const LONGEST = 200
/** Letters of its own a shape has at least. */
const LEAST = 2

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
const LABEL = '(?:责任编辑|责编|编辑|主编|编审|记者|通讯员|作者|校对|审核|监制|摄影|供稿)'

/** Each stretch that differs from line to line, with the word that stands for it; in the order they are replaced. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/ ?: ?/g, ':'],
  [/(?:https?:\/\/|www\.)[\w.~:/?#@!$&*+=%-]+/giu, '‹url›'],
  [/[\w.+-]{1,64}@[\w.-]{1,255}/gu, '‹mail›'],
  [/(?<=(?:上一篇|下一篇|上一条|下一条|前一篇|后一篇|previous|next):)[^\s:‹][^‹]*$/iu, '‹title›'],
  [
    /(?<!\p{Script=Han})\p{Script=Han}{1,8}(?:日报|晚报|早报|晨报|都市报|商报|时报|周报|电视台|新闻网)(?!\p{Script=Han})/gu,
    '‹site›',
  ],
  [/(?<!\d)\d{4} ?[年/.-] ?\d{1,2} ?[月/.-] ?\d{1,2} ?日?(?!\d)/gu, '‹date›'],
  [/[〇零一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/gu, '‹date›'],
  [/(?<!\d)\d{1,2} ?月 ?\d{1,2} ?日/gu, '‹date›'],
  [new RegExp(`\\b${MONTH} \\d{1,2},? \\d{4}\\b|\\b\\d{1,2} ${MONTH} \\d{4}\\b`, 'giu'), '‹date›'],
  [/(?:星期|周)[一二三四五六日天](?!\p{Script=Han})/gu, '‹day›'],
  [/(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/gu, '‹time›'],
  [
    new RegExp(
      `(?<=${LABEL}[ :]{1,3})\\p{Script=Han}{2,4}(?:[ \\u3001,/]{1,2}\\p{Script=Han}{2,4}){0,5}(?![\\p{Script=Han}:])`,
      'gu',
    ),
    '‹name›',
  ],
  [/\d+(?:[.,]\d+)*/gu, '‹n›'],
]

/** A line without what copying changes: blanks at its ends, and how many stand between its words. */
export function plain(line: string): string {
  return line.replace(/\s+/g, ' ').trim()
}

/** The shape, or null for a line that has none. `site` is its document's, where it is known. */
export function shapeOf(line: string, site: string | null): string | null {
  if (line.length > LONGEST) return null
  let shape = plain(line.normalize('NFKC'))
  const name = site === null ? '' : plain(site.normalize('NFKC'))
  if (name.length > 1) shape = shape.replaceAll(name, '‹site›')
  for (const [stretch, word] of ALIKE) shape = shape.replace(stretch, word)
  return (shape.replace(/‹[a-z]+›/g, '').match(/\p{L}/gu)?.length ?? 0) < LEAST ? null : shape
}

/** What stands for a stretch, in words. */
const STANDS_FOR: Readonly<Record<string, Bilingual>> = {
  url: { zh: '网址', en: 'address' },
  mail: { zh: '邮箱', en: 'mail' },
  title: { zh: '标题', en: 'title' },
  site: { zh: '站名', en: 'site' },
  date: { zh: '日期', en: 'date' },
  day: { zh: '星期', en: 'weekday' },
  time: { zh: '时间', en: 'time' },
  name: { zh: '姓名', en: 'name' },
  n: { zh: '数', en: 'number' },
}

/** A shape as a reader is shown it. */
export function shapeSaid(shape: string): Bilingual {
  const said = (tongue: keyof Bilingual): string =>
    shape.replace(/‹([a-z]+)›/g, (whole, word: string) => (STANDS_FOR[word] ? `‹${STANDS_FOR[word][tongue]}›` : whole))
  return { zh: said('zh'), en: said('en') }
}

/** Words every line of a shape holds as they stand, in whatever width it is written; '' where none are sure. */
export function clueOf(shape: string): string {
  const runs = shape.match(/\p{Script=Han}+/gu) ?? []
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '')
}
