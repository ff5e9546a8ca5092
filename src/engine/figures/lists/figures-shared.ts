import type { Example, Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import { sentencesOf } from '../sentences'
import type { CountedList } from './counted'
import { cut } from './items'

/** Figures or days shared out by 分别, one for each of what the sentence counts: 假期四天,接待量分别为12.1万、15.3万、16.8万和13.2万. */

const FIGURE = '(?:\\d{1,2}月)?\\d[\\d.]{0,8}[%\\u4E00-\\u9FFF]{0,4}'
const SHARED = new RegExp(
  `(?:分别|依次)(?:[是为达有在于]|出现在|发生在|定在|安排在|达到?|增长|下降|完成|实现)?(?<list>${FIGURE}(?:、${FIGURE}){1,11}[、和及与](?:\\d{1,2}月)?\\d[\\d.]{0,8}[%\\u4E00-\\u9FFF]{0,4})(?=[,。;)]|$)`,
  'g',
)

/** What may be as many as the figures. */
function isShared({ kind, exact, range, value, classifier, dimension }: Mention): boolean {
  return (
    kind === 'count' &&
    exact &&
    range === null &&
    classifier !== '' &&
    dimension !== 'money' &&
    value >= 2 &&
    value <= 31
  )
}

export function* figuresShared(reading: Reading): Iterable<CountedList> {
  if (!/分别|依次/.test(reading.shadow)) return
  for (const sentence of sentencesOf(reading)) {
    const words = reading.shadow.slice(sentence.start, sentence.end)
    for (const match of matchesOf(words, SHARED)) {
      const list = match.groups?.['list'] ?? ''
      const end = sentence.start + match.index + match[0].length
      const items = cut(reading.shadow, end - list.length, end, ['、', '和', '及', '与'])
      const before = reading.shadow.slice(sentence.start, sentence.start + match.index)
      const counts = sentence.mentions.filter(
        (mention) => mention.end <= sentence.start + match.index && isShared(mention),
      )
      const [mention, ...more] = counts
      // A row of names is what the figures belong to, whatever else is counted.
      if (mention === undefined || more.length > 0 || /、|\D[和与及]/.test(before.slice(-30))) continue
      if (
        Math.abs(mention.value - items.length) !== 1 ||
        /[每各第前后首其]/.test(reading.shadow.charAt(mention.start - 1))
      )
        continue
      yield {
        reading,
        announced: mention.value,
        numeral: mention.numeral,
        phrase: [mention.start, mention.end],
        list: [end - list.length, end],
        enumeration: { items, counts: new Set([items.length]), open: false },
        closed: true,
        sure: false,
      }
    }
  }
}

export const sharedExamples: readonly Example[] = [
  { wrong: '入冬以来共有[[三次]]冷空气影响本市,分别出现在[[11月6日、11月23日、12月9日和12月20日]]。' },
  { wrong: '假期[[四天]],全市接待游客分别为[[12.1万、15.3万、16.8万、13.2万和9.7万人次]]。' },
  {
    silent:
      '入冬以来共有四次冷空气影响本市,分别出现在11月6日、11月23日、12月9日和12月20日。两年来,石桥、白杨、东湖三镇的亩产分别为512公斤、498公斤和505公斤。',
  },
]
