import type { StorageState } from '../../contract/contract'
import { FailureError } from '../../contract/failure'
import { errorCode } from './disk'

/** Whether what is done reaches the disk. Read-only is for good in this process: a disk that failed once is not believed again. */
export class Storage {
  #state: StorageState = { mode: 'ok', cause: null, message: null }
  #listener: (state: StorageState) => void = () => undefined

  get state(): StorageState {
    return this.#state
  }

  get writable(): boolean {
    return this.#state.mode === 'ok'
  }

  onChange(listener: (state: StorageState) => void): void {
    this.#listener = listener
  }

  /** The first reason stays. `message` is `Chinese / English`. */
  close(cause: StorageState['cause'], message: string): void {
    if (!this.writable) return
    this.#state = { mode: 'read-only', cause, message }
    this.#listener(this.#state)
  }

  failed(error: unknown): void {
    const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(errorCode(error))
    const why = error instanceof Error ? error.message : String(error)
    if (full)
      this.close(
        'full',
        `磁盘已满\uFF0C此后的操作不再保存。请清出空间后重新打开 / The disk is full; nothing is saved from here on. Free some space and open the app again (${why})`,
      )
    else
      this.close(
        'io',
        `写入磁盘出错\uFF0C此后的操作不再保存。请检查磁盘后重新打开 / Writing to the disk failed; nothing is saved from here on. Check the disk and open the app again (${why})`,
      )
  }

  /** What an append is refused with while nothing can be written. */
  refusal(): FailureError {
    const cause = this.#state.cause ?? 'closed'
    const [zh = '', en = zh] = (this.#state.message ?? '只读 / Read-only').split(' / ')
    return new FailureError(`read-only-${cause}`, zh, en)
  }
}
