/**
 * What a step of the tests came to.
 *
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Tally
 */

/** A step that either holds or not. @param {number} status exit status @returns {Tally} */
export const tallyOfStatus = (status) => ({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [] })

/** A report that counts nothing as failed though its program did: one failure more. @param {Tally} tally @param {number} status */
const believe = (tally, status) => (status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally)

/**
 * Counts a report of vitest (its json reporter). A file that could not even be read is one failure.
 *
 * @param {string} json @param {number} status vitest's exit status @returns {Tally}
 */
export function tallyOfVitest(json, status) {
  const report = parse(json)
  if (!report) return { passed: 0, failed: 1, skipped: [] }
  /** @type {Tally} */
  const tally = { passed: 0, failed: 0, skipped: [] }
  for (const file of report.testResults) {
    if (file.status === 'failed' && file.assertionResults.every((/** @type {any} */ each) => each.status !== 'failed'))
      tally.failed++
    for (const { status: how, fullName } of file.assertionResults) {
      if (how === 'passed') tally.passed++
      else if (how === 'failed') tally.failed++
      else tally.skipped.push(fullName)
    }
  }
  return believe(tally, status)
}

/**
 * Counts a report of Playwright (its json reporter). An error outside any test is one failure; so is a flaky test.
 *
 * @param {string} json @param {number} status Playwright's exit status @returns {Tally}
 */
export function tallyOfPlaywright(json, status) {
  const report = parse(json)
  if (!report) return { passed: 0, failed: 1, skipped: [] }
  /** @type {Tally} */
  const tally = { passed: 0, failed: report.errors?.length ?? 0, skipped: [] }
  const visit = (/** @type {any} */ suite) => {
    suite.suites?.forEach(visit)
    for (const spec of suite.specs ?? [])
      for (const test of spec.tests) {
        if (test.status === 'expected') tally.passed++
        else if (test.status === 'skipped') tally.skipped.push(`${test.projectName}: ${spec.title}`)
        else tally.failed++
      }
  }
  report.suites.forEach(visit)
  return believe(tally, status)
}

/** @param {string} json */
function parse(json) {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export const sumOf = (tallies) => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  skipped: tallies.flatMap(({ skipped }) => skipped),
})

/** The one line a run ends with. @param {Tally} tally */
export const lineOf = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`
