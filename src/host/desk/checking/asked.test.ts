import { expect, it } from 'vitest'
import { NO_RULES } from '../../../review/rules'
import { Asked } from './asked'
import type { House } from '../house'
import type { Rows } from '../folder/rows'

it('tells findings about the copy from those about figures', () => {
  const asked = new Asked({ rules: NO_RULES } as House, {} as Rows)
  const asks = (...checks: readonly string[]) => checks.map((check) => ({ tier: 'query' as const, check, key: null }))
  expect(asked.counts(asks('repeat', 'pairs', 'names', 'form', 'truncation')).copy).toBe(5)
  expect(asked.counts(asks('code-expansion', 'count-list', 'date')).copy).toBe(0)
})
