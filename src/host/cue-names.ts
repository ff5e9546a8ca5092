import type { Bilingual } from '../engine/analysis'
import { cues } from '../engine/boilerplate/registry'
import { PLACE_REASONS } from '../engine/boilerplate/weigh'
import { HOUSE_CUE, HOUSE_CUE_NAME } from '../review/cleaning'

const NAMES = new Map([...cues, PLACE_REASONS.outside].map(({ id, reason }) => [id, reason]))
NAMES.set(HOUSE_CUE, HOUSE_CUE_NAME)

/** What a removal's cue is called; one of another engine by its id. */
export function cueName(cue: string): Bilingual {
  return NAMES.get(cue) ?? { zh: cue, en: cue }
}
