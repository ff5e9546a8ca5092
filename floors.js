import globals from 'globals'

/** What is the same in every room where values go in and values come out. */
const TIMELESS = new Set([
  'URL',
  'URLSearchParams',
  'TextDecoder',
  'TextEncoder',
  'structuredClone',
  'atob',
  'btoa',
  'Blob',
  'DecompressionStream',
])
const WORLDLY = [...new Set([...Object.keys(globals.browser), ...Object.keys(globals.node)])].filter(
  (name) => !TIMELESS.has(name),
)
const PURE_ROOM =
  'The engine, the review and the contract are pure: values in, values out (no DOM, no Node, no clock, no random).'

/** @type {import('eslint').Linter.Config} */
const purity = {
  files: ['src/engine/**/*.ts', 'src/review/**/*.ts', 'src/contract/**/*.ts'],
  ignores: ['**/*.test.ts', '**/*.testing.ts'],
  rules: {
    'no-restricted-globals': ['error', ...WORLDLY.map((name) => ({ name, message: PURE_ROOM }))],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: PURE_ROOM },
      { object: 'Math', property: 'random', message: PURE_ROOM },
      ...['window', 'document', 'process', 'crypto', 'performance', 'Date'].map((property) => ({
        object: 'globalThis',
        property,
        message: PURE_ROOM,
      })),
    ],
    'no-restricted-syntax': [
      'error',
      { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: PURE_ROOM },
      { selector: "CallExpression[callee.name='Date']", message: PURE_ROOM },
    ],
  },
}

/**
 * How long a file and a function may be; data tables and tests are exempt.
 *
 * @type {import('eslint').Linter.Config}
 */
const lengths = {
  ignores: ['**/*.table.ts', '**/*.test.ts', '**/*.testing.ts', '**/*.spec.ts'],
  rules: {
    'max-lines': ['error', { max: 260, skipBlankLines: false, skipComments: false }],
    'max-lines-per-function': ['error', { max: 45, skipBlankLines: false, skipComments: false }],
  },
}

/** @type {import('eslint').Linter.Config[]} */
export const floors = [purity, lengths]
