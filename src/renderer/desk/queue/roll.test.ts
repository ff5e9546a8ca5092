import { expect, it } from 'vitest'
import type { Row } from '../../../contract/contract'
import { Roll } from './roll'

const row = (id: string, received: number, set: Partial<Row> = {}): Row =>
  ({ id, received, path: `${id}.txt`, record: null, ...set }) as Row
const ids = (roll: Roll): string =>
  roll
    .ordered()
    .map(({ id }) => id)
    .join('')

it('gives rows in order of arrival, then path, then record, whatever comes, changes or goes', () => {
  const roll = new Roll()
  roll.take(
    [
      row('b', 2),
      row('a', 2),
      row('z', 1),
      row('d', 3, { path: 'c', record: 2 }),
      row('c', 3, { path: 'c', record: 1 }),
    ],
    [],
  )
  expect(ids(roll)).toBe('zabcd')
  roll.take([row('a', 2, { title: 'new' })], [])
  expect(ids(roll)).toBe('zabcd')
  expect(roll.ordered()[1]?.title).toBe('new')
  roll.take([row('z', 9)], ['b', 'none'])
  expect(ids(roll)).toBe('acdz')
  roll.keepOnly([row('c', 0), row('z', 0)])
  expect(ids(roll)).toBe('cz')
  roll.clear()
  roll.take([row('y', 1)], [])
  expect(ids(roll)).toBe('y')
})
