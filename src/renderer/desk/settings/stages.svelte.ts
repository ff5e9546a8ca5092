import { STAGES, stagesOf } from '../../../review/stages'
import { settings } from './settings.svelte'

/** The stages an article goes through at this desk; none where one approval is enough. */
export class Stages {
  #names = $derived(stagesOf(settings.of(STAGES) ?? ''))

  get names(): readonly string[] {
    return this.#names.length > 1 ? this.#names : []
  }

  /** @param names none to turn them off */
  set(names: readonly string[]): void {
    settings.set(STAGES, names.length > 1 ? names.join('\n') : null)
  }
}
