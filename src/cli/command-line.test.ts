import { describe, expect, it } from 'vitest'
import { parseCommandLine } from './command-line'

describe('a command line', () => {
  it.each([
    [['analyze', 'a', 'b/'], { kind: 'analyze', paths: ['a', 'b/'] }],
    [['analyze', '--', '--odd'], { kind: 'analyze', paths: ['--odd'] }],
    [['analyze', '-'], { kind: 'analyze-stream' }],
    [['verify', 'bag'], { kind: 'verify', bag: 'bag' }],
    [['backup', 'desk.zip'], { kind: 'backup', file: 'desk.zip', data: null }],
    [['restore', 'desk.zip', '--data', 'there'], { kind: 'restore', file: 'desk.zip', data: 'there' }],
    [
      ['export', 'in', '--out', 'bag', '--zip'],
      { kind: 'export', folder: 'in', out: 'bag', zip: true, data: null, by: null },
    ],
    [['-h'], { kind: 'help' }],
    [['analyze', '--help'], { kind: 'help' }],
    [['--version'], { kind: 'version' }],
  ])('%j is read', (args, command) => {
    expect(parseCommandLine(args)).toEqual(command)
  })

  it.each([
    [[]],
    [['dance']],
    [['analyze']],
    [['analyze', '']],
    [['analyze', '-', 'x']],
    [['analyze', '--fast', 'x']],
    [['analyze', 'x', '--zip']],
    [['verify']],
    [['verify', 'a', 'b']],
    [['export', 'x']],
    [['export', '--out', 'bag']],
    [['export', 'x', '--out']],
  ])('%j is wrong usage', (args) => {
    expect(parseCommandLine(args)).toMatchObject({ kind: 'wrong', why: expect.stringMatching(/\S/) })
  })
})
