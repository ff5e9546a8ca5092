import type { Derivation } from './changes'
import type { Example } from '../claim'
import type { Mention } from '../lexer/mention'
import { isOff } from './changes'
import type { Sentence } from '../sentences'
import { figure } from '../wording'

/** A level, the mark it lies above or below, and by how much: 水位87.36米,超出警戒水位85.50米1.86米. */

const MARK = /^,?(?:已|仍)?(?:超(?:出|过)?|高[于出]|低于)[\u4E00-\u9FFF]{2,8}$/
const BY = /^[\u4E00-\u9FFF,]{0,4}$/

export function* aboveMark({ reading, mentions }: Sentence): Iterable<Derivation> {
  if (reading.english) return
  for (let i = 0; i + 2 < mentions.length; i += 1) {
    const three = mentions.slice(i, i + 3)
    const [level, mark, said] = three as [Mention, Mention, Mention]
    if (
      !three.every(({ kind, range, dimension }) => kind === 'count' && range === null && dimension === level.dimension)
    )
      continue
    const { shadow } = reading
    if (level.dimension === '' || !MARK.test(shadow.slice(level.classified, mark.start))) continue
    if (!BY.test(shadow.slice(mark.classified, said.start))) continue
    const [more, less] = level.value > mark.value ? [level, mark] : [mark, level]
    const found = {
      said,
      from: [more, less],
      value: more.value - less.value,
      low: more.low - less.high,
      high: more.high - less.low,
      expr: `${figure(more.amount)} - ${figure(less.amount)}`,
    }
    if (isOff(found)) yield found
  }
}

export const markExamples: readonly Example[] = [
  { wrong: '县城站出现洪峰水位[[87.36米]],超出警戒水位[[85.50米]][[2.86米]]。' },
  { silent: '县城站出现洪峰水位87.36米,超出警戒水位85.50米1.86米。' },
]
