/**
 * Reads the source of a regular expression for what each of its matches must hold. Strings are lower case; `EDGE` stands
 * where a word begins or ends, or the line does.
 */
export interface Holds {
  /** every string that it matches, where these are few; null where they are many */
  readonly exact: readonly string[] | null
  /** one of them is in every match; null where nothing is known */
  readonly need: readonly string[] | null
}

export const EDGE = '\0'

/** Chooses, of strings one of which must be there, what to look for; null where one of them gives nothing to look for. */
export type Choose = (strings: readonly string[]) => readonly string[] | null
/** What it costs to be held up by these needles: the more common they are, the dearer. */
export type Cost = (needles: readonly string[]) => number

const MOST = 24
const UNKNOWN: Holds = { exact: null, need: null }
const NOTHING: Holds = { exact: [''], need: null }
const AT_EDGE: Holds = { exact: [EDGE], need: null }
const QUANTIFIER = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/
/** `\u3400`, `\x0b`: a character by its number. */
const NUMBERED = /^\\(?:u([\da-f]{4})|x([\da-f]{2}))/i
const PLAIN = /[^\\.[\](){}?*+|^$](?:[^\\.[\](){}?*+|^$](?![?*+{]))*/y
/** What a group has matched, once more. */
const AGAIN = /^\\(?:[1-9]|k<\w+>)/
const CLASS_OF_CHARACTERS = /^\\(?:p\{[^}]*\}|[dsw])/i

const CASED = /[^\0-\x7F]/

const literal = (text: string): Holds => {
  // Han has no cases: most of what is read is one character of it.
  if (text.length === 1 && text > '\u3400' && text < '\ua000') return { exact: [text], need: null }
  const lower = text.toLowerCase()
  // Beyond ASCII case is folded by rules that the shadow of a line does not follow.
  const isCased = CASED.test(text) && [...text].some((one) => one > '\x7f' && one.toLowerCase() !== one.toUpperCase())
  return isCased ? UNKNOWN : { exact: [lower], need: null }
}

/** One reading of one source. */
export class Reader {
  #at = 0

  constructor(
    readonly source: string,
    readonly choose: Choose,
    readonly cost: Cost,
  ) {}

  /** What one of must be in a match of the whole; null where nothing is known. */
  needles(): readonly string[] | null {
    return this.#needOf(this.#alternatives())
  }

  #needOf({ exact, need }: Holds): readonly string[] | null {
    return exact ? this.choose(exact) : need
  }

  #cheaper(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
    if (!one || !other) return one ?? other
    return this.cost(other) < this.cost(one) ? other : one
  }

  #alternatives(): Holds {
    const all = [this.#sequence()]
    for (; this.source[this.#at] === '|'; all.push(this.#sequence())) this.#at += 1
    const exact = all.every((one) => one.exact) ? all.flatMap((one) => one.exact ?? []) : null
    if (exact && exact.length <= MOST) return { exact, need: null }
    const needs = all.map((one) => this.#needOf(one))
    return needs.every((need) => need !== null) ? { exact: null, need: [...new Set(needs.flat())] } : UNKNOWN
  }

  /** Parts that follow one another are read as one for as long as what they match can be listed. */
  #sequence(): Holds {
    let run: readonly string[] = ['']
    let [isListed, best]: [boolean, readonly string[] | null] = [true, null]
    while (this.#at < this.source.length && !'|)'.includes(this.source.charAt(this.#at))) {
      const part = this.#quantified()
      if (part.exact && run.length * part.exact.length <= MOST) {
        const { exact } = part
        run = run.flatMap((before) => exact.map((after) => before + after))
        continue
      }
      isListed = false
      best = this.#cheaper(this.#cheaper(best, this.choose(run)), this.#needOf(part))
      run = part.exact ?? ['']
    }
    return isListed ? { exact: run, need: null } : { exact: null, need: this.#cheaper(best, this.choose(run)) }
  }

  #quantified(): Holds {
    const part = this.#atom()
    if (!'?*+{'.includes(this.source[this.#at] ?? ' ')) return part
    const quantifier = QUANTIFIER.exec(this.source.slice(this.#at))
    if (!quantifier) return part
    const [written, least] = quantifier
    this.#at += written.length
    if (written.startsWith('?')) return part.exact ? { exact: ['', ...part.exact], need: null } : UNKNOWN
    if (written.startsWith('*') || least === '0') return UNKNOWN
    return { exact: null, need: this.#needOf(part) }
  }

  #atom(): Holds {
    const character = this.source.charAt(this.#at)
    if (character === '(') return this.#group()
    if (character === '[') return this.#class()
    if (character === '\\') return this.#escape()
    if (character === '.' || character === '^' || character === '$') {
      this.#at += 1
      return character === '.' ? UNKNOWN : AT_EDGE
    }
    return literal(this.#plain())
  }

  /** The plain characters that stand here, without one that a quantifier speaks of. */
  #plain(): string {
    PLAIN.lastIndex = this.#at
    const found = PLAIN.exec(this.source)?.[0] ?? this.source.charAt(this.#at)
    this.#at += found.length
    return found
  }

  #group(): Holds {
    const opening = /^\((?:\?(?::|<?[=!]|<\w+>))?/.exec(this.source.slice(this.#at))?.[0] ?? '('
    this.#at += opening.length
    const inside = this.#alternatives()
    this.#at += 1
    // What is only looked at takes no room: what stands before and behind it still meet.
    return /[=!]$/.test(opening) ? NOTHING : inside
  }

  #escape(): Holds {
    const rest = this.source.slice(this.#at, this.#at + 40)
    const many = CLASS_OF_CHARACTERS.exec(rest)
    if (many) {
      this.#at += many[0].length
      return UNKNOWN
    }
    const again = AGAIN.exec(rest)
    if (again) {
      this.#at += again[0].length
      return UNKNOWN
    }
    if (/^\\b/i.test(rest)) {
      this.#at += 2
      return rest[1] === 'b' ? AT_EDGE : NOTHING
    }
    return literal(this.#character())
  }

  /** The character that stands here, escaped or not. */
  #character(): string {
    const plain = this.source.charAt(this.#at)
    if (plain !== '\\') {
      this.#at += 1
      return plain
    }
    const rest = this.source.slice(this.#at, this.#at + 6)
    const numbered = NUMBERED.exec(rest)
    this.#at += numbered ? numbered[0].length : 2
    if (numbered) return String.fromCharCode(parseInt(numbered[1] ?? numbered[2] ?? '', 16))
    const character = rest.charAt(1)
    return /[tnvfr0]/.test(character) ? ' ' : character
  }

  /** A class is listed where it names its characters one by one. */
  #class(): Holds {
    const isNegated = this.source[this.#at + 1] === '^'
    this.#at += isNegated ? 2 : 1
    let isListed = !isNegated
    const listed: string[] = []
    while (this.source[this.#at] !== ']') {
      const many =
        this.source[this.#at] === '\\' ? CLASS_OF_CHARACTERS.exec(this.source.slice(this.#at, this.#at + 40)) : null
      if (many) this.#at += many[0].length
      const character = many ? '' : this.#character()
      const isRange = this.source[this.#at] === '-' && this.source[this.#at + 1] !== ']'
      if (many || isRange) isListed = false
      if (isRange) this.#at += 1
      listed.push(character)
    }
    this.#at += 1
    const each = listed.map(literal)
    return isListed && each.every(({ exact }) => exact !== null)
      ? { exact: each.flatMap(({ exact }) => exact ?? []), need: null }
      : UNKNOWN
  }
}
