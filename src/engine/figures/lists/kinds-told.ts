import type { Example, Reading } from '../claim'
import type { CountedList } from './counted'
import { isListed } from './counted'
import { enumerate } from './items'

/** A count and, behind a comma, all it counts: 体育类5个,有足球、篮球、跳绳、武术和羽毛球;艺术类4个,有…. */

const HAS = /^,(?:分别)?[有是为](?=[\u4E00-\u9FFF])/

/** Of two kinds or more each is told so: what the one lists whole the other does not leave open. */
export function* kindsTold(reading: Reading): Iterable<CountedList> {
  const { shadow, mentions } = reading
  if (reading.english || !/,[有是为]/.test(shadow)) return
  const found = mentions.flatMap((mention): CountedList[] => {
    if (!isListed(mention) || !HAS.test(shadow.slice(mention.classified, mention.classified + 5))) return []
    const start = mention.classified + (HAS.exec(shadow.slice(mention.classified))?.[0].length ?? 0)
    const rest = shadow.slice(start, start + 90)
    const stop = rest.search(/[,;。:(]/)
    const end = start + (stop < 0 ? rest.length : stop)
    const enumeration = enumerate(shadow, start, end)
    if (enumeration.items.length < 2 || enumeration.open || !/[和及与]/.test(shadow.slice(start, end))) return []
    if (/\d/.test(shadow.slice(start, end)) || Math.abs(enumeration.items.length - mention.value) > 2) return []
    return [
      {
        reading,
        announced: mention.value,
        numeral: mention.numeral,
        phrase: [mention.start, mention.classified],
        list: [start, end],
        enumeration,
        closed: true,
        sure: false,
      },
    ]
  })
  if (found.length > 1) yield* found
}

export const kindsExamples: readonly Example[] = [
  {
    wrong:
      '新社团分三类:体育类5个,有足球、篮球、跳绳、武术和羽毛球;艺术类[[4个]],有[[合唱、古筝和剪纸]];科技类3个,有无人机、编程和航模。',
  },
  {
    silent:
      '新社团分三类:体育类5个,有足球、篮球、跳绳、武术和羽毛球;艺术类3个,有合唱、古筝和剪纸;科技类3个,有无人机、编程和航模。',
  },
]
