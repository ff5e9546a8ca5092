import type { Bilingual, Span } from '../../../engine/analysis'
import { removal } from '../../../review/removal'
import type { Proof } from './proof.svelte'

const NOTHING_PICKED: Bilingual = { zh: '先在原文里选一段文字', en: 'Select some text of the original first' }
const NOT_THERE: Bilingual = { zh: '所选文字不在清样里', en: 'None of it stands in the clean proof' }

/** What is selected in the pane of the original, and where the caret is in either. */
export class Picked {
  /** in the source */
  #span = $state.raw<Span | null>(null)
  #block = $state.raw<number | null>(null)

  get any(): boolean {
    return this.#span !== null
  }

  /** Index of the block the caret was set in last; null where the keys have gone elsewhere since. */
  get block(): number | null {
    return this.#block
  }

  caret(block: number | null): void {
    this.#block = block
  }

  /** @param span in the source; null where nothing is selected */
  tell(span: Span | null): void {
    this.#span = span
  }

  /** Takes it out of the cleaned text. Answers what kept it from that, null where it is done. */
  remove(proof: Proof): Bilingual | null {
    if (this.#span === null) return NOTHING_PICKED
    proof.flush()
    const ops = removal(proof.review, this.#span)
    if (ops.length === 0) return NOT_THERE
    // A refusal is told by the proof itself.
    for (const op of ops) if (!proof.append(op)) return null
    this.#span = null
    return null
  }
}
