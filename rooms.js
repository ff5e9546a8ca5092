import { builtinModules } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'

/**
 * The rooms of src and who may import whom (architecture). A file belongs to the first room one of whose `at` names it or
 * a folder above it; a file of src that belongs to none is an error.
 *
 * @typedef {object} Room
 * @property {string} name
 * @property {readonly string[]} at files, or folders with a closing slash
 * @property {readonly string[]} may rooms it imports, beside itself
 * @property {readonly string[] | 'any'} packages what it imports from node_modules
 * @property {boolean} node whether it imports Node's own modules
 * @property {readonly string[]} [outside] files and folders beside src it imports
 */

const PARSERS = ['@noble/hashes', 'chardet', 'entities', 'mammoth', 'valibot']
const ENGINE = ['engine: types', 'engine: source', 'engine: blocks', 'engine: boilerplate', 'engine: stories']
const WHOLE_ENGINE = [...ENGINE, 'engine: figures', 'engine: draft', 'engine']

/** Inside the engine imports run backwards along the flow only; its front door alone composes it with the review. */
const TABLE = /** @type {readonly Room[]} */ ([
  {
    name: 'engine: types',
    at: [
      'src/engine/analysis.ts',
      'src/engine/published.ts',
      'src/engine/published.test.ts',
      'src/engine/figures/passage.ts',
    ],
    may: [],
    packages: [],
    node: false,
  },
  ...['source', 'blocks', 'boilerplate', 'stories'].map((stage, index) => ({
    name: `engine: ${stage}`,
    at: [`src/engine/${stage}/`],
    may: ENGINE.slice(0, index + 1),
    packages: PARSERS,
    node: false,
  })),
  { name: 'engine: figures', at: ['src/engine/figures/'], may: ENGINE, packages: PARSERS, node: false },
  {
    name: 'engine: draft',
    at: ['src/engine/draft.ts', 'src/engine/draft.test.ts'],
    may: ENGINE,
    packages: [],
    node: false,
  },
  {
    name: 'engine',
    at: ['src/engine/index.ts', 'src/engine/index.test.ts'],
    may: [...ENGINE, 'engine: figures', 'engine: draft', 'review'],
    packages: PARSERS,
    node: false,
  },
  {
    name: 'review',
    at: ['src/review/'],
    may: ['engine: types'],
    packages: ['@noble/hashes', 'diff', 'valibot'],
    node: false,
  },
  {
    name: 'contract',
    at: ['src/contract/'],
    may: ['engine: types', 'review'],
    packages: ['valibot'],
    node: false,
  },
  {
    name: 'host',
    at: ['src/host/'],
    may: ['contract', 'review', ...WHOLE_ENGINE],
    packages: 'any',
    node: true,
    outside: ['resources/', 'package.json'],
  },
  {
    name: 'main',
    at: ['src/main/'],
    may: ['contract', 'host'],
    packages: ['electron'],
    node: true,
    outside: ['resources/', 'package.json'],
  },
  { name: 'preload', at: ['src/preload/'], may: ['contract'], packages: ['electron'], node: false },
  {
    name: 'loopback',
    at: ['src/loopback/'],
    may: ['contract', 'host'],
    packages: ['ws', 'valibot'],
    node: true,
    outside: ['resources/', 'package.json'],
  },
  {
    name: 'cli',
    at: ['src/cli/'],
    may: ['host', ...WHOLE_ENGINE],
    packages: 'any',
    node: true,
    outside: ['package.json'],
  },
  {
    name: 'renderer',
    at: ['src/renderer/'],
    may: ['contract', 'review', 'engine: types'],
    packages: 'any',
    node: false,
    outside: ['resources/'],
  },
])

