import { describe, expect, it } from 'vitest'
import { Progress } from './progress'

function terminal(isTTY: boolean) {
  const written: string[] = []
  const out = { isTTY, columns: 80, write: (text: string) => written.push(text) > 0 }
  return { out: out as unknown as NodeJS.WriteStream, written }
}

describe('progress', () => {
  it('says nothing where nobody watches', () => {
    const { out, written } = terminal(false)
    const progress = new Progress(out)
    progress.show(1, 2, 'read')
    progress.clear()
    expect(written).toEqual([])
  })

  it('writes over its line, not more often than it can be read, and takes it away', () => {
    const { out, written } = terminal(true)
    let now = 1_000
    const progress = new Progress(out, () => now)
    progress.show(1, 9, 'read')
    progress.show(2, 9, 'read')
    now += 200
    progress.show(3, 9, 're\u001b[2Jad')
    progress.clear()
    expect(written).toEqual(['\r\u001b[K1/9 read', '\r\u001b[K3/9 re?[2Jad', '\r\u001b[K'])
  })
})
