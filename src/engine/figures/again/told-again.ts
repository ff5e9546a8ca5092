import type { Place, StoryCopy } from '../claim'
import { partedAttributes } from './attributes'
import { backReferences } from './backrefs'
import { partedCasualties } from './casualties'
import { partedCodes } from './codes'
import { definiteFew } from './definite'
import { partedCompounds } from './compounds'
import { retoldStretches } from './durations'
import { pointedFew } from './pointing'
import { knownAgain } from './english-known'
import { lastingParted } from './lasting'
import { rangesAgain } from './ranges-again'
import { refrains } from './refrain'
import { endsParted, rareSlips, roundedParted } from './reworded'
import { measuredAgain } from './measured'
import { mistypedFigures } from './mistyped'
import { agesAgain } from './ages-again'
import { anniversariesAgain } from './anniversaries-again'
import { includedParted } from './bounds-included'
import { coupledParted } from './coupled'
import { fullYears } from './full-years'
import { namedParted } from './named-codes'
import { outvotedFigures } from './outvoted'
import { outvotedWords } from './outvoted-words'
import { nounsTurned } from './noun-turned'
import { overlapping } from './overlap'
import { periodsOutvoted } from './periods-outvoted'
import { takenWhole } from './taken-whole'
import { effectiveParted } from './effective'
import { sessionsTitled } from './sessions-titled'
import { lookedBack } from './stretch-back'
import { stretchesParted } from './stretches-between'
import { termsAmong } from './terms-among'
import { titleSlips } from './title-slips'
import { daysLater } from '../time/days-later'
import { termsOver } from '../time/terms-over'
import { sessionsParted } from '../time/sessions'
import { totalsParted } from './totals'
import { twinsParted } from './twins'
import { partedVotes } from './votes'
import { wordedAlike } from './worded-alike'
import { worksParted } from './work-titles'

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
  yield* takenWhole(copy)
  yield* coupledParted(copy)
  yield* agesAgain(copy)
  yield* includedParted(copy)
  yield* namedParted(copy)
  yield* outvotedFigures(copy)
  yield* twinsParted(copy)
  yield* totalsParted(copy)
  yield* lookedBack(copy)
  yield* effectiveParted(copy)
  yield* sessionsParted(copy)
  yield* mistypedFigures(copy)
  yield* outvotedWords(copy)
  yield* overlapping(copy)
  yield* nounsTurned(copy)
  yield* titleSlips(copy)
  yield* sessionsTitled(copy)
  yield* periodsOutvoted(copy)
  yield* worksParted(copy)
  yield* anniversariesAgain(copy)
  yield* stretchesParted(copy)
  yield* fullYears(copy)
  yield* termsAmong(copy)
  yield* daysLater(copy)
  yield* termsOver(copy)
  yield* wordedAlike(copy)
  yield* knownAgain(copy)
}
