import type { Bilingual } from '../../engine/analysis'
import { timeIn } from './time'
import { sayIn, tongueFor, type Say, type Tongue } from '../strings'

export type Theme = 'system' | 'light' | 'dark'

const TONGUE_KEY = 'qingyang.tongue'
const THEME_KEY = 'qingyang.theme'

/** The tongue and the looks: following the system until the reviewer chooses. */
export class Language {
  #tongue = $state.raw<Tongue>('zh-CN')
  #theme = $state.raw<Theme>('system')
  #say = $derived<Say>(sayIn(this.#tongue))

  constructor(preferred: readonly string[]) {
    const kept = localStorage.getItem(TONGUE_KEY)
    this.#tongue = kept === 'zh-CN' || kept === 'en' ? kept : tongueFor(preferred)
    const theme = localStorage.getItem(THEME_KEY)
    this.#theme = theme === 'light' || theme === 'dark' ? theme : 'system'
    this.#show()
  }

  get tongue(): Tongue {
    return this.#tongue
  }

  get theme(): Theme {
    return this.#theme
  }

  /** Says a string of `resources/strings`. */
  get t(): Say {
    return this.#say
  }

  /** The half of a bilingual text this tongue reads. */
  pick(text: Bilingual): string {
    return this.#tongue === 'zh-CN' ? text.zh : text.en
  }

  switchTongue(): void {
    this.#tongue = this.#tongue === 'zh-CN' ? 'en' : 'zh-CN'
    localStorage.setItem(TONGUE_KEY, this.#tongue)
    this.#show()
  }

  switchTheme(): void {
    this.#theme = this.#theme === 'system' ? 'light' : this.#theme === 'light' ? 'dark' : 'system'
    localStorage.setItem(THEME_KEY, this.#theme)
    this.#show()
  }

  /** The hour of today, else the day and the hour. */
  time(ts: number): string {
    return timeIn(this.#tongue, ts)
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.#tongue).format(value)
  }

  #show(): void {
    document.documentElement.lang = this.#tongue
    if (this.#theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = this.#theme
  }
}
