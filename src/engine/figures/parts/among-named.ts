import { kindOf, isAddend, type Sentence } from '../sentences'
import type { Mention } from '../lexer/mention'

/**
 * 前五月发生事故59起,死亡73人,受伤24人。其中5月发生事故18起,死亡92人: each figure of the sentence behind is a part of the one that
 * the same word leads to.
 */

const LED = /[\u4E00-\u9FFF]{2}$/
const NO_PART = /[亩单]产|累计|总计|合计|达到|增至|超过|平均|[人户日]均|每|同比|增[加长]|下降|上升|减少/
const CHANGED = /^(?:同比|环比|增[加长]|下降|上升|减少|净)/

/** The word right before it, link words apart. */
function leadOf({ reading, start }: Sentence, mention: Mention): string {
  const ahead = reading.shadow.slice(Math.max(start, mention.start - 6), mention.start).replace(/[了共达约近计]$/, '')
  return LED.exec(ahead)?.[0] ?? ''
}

export function* amongNamed(
  before: Sentence | undefined,
  sentence: Sentence,
): Iterable<readonly [whole: Mention, part: Mention]> {
  const { reading, start, end, mentions } = sentence
  const { shadow } = reading
  if (before === undefined || reading.english || !shadow.startsWith('其中', start)) return
  if (NO_PART.test(shadow.slice(start, end))) return
  for (const part of mentions) {
    const lead = leadOf(sentence, part)
    if (lead === '' || CHANGED.test(lead) || !isAddend(shadow, part)) continue
    const wholes = before.mentions.filter(
      (whole) => kindOf(whole) === kindOf(part) && leadOf(before, whole) === lead && isAddend(shadow, whole),
    )
    const [whole] = wholes
    if (whole !== undefined && wholes.length === 1 && part.low > whole.high) yield [whole, part]
  }
}
