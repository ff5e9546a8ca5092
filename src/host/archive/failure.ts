/** What the archive throws: the house's failure, with the sentences a person reads. */
export { asFailure, FailureError } from '../../contract/failure'

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
