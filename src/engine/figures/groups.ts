import type { Mention } from './lexer/mention'

/** How a pattern writes a figure of English copy: $2,500, 3.45 million, eleven, twenty-two. */
export const FIGURE =
  '(?:[$\\u00A3\\u20AC]?\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:\\s(?:thousand|million|billion))?|' +
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]{3,5})?))(?!\\d|[,.]\\d)'

/** The figure that a group of the match (flag `d`) begins with. `base` is where the matched text begins in the passage. */
export function mentionAt(
  mentions: readonly Mention[],
  match: RegExpExecArray,
  name: string,
  base: number,
): Mention | undefined {
  const at = match.indices?.groups?.[name]?.[0]
  return at === undefined ? undefined : mentions.find(({ numeral }) => numeral[0] === base + at)
}
