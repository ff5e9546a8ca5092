import { pathsOf } from '../carrier/dropped'
import type { Desk } from './desk.svelte'

/** Files or a folder dragged over the window, and dropped on it. */
export class Dropping {
  #over = $state.raw(false)
  /** dragenter and dragleave come for every element on the way */
  #depth = 0

  /** Files are over the window. */
  get over(): boolean {
    return this.#over
  }

  /** Hears the window's drags. Returns what stops it. */
  listen(desk: Desk, target: Window = window): () => void {
    const stop = new AbortController()
    const { signal } = stop
    const on = (kind: 'dragenter' | 'dragover' | 'dragleave' | 'drop', hear: (event: DragEvent) => void): void =>
      target.addEventListener(kind, (event) => holdsFiles(event) && hear(event), { signal })
    on('dragenter', () => this.#count(1))
    on('dragleave', () => this.#count(-1))
    // Without this a browser leaves the page for the file.
    on('dragover', (event) => event.preventDefault())
    on('drop', (event) => {
      event.preventDefault()
      this.#count(-this.#depth)
      void this.#drop(desk, [...(event.dataTransfer?.files ?? [])])
    })
    return () => stop.abort()
  }

  #count(step: number): void {
    this.#depth = Math.max(0, this.#depth + step)
    this.#over = this.#depth > 0
  }

  async #drop(desk: Desk, files: readonly File[]): Promise<void> {
    const paths = pathsOf(files)
    if (paths === null) {
      return desk.notes.say({
        zh: '浏览器不告诉网页文件在哪里\uFF1A请在开始页写下文件夹的路径',
        en: 'A browser does not tell where files lie: write the folder’s path on the start screen',
      })
    }
    if (paths.length === 0) return desk.notes.say({ zh: '拖进来的不在磁盘上', en: 'What was dropped is on no disk' })
    await desk.openFolder({ paths })
    if (desk.failure !== null) desk.notes.say(desk.failure)
  }
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}
