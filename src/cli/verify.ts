import { verifyBag } from '../host/archive/verify-bag'
import type { Progress } from './progress'

/** Says what is wrong with a bag, one problem a line, or that it is sound. True for a sound one. */
export async function verify(bag: string, out: (line: string) => Promise<void>, progress: Progress): Promise<boolean> {
  const { problems, files, bytes, rebuilt } = await verifyBag(bag, (done, total) =>
    progress.show(done, total, 'checked'),
  )
  progress.clear()
  // A file's name may hold a line break, or what moves a terminal's cursor.
  for (const { file, en } of problems) await out(`${printable(file)}: ${printable(en)}`)
  if (problems.length === 0)
    await out(`sound: ${files} files, ${bytes} bytes, ${rebuilt} cleaned texts rebuilt byte by byte`)
  else await out(`not sound: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`)
  return problems.length === 0
}

function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (mark) => JSON.stringify(mark).slice(1, -1))
}
