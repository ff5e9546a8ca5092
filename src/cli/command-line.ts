import { parseArgs } from 'node:util'

/** What a command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'analyze'; readonly paths: readonly string[] }
  /** JSON Lines on standard input */
  | { readonly kind: 'analyze-stream' }
  | { readonly kind: 'verify'; readonly bag: string }
  /** the whole desk into one file, or out of one; `data` null for the usual data folder */
  | { readonly kind: 'backup' | 'restore'; readonly file: string; readonly data: string | null }
  | {
      readonly kind: 'export'
      readonly folder: string
      readonly out: string
      readonly zip: boolean
      /** the desk's data folder, null for the usual one */
      readonly data: string | null
      readonly by: string | null
    }
  | { readonly kind: 'wrong'; readonly why: string }

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  out: { type: 'string', short: 'o' },
  zip: { type: 'boolean' },
  data: { type: 'string' },
  by: { type: 'string' },
} as const

const ONLY_EXPORT = ['out', 'zip', 'by'] as const
const WITH_DATA = ['export', 'backup', 'restore']

/** Never throws: a wrong use is a command too. */
export function parseCommandLine(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
    if (values.help) return { kind: 'help' }
    if (values.version) return { kind: 'version' }
    const [name, ...operands] = positionals
    const foreign = name === 'export' ? undefined : ONLY_EXPORT.find((option) => values[option] !== undefined)
    if (foreign) return wrong(`--${foreign} belongs to export`)
    if (values.data !== undefined && !WITH_DATA.includes(name ?? ''))
      return wrong(`--data belongs to ${WITH_DATA.join(', ')}`)
    if (name === 'analyze') return analyzeCommand(operands)
    if (name === 'verify') return verifyCommand(operands)
    if (name === 'export') return exportCommand(operands, values)
    if (name === 'backup' || name === 'restore') return backupCommand(name, operands, values.data ?? null)
    return wrong(name === undefined ? 'no command was given' : `there is no command ${name}`)
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
}

function wrong(why: string): Command {
  return { kind: 'wrong', why }
}

function analyzeCommand(paths: readonly string[]): Command {
  if (paths.length === 0) return wrong('analyze needs a file, a folder, or - for standard input')
  if (!paths.includes('-')) return paths.includes('') ? wrong('a path is empty') : { kind: 'analyze', paths }
  return paths.length === 1 ? { kind: 'analyze-stream' } : wrong('- stands alone: it reads standard input')
}

function verifyCommand([bag, ...more]: readonly string[]): Command {
  return bag === undefined || bag === '' || more.length > 0 ? wrong('verify needs one bag') : { kind: 'verify', bag }
}

function backupCommand(kind: 'backup' | 'restore', [file, ...more]: readonly string[], data: string | null): Command {
  return file === undefined || file === '' || more.length > 0 ? wrong(`${kind} needs one file`) : { kind, file, data }
}

function exportCommand(
  [folder, ...more]: readonly string[],
  { out, zip, data, by }: { out?: string; zip?: boolean; data?: string; by?: string },
): Command {
  if (folder === undefined || folder === '' || more.length > 0) return wrong('export needs one folder')
  if (out === undefined || out === '') return wrong('export needs --out BAG')
  return { kind: 'export', folder, out, zip: zip ?? false, data: data ?? null, by: by ?? null }
}