/** Rooms whose files are one rule each: no rule imports another. The registry and data tables are the exceptions. */
const RULES = [
  { at: 'src/engine/boilerplate/cues/', word: 'cue' },
  { at: 'src/engine/figures/checks/', word: 'check' },
]
const REGISTRY = /\/(?:index|registry)\.ts$/
const SHARED = /\.table\.ts$/
/** A test, or what tests share. */
const TEST = /\.(?:test|testing)\.ts$/
/** What a test of any room may import beside what its room imports. */
const TESTED_WITH = [...WHOLE_ENGINE, 'review', 'contract']

/** @param {string} file @param {string} at */
const under = (file, at) => (at.endsWith('/') ? file.startsWith(at) : file === at || file.replace(/\.\w+$/, '') === at)

/** @param {string} file below the project, '/' between parts; with or without its extension */
const roomOf = (file) =>
  TABLE.find((room) =>
    room.at.some((at) => under(file, at) || under(`${file}.ts`, at) || under(`${file}/index.ts`, at)),
  )

/** @param {string} specifier */
const packageOf = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

/** @param {string} specifier */
const isNode = (specifier) => specifier.startsWith('node:') || builtinModules.includes(packageOf(specifier))

/**
 * Why a file may not import a module from node_modules or Node; null when it may.
 *
 * @param {string} file @param {string} specifier
 */
function refusedPackage(file, specifier) {
  const room = roomOf(file)
  const name = packageOf(specifier)
  if (name === 'electron')
    return room?.packages.includes('electron') ? null : 'Only src/main and src/preload import electron.'
  if (!room || TEST.test(file)) return null
  if (isNode(specifier)) return room.node ? null : `The room "${room.name}" imports nothing of Node ("${specifier}").`
  if (room.packages === 'any' || room.packages.includes(name)) return null
  return `The room "${room.name}" does not import the package "${name}".`
}

/**
 * Why a file may not import another file of the project; null when it may.
 *
 * @param {string} file @param {string} target
 */
function refusedFile(file, target) {
  if (file.startsWith('e2e/'))
    return target.startsWith('src/') ? 'e2e imports nothing of src: it lives a story from outside.' : null
  const room = roomOf(file)
  if (!room) return null
  if (!target.startsWith('src/')) {
    const allowed = TEST.test(file) || room.outside?.some((at) => under(target, at))
    return allowed ? null : `The room "${room.name}" does not import "${target}".`
  }
  const rule = RULES.find(({ at }) => file.startsWith(at) && target.startsWith(at))
  if (rule && !REGISTRY.test(file) && !TEST.test(file) && !SHARED.test(`${target.replace(/\.ts$/, '')}.ts`))
    return `No ${rule.word} imports a ${rule.word}: what they share lives above "${rule.at}".`
  const other = roomOf(target)
  if (!other) return `"${target}" has no room.`
  if (other === room || room.may.includes(other.name)) return null
  if (TEST.test(file) && TESTED_WITH.includes(other.name)) return null
  return `The room "${room.name}" does not import the room "${other.name}".`
}

/** @param {any} node an import, an export from, an import() or an import type */
function specifierOf(node) {
  const source = node.source ?? node.argument?.literal ?? node.argument
  return typeof source?.value === 'string' ? source.value.split('?', 1)[0] : null
}

/** @type {import('eslint').Rule.RuleModule} */
const rule = {
  meta: { type: 'problem', schema: [], docs: { description: 'who may import whom' } },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/')
    /** @param {any} node */
    const check = (node) => {
      const specifier = specifierOf(node)
      if (specifier === null) return
      const message = specifier.startsWith('.')
        ? refusedFile(file, join(dirname(file), specifier).split(sep).join('/'))
        : refusedPackage(file, specifier)
      if (message) context.report({ node, message })
    }
    return {
      Program(node) {
        if (file.startsWith('src/') && !roomOf(file))
          context.report({ node, message: `"${file}" has no room (see rooms.js).` })
      },
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    }
  },
}

/**
 * The rule, for every file.
 *
 * @type {import('eslint').Linter.Config[]}
 */
export const rooms = [{ plugins: { rooms: { rules: { imports: rule } } }, rules: { 'rooms/imports': 'error' } }]
