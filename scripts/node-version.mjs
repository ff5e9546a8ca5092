/** The Node a session needs, as in package.json's engines. Old Nodes must be able to read this file. */
const NEEDED = [20, 19]

/**
 * Why a version of Node will not do; null when it will.
 *
 * @param {string} version as in `process.versions.node`
 */
export function refuseNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [least = 0, below = 0] = NEEDED
  if (major > least || (major === least && minor >= below)) return null
  return `Qingyang needs Node ${NEEDED.join('.')} or newer; this is Node ${version}. Install a newer one from https://nodejs.org and start again.`
}

const refusal = refuseNode(process.versions.node)
if (refusal) {
  console.error(refusal)
  process.exit(1)
}
