import { BODY_FIELDS, fieldName, WRAPPERS } from '../../source/record-fields'

export type JsonRecord = Readonly<Record<string, unknown>>

export const isJsonRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A record's fields by their plain names; the first of two spellings counts. */
export class Fields {
  readonly #byName = new Map<string, { readonly key: string; readonly value: unknown }>()

  constructor(readonly record: JsonRecord) {
    for (const [key, value] of Object.entries(record)) {
      const name = fieldName(key)
      if (!this.#byName.has(name)) this.#byName.set(name, { key, value })
    }
  }

  /** The first of the named fields for which `take` gives something. */
  first<T>(names: readonly string[], take: (value: unknown, key: string) => T | null): T | null {
    for (const name of names) {
      const field = this.#byName.get(name)
      const taken = field === undefined ? null : take(field.value, field.key)
      if (taken !== null) return taken
    }
    return null
  }
}

export interface Body {
  /** the field's string; of a list of paragraphs, one a line */
  readonly text: string
  /** JSON pointer below the record */
  readonly pointer: string
  /** the object the body stands in, for its other fields */
  readonly fields: Fields
}

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')

const textOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value
  const isParagraphs = Array.isArray(value) && value.length > 0 && value.every((line) => typeof line === 'string')
  return isParagraphs ? value.join('\n') : null
}

/** The body among a record's fields, or in an object that one of the usual fields holds. An empty one is the last resort. */
export const bodyOf = (record: JsonRecord): Body | null => {
  const fields = new Fields(record)
  const own = fields.first(BODY_FIELDS, (value, key) => {
    const text = textOf(value)
    return text === null || text.trim() === '' ? null : { text, pointer: `/${escaped(key)}`, fields }
  })
  if (own) return own
  const inner = fields.first(WRAPPERS, (value, key) => {
    if (!isJsonRecord(value)) return null
    const below = new Fields(value)
    return below.first(BODY_FIELDS, (text, name) =>
      typeof text === 'string' && text.trim() !== ''
        ? { text, pointer: `/${escaped(key)}/${escaped(name)}`, fields: below }
        : null,
    )
  })
  return inner ?? fields.first(BODY_FIELDS, (value, key) => emptyBody(value, key, fields))
}

const emptyBody = (value: unknown, key: string, fields: Fields): Body | null =>
  typeof value === 'string' ? { text: value, pointer: `/${escaped(key)}`, fields } : null
