import { buildWhereStale } from '../scripts/prepare.mjs'

/** The stories are lived on the built bundles. */
export default (): Promise<void> => buildWhereStale()
