import type { RowFailure } from '../../../contract/contract'
import { bilingual } from '../../../contract/failure'
import type { Failed } from '../../../engine/analysis'

/** The engine's failure as a row tells it. */
export function failureOf({ error }: Failed): RowFailure {
  return { code: error.code, ...bilingual(error.message) }
}
