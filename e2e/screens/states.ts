import { documentStates } from './document-states'
import { folderStates } from './folder-states'
import { narrowStates } from './narrow-states'
import { queueStates } from './queue-states'
import { reviewStates } from './review-states'
import { searchStates } from './search-states'
import { sheetStates } from './sheet-states'
import type { State } from './state'

export const STATES: readonly State[] = [
  ...folderStates,
  ...documentStates,
  ...reviewStates,
  ...sheetStates,
  ...queueStates,
  ...searchStates,
  ...narrowStates,
]
