import { removing, type Cue } from '../cue'
import { Gate } from '../gates/gate'

/** Reach her at …, Follow him on …: how a writer can be reached, alone or behind what she covers. */
const REACHED = new Gate(
  /^(?:.{3,160}[.!?] )?(?:(?:You can )?(?:[Rr]each|[Cc]ontact|[Ee]mail|E-mail|Write to)(?: out to)? (?:her|him|them|me|the (?:reporter|author|writer)|\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,2})(?: out)? (?:at|on|via|by)\b|Follow (?:her|him|them|me) (?:at|on)\b|(?:She|He|They) can be reached (?:at|on|by)\b)/u,
)
/** An address that is no address leads nowhere: @tessalong, tlong@courier.example, X, a phone. */
const ADDRESS = /@\w|\bon (?:twitter|x|facebook|instagram|bluesky|linkedin|threads|mastodon)\b|\d{3}[-. ]\d{4}/i
const MAIL = new Gate(/^(?:记者|作者|编辑|责编)(?:邮箱|信箱|e-?mail|联系方式) ?:/i)

const LONGEST = 320

export const authorNote: Cue = {
  id: 'author-note',
  reason: { zh: '作者的联系方式', en: 'How to reach the writer' },
  examples: [
    `¶en
¶en
✗ Nora Field covers the harbour for the Herald. Reach her at nfield@herald.example or follow her on X at @norafield.
✗ Follow him on Twitter.
✗ Email Tom Rye at trye@herald.example.`,
    `¶
¶
✗ 记者邮箱\uFF1Azhou@paper.example`,
    `¶en
✓ The council asked residents to reach out to her office by Friday, and 40 did so within the hour.
¶en`,
  ],
  find: (context) =>
    removing(context, (unit) => {
      const { text, index } = unit
      if (text.length > LONGEST || index < context.run.first) return 0
      if (MAIL.test(unit)) return 5
      if (!REACHED.test(unit) || !ADDRESS.test(text)) return 0
      return index >= context.run.last ? 9 : 7
    }),
}
