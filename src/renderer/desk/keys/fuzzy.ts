/**
 * How well letters typed fit a name: all of them in the name, in their order. Letters that follow each other, and those
 * that begin a word, fit better.
 *
 * @returns 0 for no fit; else higher for better
 */
export function fit(typed: string, name: string): number {
  const wanted = typed.toLowerCase().replace(/\s/g, '')
  const given = name.toLowerCase()
  if (wanted === '') return 1
  let score = 0
  let at = -1
  for (const letter of wanted) {
    const next = given.indexOf(letter, at + 1)
    if (next < 0) return 0
    const begins = next === 0 || /[^\p{L}\p{N}]/u.test(given[next - 1] ?? ' ')
    score += next === at + 1 ? 8 : begins ? 6 : 1
    at = next + letter.length - 1
  }
  return score - given.length / 100 + (given.includes(wanted) ? 20 : 0) + 1
}
