import type { Opened, Row } from '../../../contract/contract'
import type { Draft, Finding, WidthOffer } from '../../../engine/analysis'
import { draftOf, entry } from '../../../review/desk.testing'
import type { Entry } from '../../../review/operation'
import { NO_RULES, rulesIn, type Rules } from '../../../review/rules'
import { Proof } from './proof.svelte'

const ROW = { id: 'd', version: 'v', title: '题' } as unknown as Row

export function finding(start: number, end: number, quote: string, fix?: string): Finding {
  const evidence = [{ start, end, quote, cleaned: null }]
  const base = {
    check: 'approximator',
    tier: 'error' as const,
    article: 0,
    message: { zh: '', en: '' },
    evidence,
    arithmetic: [],
  }
  return fix === undefined ? base : { ...base, fix: { start, end, text: fix } }
}

/** Proofs at a desk of their own, and what they told it. */
export class ProofTrial {
  readonly sent: Entry[] = []
  readonly notes: string[] = []
  rules: Rules = NO_RULES

  open(lines: string[], findings: Finding[] = []): Proof {
    return this.take(draftOf(...lines), findings)
  }

  take(draft: Draft, findings: Finding[], waiting: Entry[] = [], width: WidthOffer = []): Proof {
    const opened: Opened = { row: ROW, draft, records: [], findings, width, findingsAt: 0 }
    const office = {
      by: () => '李敏',
      send: (entry: Entry) => void this.sent.push(entry),
      rules: () => this.rules,
      stages: () => [],
      makeRule: (check: string, phrase: string) => {
        this.rules = rulesIn([entry({ kind: 'rule', check, phrase })])
        return true
      },
      waits: () => undefined,
      note: ({ zh }: { zh: string }) => void this.notes.push(zh),
    }
    return new Proof(office, opened, waiting)
  }
}
