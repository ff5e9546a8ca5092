import type { Bilingual } from '../../engine/analysis'
import { nextStage } from '../../review/stages'
import type { Desk } from './desk.svelte'
import type { Proof } from './proof/proof.svelte'

/** An approval speaks for the checks, and they run in the host. */
const NOT_WITHOUT_HOST: Bilingual = {
  zh: '后台断开\uFF1A最后的改动还没有核过数字\uFF0C后台恢复后再通过',
  en: 'The host is away: the last changes are not checked yet. Approve when it is back',
}

/** How the document on the desk leaves it: approved, or rejected with a reason. */
export class Settling {
  readonly #desk: Desk

  constructor(desk: Desk) {
    this.#desk = desk
  }

  async approve(): Promise<void> {
    const { heading, proof, saving, notes } = this.#desk
    if (proof === null || !heading.signed()) return
    proof.flush()
    if (!saving.linked) return notes.say(NOT_WITHOUT_HOST)
    await proof.checked()
    const stage = nextStage(proof.review, this.#desk.stages.names)
    const did = proof === this.#desk.proof ? proof.approve() : null
    if (did === 'sign') await this.#settled(proof, `已签${stage}`, `Signed ${stage}`)
    else if (did === 'approve') await this.#settled(proof, '已通过', 'Approved')
  }

  askReason(open: boolean): void {
    const { heading, panels, proof } = this.#desk
    panels.askReason(open && proof?.editable === true && heading.signed() ? 'article' : null)
  }

  /** @param reason a code of `REASONS` */
  async reject(reason: string): Promise<void> {
    const { panels, proof } = this.#desk
    panels.askReason(null)
    if (proof === null || !proof.append({ kind: 'reject', reason })) return
    await this.#settled(proof, '已退回', 'Rejected')
  }

  async #settled({ opened }: Proof, zh: string, en: string): Promise<void> {
    const { queue, notes } = this.#desk
    // It is no row where its file went and nobody had worked on it yet.
    const title = queue.chosen?.title ?? opened.row.title
    notes.say({ zh: `${zh}\uFF1A${title}`, en: `${en}: ${title}` })
    await this.#desk.openNext()
  }
}
