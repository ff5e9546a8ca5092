import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readLaunch } from './launch'

it.each([
  [[], null, false],
  [['--folder', 'in'], '/from/in', false],
  [['--folder=in', '--open'], '/from/in', true],
  [['--folder=/a=b'], '/a=b', false],
  [['--inspect', '.', '--folder', '/abs'], '/abs', false],
  [['--folder'], null, false],
  [['--folder='], null, false],
])('reads %j', (argv, folder, open) => {
  expect(readLaunch(argv, '/from')).toEqual({ folder: folder && resolve(folder), open })
})
