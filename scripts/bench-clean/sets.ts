import { hasCorpus, readSet, SETS } from '../cleaning/corpus'
import { labelledPages } from '../../src/engine/stories/corpus/labels.testing'
import type { Question } from './peer'

/** A page, as mark-up or as plain text, with the text wished from it. */
export interface Task extends Question {
  readonly id: string
  readonly gold: string
}

export interface TaskSet {
  readonly name: string
  readonly isPlain: boolean
  readonly tasks: readonly Task[]
}

const inUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const shared = (): TaskSet[] => {
  if (!hasCorpus()) return []
  const sets = SETS.map((name) => ({ name, pages: readSet(name) }))
  return [
    ...sets.map(({ name, pages }) => ({
      name,
      isPlain: false,
      tasks: pages.map((page) => ({ ...page, isPlain: false })),
    })),
    ...sets.map(({ name, pages }) => ({
      name,
      isPlain: true,
      tasks: pages.map((page) => ({ ...page, isPlain: true, bytes: inUtf8(page.plain), encoding: 'UTF-8' })),
    })),
  ]
}

const own = (): TaskSet[] => {
  const tasks = labelledPages().map(({ path, bytes, encoding, stories }) => ({
    id: path,
    bytes,
    url: `https://own.example/${path}`,
    encoding: encoding ?? 'UTF-8',
    isPlain: !path.endsWith('.html'),
    gold: stories.flatMap(({ text }) => text).join('\n'),
  }))
  return [false, true].map((isPlain) => ({
    name: 'own corpus',
    isPlain,
    tasks: tasks.filter((task) => task.isPlain === isPlain),
  }))
}

/** The labelled pages beside the project where they are, and the project's own. */
export const taskSets = (): TaskSet[] => [...shared(), ...own()].sort((a, b) => Number(a.isPlain) - Number(b.isPlain))
