import { expect, it } from 'vitest'
import { lineOf, sumOf, tallyOfPlaywright, tallyOfStatus, tallyOfVitest } from './tally.mjs'

const vitest = (...files: [status: string, ...tests: string[]][]) =>
  JSON.stringify({
    testResults: files.map(([status, ...tests]) => ({
      status,
      assertionResults: tests.map((each, index) => ({ status: each, fullName: `${each} ${index}` })),
    })),
  })
const playwright = (errors: object[], ...tests: string[]) =>
  JSON.stringify({
    errors,
    suites: [
      {
        specs: [],
        suites: [{ specs: tests.map((status) => ({ title: status, tests: [{ status, projectName: 'loopback' }] })) }],
      },
    ],
  })

it.each<[string, string, number, ReturnType<typeof tallyOfStatus>]>([
  ['all good', vitest(['passed', 'passed', 'passed']), 0, { passed: 2, failed: 0, skipped: [] }],
  ['one failed', vitest(['failed', 'passed', 'failed']), 1, { passed: 1, failed: 1, skipped: [] }],
  ['a file could not be read', vitest(['passed', 'passed'], ['failed']), 1, { passed: 1, failed: 1, skipped: [] }],
  [
    'skipped and to do',
    vitest(['passed', 'pending', 'todo']),
    0,
    { passed: 0, failed: 0, skipped: ['pending 0', 'todo 1'] },
  ],
  ['an error outside any test', vitest(['passed', 'passed']), 1, { passed: 1, failed: 1, skipped: [] }],
  ['no report', '', 0, { passed: 0, failed: 1, skipped: [] }],
])('vitest: %s', (_what, json, status, tally) => {
  expect(tallyOfVitest(json, status)).toEqual(tally)
})

it.each<[string, string, number, ReturnType<typeof tallyOfStatus>]>([
  ['all good', playwright([], 'expected', 'expected'), 0, { passed: 2, failed: 0, skipped: [] }],
  ['failed and flaky', playwright([], 'unexpected', 'flaky'), 1, { passed: 0, failed: 2, skipped: [] }],
  ['skipped', playwright([], 'skipped'), 0, { passed: 0, failed: 0, skipped: ['loopback: skipped'] }],
  ['an error outside any test', playwright([{}], 'expected'), 1, { passed: 1, failed: 1, skipped: [] }],
  ['an exit without a cause', playwright([], 'expected'), 1, { passed: 1, failed: 1, skipped: [] }],
  ['no report', '', 1, { passed: 0, failed: 1, skipped: [] }],
])('Playwright: %s', (_what, json, status, tally) => {
  expect(tallyOfPlaywright(json, status)).toEqual(tally)
})

it('sums up in one line', () => {
  expect(lineOf(sumOf([tallyOfStatus(0), tallyOfStatus(1), { passed: 3, failed: 0, skipped: ['a'] }]))).toBe(
    '4 passed, 1 failed, 1 skipped',
  )
  expect(lineOf(sumOf([tallyOfStatus(0)]))).toBe('1 passed, 0 failed')
})
