import type { Flag } from '../../../review/review'
import { phraseOf } from '../../../review/rules'
import type { Office } from './seats'

const TOO_SHORT = {
  zh: '这里的字太少\uFF0C立不成规则',
  en: 'These words are too few to make a rule of',
}

/** Makes a house rule of a figure's words. Answers whether it holds. */
export function silence(flag: Flag | undefined, office: Pick<Office, 'note' | 'makeRule'>): boolean {
  if (flag?.kind !== 'finding' || flag.state !== 'open') return false
  const phrase = phraseOf(flag.finding)
  if (phrase === null) {
    office.note(TOO_SHORT)
    return false
  }
  return office.makeRule(flag.finding.check, phrase)
}
