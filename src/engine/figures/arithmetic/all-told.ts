import type { Derivation } from './changes'
import type { Mention } from '../lexer/mention'
import { evenly } from './plain'
import { isAddend, kindOf, type Sentence } from '../sentences'
import { figure } from '../wording'

/** As many values as the sum says it is of: 2018年50万元,2019年80万元,2020年120万元,三年累计250万元. */

const OF_SO_MANY =
  /(?<many>[两三四五六七八2-8])个?(?:[年月天日周届次期批家地县区村人项场轮局站块校镇省市国者]|季度?|部分)[\u4E00-\u9FFF,]{0,6}?(?:累计|合计|总共|一共|共计|共|总[产销收投][值量入资]|合起来|加起来|相加)[\u4E00-\u9FFF]{0,6}$/
const MORE = /其[中余他它]|[约余增减比每均等]|以上/

export function* allTold(sentence: Sentence): Iterable<Derivation> {
  const { reading, mentions, start, end } = sentence
  const { shadow } = reading
  if (reading.english || !/累计|合计|共|总|起来|相加/.test(shadow.slice(start, end))) return
  for (const said of mentions) {
    const groups = OF_SO_MANY.exec(shadow.slice(Math.max(start, said.start - 22), said.start))?.groups
    if (groups === undefined || said.kind !== 'count' || said.approximators.length > 0) continue
    const many = Number(groups['many']) || '两三四五六七八'.indexOf(groups['many'] ?? '') + 2
    const values = mentions.filter(
      (one) => one.end <= said.start && kindOf(one) === kindOf(said) && one.kind === 'count',
    )
    const [first] = values
    if (first === undefined || values.length !== many || values.some((one) => !isAddend(shadow, one))) continue
    if (MORE.test(shadow.slice(start, said.start)) || values.some(({ approximators }) => approximators.length > 0))
      continue
    yield sumOf(said, values)
  }
}

function sumOf(said: Mention, values: readonly Mention[]): Derivation {
  const even = evenly([...values, said]).slice(0, -1)
  const sum = (of: (one: Mention) => number): number => even.reduce((all, one) => all + of(one), 0)
  return {
    said,
    from: values,
    value: sum(({ value }) => value),
    low: sum(({ low }) => low),
    high: sum(({ high }) => high),
    expr: values.map(({ amount }) => figure(amount)).join(' + '),
  }
}
