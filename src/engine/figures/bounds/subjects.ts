import type { Mention } from '../lexer/mention'
import type { Sentence } from '../sentences'

/** Whom a word of size is said of. */

/** 三成农户愿意托管,愿意托管的农户占了大多数: the same who do it. */
export function goesOnWith(words: string): boolean {
  const [first = '', second = '', ...more] = words.split(',')
  const verb = /支持|同意|赞成|选择|愿意|认为|希望|表示|经常|满意|打算/.exec(first)?.[0]
  return (
    verb !== undefined && more.length === 0 && second.length < 16 && second.startsWith(verb) && !/[不没未]/.test(words)
  )
}

/** 赞成的占57%,反对的占43%,赞成者过半: the figure that the clause of the word names, or the one before it. */
export function subjectOf(
  { reading: { shadow }, start }: Sentence,
  before: readonly Mention[],
  end: number,
): Mention | undefined {
  const last = before.at(-1)
  const clause =
    shadow
      .slice(last?.classified ?? start, end)
      .split(',')
      .at(-1) ?? ''
  const who = clause.slice(0, 2)
  if (who.length < 2 || before.length < 2) return last
  const own = before.filter((one, i) =>
    shadow.slice(Math.max(start, before[i - 1]?.classified ?? start, one.start - 10), one.start).includes(who),
  )
  return own.length === 1 ? own[0] : last
}
