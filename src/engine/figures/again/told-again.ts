import type { Place, StoryCopy } from '../claim'
import { partedAttributes } from './attributes'
import { backReferences } from './backrefs'
import { partedCasualties } from './casualties'
import { partedCodes } from './codes'
import { definiteFew } from './definite'
import { partedCompounds } from './compounds'
import { retoldStretches } from './durations'
import { pointedFew } from './pointing'
import { lastingParted } from './lasting'
import { rangesAgain } from './ranges-again'
import { refrains } from './refrain'
import { endsParted, rareSlips, roundedParted } from './reworded'
import { measuredAgain } from './measured'
import { partedVotes } from './votes'

/** Every pair of places that tell one thing twice, otherwise: each relation in a file of its own. */
export function* toldAgain(copy: StoryCopy): Iterable<readonly [first: Place, again: Place]> {
  yield* retoldStretches(copy)
  yield* partedAttributes(copy)
  yield* partedCompounds(copy)
  yield* partedCodes(copy)
  yield* partedCasualties(copy)
  yield* partedVotes(copy)
  yield* backReferences(copy)
  yield* roundedParted(copy)
  yield* rareSlips(copy)
  yield* endsParted(copy)
  yield* pointedFew(copy)
  yield* refrains(copy)
  yield* rangesAgain(copy)
  yield* lastingParted(copy)
  yield* definiteFew(copy)
  yield* measuredAgain(copy)
}
