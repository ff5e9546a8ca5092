import type { Bilingual } from '../../../engine/analysis'
import { settings } from './settings.svelte'
import { timeIn } from './time'
import { sayIn, tongueFor, type Say, type Tongue } from '../../strings'

export type Theme = 'system' | 'light' | 'dark'

const TONGUE = 'tongue'
const THEME = 'theme'

/** The tongue and the looks: following the system until the reviewer chooses. */
export class Language {
  readonly #preferred: readonly string[]
  #say = $derived<Say>(sayIn(this.tongue))

  constructor(preferred: readonly string[]) {
    this.#preferred = preferred
  }

  get tongue(): Tongue {
    return tongueOf(settings.of(TONGUE)) ?? tongueFor(this.#preferred)
  }

  get theme(): Theme {
    return themeOf(settings.of(THEME))
  }

  /** Says a string of `resources/strings`. */
  get t(): Say {
    return this.#say
  }

  /** The half of a bilingual text this tongue reads. */
  pick(text: Bilingual): string {
    return this.tongue === 'zh-CN' ? text.zh : text.en
  }

  switchTongue(): void {
    settings.set(TONGUE, this.tongue === 'zh-CN' ? 'en' : 'zh-CN')
  }

  switchTheme(): void {
    settings.set(THEME, this.theme === 'system' ? 'light' : this.theme === 'light' ? 'dark' : null)
  }

  /** The hour of today, else the day and the hour. */
  time(ts: number): string {
    return timeIn(this.tongue, ts)
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.tongue).format(value)
  }

  /** Puts both on the page. */
  show(): void {
    document.documentElement.lang = this.tongue
    if (this.theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = this.theme
  }
}

const tongueOf = (kept: string | null): Tongue | null => (kept === 'zh-CN' || kept === 'en' ? kept : null)

const themeOf = (kept: string | null): Theme => (kept === 'light' || kept === 'dark' ? kept : 'system')
