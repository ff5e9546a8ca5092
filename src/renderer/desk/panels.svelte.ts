/** The article on the desk, or those marked in the queue. */
export type Rejecting = 'article' | 'batch'

/** Which of the small panels is open. */
export class Panels {
  #reasons = $state.raw<Rejecting | null>(null)
  #sheet = $state.raw(false)
  #rules = $state.raw(false)
  #licences = $state.raw(false)
  #palette = $state.raw(false)
  #changes = $state.raw(false)
  #stages = $state.raw(false)

  /** the menu of reasons for a rejection: what is to be rejected */
  get reasons(): Rejecting | null {
    return this.#reasons
  }

  /** the key sheet */
  get sheet(): boolean {
    return this.#sheet
  }

  /** the sheet of house rules */
  get rules(): boolean {
    return this.#rules
  }

  /** the licences of the packages that are shipped */
  get licences(): boolean {
    return this.#licences
  }

  /** the list of all commands */
  get palette(): boolean {
    return this.#palette
  }

  /** the list of the document's changes */
  get changes(): boolean {
    return this.#changes
  }

  /** the sheet of stages */
  get stages(): boolean {
    return this.#stages
  }

  askReason(what: Rejecting | null): void {
    this.#reasons = what
  }

  showSheet(open: boolean): void {
    this.#sheet = open
  }

  showRules(open: boolean): void {
    this.#rules = open
  }

  showLicences(open: boolean): void {
    this.#licences = open
  }

  showPalette(open: boolean): void {
    this.#palette = open
  }

  showChanges(open: boolean): void {
    this.#changes = open
  }

  showStages(open: boolean): void {
    this.#stages = open
  }
}
