import { WidgetType } from '@codemirror/view'

/** The reason chip at a block of the original. */
export class Chip extends WidgetType {
  readonly #kind: string
  readonly #label: string
  readonly #sure: string
  readonly #hint: string
  readonly #block: number

  /** @param sure the confidence, '' where none is told: never cut short, as the label may be */
  constructor(kind: string, label: string, sure: string, hint: string, block: number) {
    super()
    this.#kind = kind
    this.#label = label
    this.#sure = sure
    this.#hint = hint
    this.#block = block
  }

  override eq(other: Chip): boolean {
    return (
      this.#kind === other.#kind &&
      this.#label === other.#label &&
      this.#sure === other.#sure &&
      this.#hint === other.#hint &&
      this.#block === other.#block
    )
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span')
    chip.className = `chip ${this.#kind}`
    const label = document.createElement('span')
    label.textContent = this.#label
    chip.append(label, this.#sure === '' ? '' : ` ${this.#sure}`)
    chip.title = this.#hint
    chip.dataset['block'] = String(this.#block)
    return chip
  }

  override ignoreEvent(): boolean {
    return false
  }
}

/** Where a reviewer cut something out: a thin mark that opens to what stood there. */
export class Cut extends WidgetType {
  readonly #text: string

  constructor(text: string) {
    super()
    this.#text = text
  }

  override eq(other: Cut): boolean {
    return this.#text === other.#text
  }

  override toDOM(): HTMLElement {
    const cut = document.createElement('del')
    cut.className = 'cut-place'
    cut.title = this.#text
    cut.dataset['text'] = this.#text
    return cut
  }
}

/** ⌒: two paragraphs of the original run on here. */
export class Join extends WidgetType {
  override eq(): boolean {
    return true
  }

  override toDOM(): HTMLElement {
    const join = document.createElement('span')
    join.className = 'join'
    join.textContent = '⌒'
    join.ariaHidden = 'true'
    return join
  }
}
