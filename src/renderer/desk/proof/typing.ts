import type { Bilingual, Draft } from '../../../engine/analysis'
import type { TextChange } from '../../../review/change'
import type { Entry, Operation } from '../../../review/operation'
import { retrace } from '../../../review/retrace'
import type { Review } from '../../../review/review'
import { translate } from '../../../review/translate'

export const NOWHERE_TO_WRITE: Bilingual = {
  zh: '清样里没有可以落笔的段落',
  en: 'There is no paragraph to write in',
}

/** What was typed in the clean pane. */
export interface Typing {
  /** offsets into `review.copy.text` */
  readonly changes: readonly TextChange[]
  /** what the pane holds now */
  readonly text: string
  /** the pane's own undo or redo made it: the operations it goes back over are taken back */
  readonly stepsBack: boolean
}

/**
 * The operations it amounts to; null where there is no paragraph to write in.
 *
 * @param draft as it was pinned
 */
export function typedAs(
  { changes, text, stepsBack }: Typing,
  review: Review,
  entries: readonly Entry[],
  draft: Draft,
): readonly Operation[] | null {
  const undos = stepsBack ? retrace(draft, entries, text) : null
  if (undos !== null) return undos
  try {
    const edit = translate(review, changes)
    return edit === null ? [] : [edit]
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return null
  }
}
