import { exportFolder } from './export'
import { asFailure } from '../host/archive/failure'
import { AnalysisPool } from '../host/analysis/pool'
import { analyzePaths, analyzeStream } from './analyze'
import { Answers, ReaderGone } from './answers'
import { type BackupWork, backUpDesk, restoreDesk } from './backup'
import { parseCommandLine, type Command } from './command-line'
import { Progress } from './progress'
import { USAGE } from './usage'
import { verify } from './verify'

/** Where a command reads and writes. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
}

export interface Program {
  readonly version: string
  /** the built analysis worker */
  readonly worker: URL
}

/** Runs one command. Answers its exit status: 0 all answered, 1 some had errors, 2 wrong usage. */
export async function run(args: readonly string[], terminal: Terminal, program: Program): Promise<number> {
  const answers = new Answers(terminal.stdout)
  const progress = new Progress(terminal.stderr)
  try {
    return await perform(parseCommandLine(args), { ...terminal, answers, progress, program })
  } catch (error) {
    if (error instanceof ReaderGone) return 1
    progress.clear()
    terminal.stderr.write(`qingyang: ${asFailure(error).en}\n`)
    return 1
  } finally {
    progress.clear()
  }
}

interface Work extends Terminal {
  readonly answers: Answers
  readonly progress: Progress
  readonly program: Program
}

async function perform(command: Command, work: Work): Promise<number> {
  const { answers, progress, program, stdin, stderr } = work
  switch (command.kind) {
    case 'help':
      await answers.print(USAGE)
      return 0
    case 'version':
      await answers.print(`${program.version}\n`)
      return 0
    case 'analyze':
      return withWorkers(work, (desk) => analyzePaths(command.paths, desk))
    case 'analyze-stream':
      return withWorkers(work, (desk) => analyzeStream(stdin, desk))
    case 'verify':
      return (await verify(command.bag, (line) => answers.print(`${line}\n`), progress)) ? 0 : 1
    case 'backup':
      return (await backUpDesk(command, backupWork(work))) ? 0 : 1
    case 'restore':
      await restoreDesk(command, backupWork(work))
      return 0
    case 'export':
      return withWorkers(work, ({ workers: pool }) =>
        exportFolder(command, {
          pool,
          progress,
          version: program.version,
          out: (line) => answers.print(`${line}\n`),
          note: (line) => stderr.write(`qingyang: ${line}\n`),
        }),
      )
    case 'wrong':
      stderr.write(`qingyang: ${command.why}\n\n${USAGE}`)
      return 2
    default:
      return missingCase(command)
  }
}

function backupWork({ answers, progress, program, stderr }: Work): BackupWork {
  return {
    progress,
    version: program.version,
    out: (line) => answers.print(`${line}\n`),
    note: (line) => stderr.write(`qingyang: ${line}\n`),
  }
}

async function withWorkers(
  { answers, progress, program }: Work,
  use: (desk: { workers: AnalysisPool; answers: Answers; progress: Progress }) => Promise<boolean>,
): Promise<number> {
  const workers = new AnalysisPool({ worker: program.worker })
  try {
    return (await use({ workers, answers, progress })) ? 0 : 1
  } finally {
    await workers.close()
  }
}

function missingCase(command: never): never {
  throw new Error(`No such command: ${JSON.stringify(command)}`)
}
