import type { Mention } from '../lexer/mention'
import { isAddend, type Sentence } from '../sentences'
import type { Partition } from './partition'

/** A sum over several units that names them all behind its figure: 棉被1280床、棉衣2150件、电热毯970条,合计4400件(床、条). */

const UNITS = /^[\u4E00-\u9FFF]{0,4}\((?<more>[\u4E00-\u9FFF]{1,2}(?:、[\u4E00-\u9FFF]{1,2}){0,3})\)/
const GENERAL = /^[件份]$/
const SUM = /(?:合计|总计|共计|总共|一共|[,、]共)(?:[\u4E00-\u9FFF]{2})?$/

/** The figures right before the sum, each of one of its units. */
function partsBefore({ reading, mentions, start }: Sentence, total: Mention, units: ReadonlySet<string>): Mention[] {
  const parts: Mention[] = []
  for (let at = mentions.indexOf(total) - 1; at >= 0; at -= 1) {
    const part = mentions[at]
    if (part === undefined || !units.has(part.classifier) || !isAddend(reading.shadow, part)) break
    const between = reading.shadow.slice(part.classified, (parts[0] ?? total).start)
    if (!/^[\u4E00-\u9FFF]{0,4}[,、和][^,。;、]{0,12}$/.test(between)) break
    parts.unshift(part)
  }
  const [first] = parts
  const ahead = first === undefined ? '' : reading.shadow.slice(start, first.start)
  return /其中|累计/.test(ahead) ? [] : parts
}

export function* ofUnits(sentence: Sentence): Iterable<Partition> {
  const { reading, mentions, start } = sentence
  for (const total of mentions) {
    if (!isAddend(reading.shadow, total) || reading.shadow.indexOf('(', total.classified) > total.classified + 4)
      continue
    const more = UNITS.exec(reading.shadow.slice(total.classified, total.classified + 18))?.groups?.['more']
    if (more === undefined || !SUM.test(reading.shadow.slice(Math.max(start, total.start - 6), total.start))) continue
    // 件 counts whatever has no unit of its own: 合计1030件(袋、桶、床).
    const own = GENERAL.test(total.classifier) && more.includes('、') ? [] : [total.classifier]
    const units = new Set([...own, ...more.split('、')])
    const parts = partsBefore(sentence, total, new Set([...units, total.classifier]))
    const told = new Set(parts.map(({ classifier }) => classifier))
    // Every unit has its part: none is left out.
    if (units.size > 1 && [...units].every((unit) => told.has(unit)))
      yield { reading, total, parts, closed: true, sum: true }
  }
}
