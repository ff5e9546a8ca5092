import * as v from 'valibot'
import { listed } from './rule-list'
import type { Clean, Entry, Rule } from './operation'
import { ruleOperations } from './parse'

/** House rules in a file of their own, to be taken to another desk: JSON. */

const VERSION = 1
const MOST_RULES = 10_000

const file = v.object({
  'qingyang-rules': v.literal(VERSION),
  rules: v.pipe(v.array(v.variant('kind', ruleOperations)), v.maxLength(MOST_RULES)),
})

/** The rules that hold, as the text of a file. */
export function writeRules(entries: readonly Entry[]): string {
  const rules = listed(entries)
    .filter(({ on }) => on)
    .map(({ op }) => op)
    .toReversed()
  return `${JSON.stringify({ 'qingyang-rules': VERSION, rules }, null, 2)}\n`
}

/** The rules in the text of a file; null where it is no file of rules. */
export function readRules(text: string): readonly (Rule | Clean)[] | null {
  try {
    const parsed = v.safeParse(file, JSON.parse(text))
    return parsed.success ? parsed.output.rules : null
  } catch {
    return null
  }
}
