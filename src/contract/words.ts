/**
 * What the words of a search mean, for the host that looks through all documents and the window that looks through one.
 * Words apart by blanks are all wanted, in any order; words in quotation marks as they stand. Capitals and full-width
 * forms are no difference.
 */

/** Words beyond these are not looked for. */
const MOST_TERMS = 8
export const MOST_WORDS = 200

const QUOTES: Readonly<Record<string, string>> = { '"': '"', '\u201C': '\u201D' }
const SPECIAL = /[\\^$.*+?()[\]{}|/-]/

/** Half-open, in UTF-16 code units of the text looked through. */
export type Hit = readonly [start: number, end: number]

/** One global expression a term; none where there is nothing to look for. Each is linear: a row of single characters. */
export function termsOf(words: string): RegExp[] {
  const terms = partsOf(words.slice(0, MOST_WORDS)).map((part) => part.trim())
  return [...new Set(terms)]
    .filter((term) => term !== '')
    .slice(0, MOST_TERMS)
    .map((term) => new RegExp(term.split('').map(variants).join(''), 'g'))
}

/** Where the terms stand in a text, in order; what overlaps is one. Empty unless every term is there. */
export function hitsIn(text: string, terms: readonly RegExp[], most = Infinity): Hit[] {
  const hits: Hit[] = []
  for (const term of terms) {
    const before = hits.length
    term.lastIndex = 0
    for (let found = term.exec(text); found !== null; found = term.exec(text)) {
      hits.push([found.index, found.index + found[0].length])
      if (hits.length - before >= most) break
    }
    if (hits.length === before) return []
  }
  return terms.length < 2 ? hits : merged(hits)
}

/** Apart at blanks, but not between quotation marks. */
function partsOf(words: string): string[] {
  const parts = ['']
  let closing: string | null = null
  for (const char of words) {
    const opens: string | undefined = closing === null ? QUOTES[char] : undefined
    const ends = closing === null ? /\s/.test(char) : char === closing
    if (opens !== undefined || ends) {
      closing = opens ?? null
      parts.push('')
    } else parts[parts.length - 1] += char
  }
  return parts
}

function merged(hits: Hit[]): Hit[] {
  hits.sort((a, b) => a[0] - b[0])
  const whole: Hit[] = []
  for (const hit of hits) {
    const last = whole.at(-1)
    if (last !== undefined && hit[0] < last[1]) whole[whole.length - 1] = [last[0], Math.max(last[1], hit[1])]
    else whole.push(hit)
  }
  return whole
}

/** The character in all its forms, as a part of an expression. */
function variants(char: string): string {
  const narrow = narrowOf(char)
  const forms = new Set([narrow.toLowerCase(), narrow.toUpperCase()].filter((form) => form.length === 1))
  for (const form of [...forms]) forms.add(wideOf(form))
  const all = [...(forms.size === 0 ? [char] : forms)].map((form) => (SPECIAL.test(form) ? `\\${form}` : form))
  return all.length === 1 ? (all[0] as string) : `[${all.join('')}]`
}

function narrowOf(char: string): string {
  if (char === '\u3000') return ' '
  return char >= '\uFF01' && char <= '\uFF5E' ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char
}

function wideOf(char: string): string {
  if (char === ' ') return '\u3000'
  return char >= '!' && char <= '~' ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char
}
