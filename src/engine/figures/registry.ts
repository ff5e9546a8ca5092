import { approximator } from './checks/approximator'
import { codeExpansion } from './checks/code-expansion'
import { countList } from './checks/count-list'
import { date } from './checks/date'
import { durationAge } from './checks/duration-age'
import { form } from './checks/form'
import { headlineBody } from './checks/headline-body'
import { names } from './checks/names'
import { pairs } from './checks/pairs'
import { partsTotal } from './checks/parts-total'
import { derived } from './checks/derived'
import { percent } from './checks/percent'
import { rangeOrder } from './checks/range-order'
import { repeat } from './checks/repeat'
import { sameMetric } from './checks/same-metric'
import { sequence } from './checks/sequence'
import { subset } from './checks/subset'
import { superlatives } from './checks/superlatives'
import { truncation } from './checks/truncation'
import { unitSlip } from './checks/unit-slip'
import type { Check } from './claim'

/** Every check, in order of value. A file of checks/ that is not here fails the tests. */
export const checks: readonly Check[] = [
  countList,
  codeExpansion,
  partsTotal,
  headlineBody,
  approximator,
  subset,
  percent,
  derived,
  date,
  durationAge,
  sequence,
  truncation,
  sameMetric,
  rangeOrder,
  unitSlip,
  superlatives,
  form,
  repeat,
  pairs,
  names,
]
