import { IntlMessageFormat } from 'intl-messageformat'
import english from '../../resources/strings/en.json'
import chinese from '../../resources/strings/zh-CN.json'

export type StringKey = keyof typeof chinese
export type Tongue = 'zh-CN' | 'en'
export type Say = (key: StringKey, values?: Record<string, string | number>) => string

const TABLES: Record<Tongue, Record<StringKey, string>> = { 'zh-CN': chinese, en: english }

/** The tongue for a reader's preferred languages, in order: Chinese of any kind is zh-CN, all else English. */
export function tongueFor(preferred: readonly string[]): Tongue {
  for (const tag of preferred) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN'
    if (tag.toLowerCase().startsWith('en')) return 'en'
  }
  return 'en'
}

/** Speaks one tongue; ICU messages are parsed once. */
export function sayIn(tongue: Tongue): Say {
  const parsed = new Map<StringKey, IntlMessageFormat>()
  return (key, values) => {
    let message = parsed.get(key)
    if (message === undefined) {
      message = new IntlMessageFormat(TABLES[tongue][key], tongue)
      parsed.set(key, message)
    }
    const said = message.format(values)
    return typeof said === 'string' ? said : String(said)
  }
}
