import type { Example, Reading } from '../claim'
import type { Mention } from '../lexer/mention'
import { matchesOf } from '../matches'
import { isOneOff, isTold, isTurned, readingsOf } from './code-figures'
import type { SaidCode } from './codes-said'
import type { Told } from './code-steps'

/** A code of four figures and more, and clauses side by side that count one thing each: 培育4家龙头企业,改造6万亩低产林,实现8亿元产值. */

/** Three of so many figures in their places come by no chance. */
const LEAST = 4
/** So many paragraphs behind the code. */
const NEAR = 5
const PERIODS = new Set('year month day week hour minute second age'.split(' '))

interface Step {
  readonly start: number
  readonly end: number
  readonly value: number
}

/** 6万亩, 8亿元: the figure before its scale. */
function figureOf({ value }: Mention, written: string): number {
  return /亿/.test(written) ? value / 1e8 : /万/.test(written) ? value / 1e4 : value
}

function stepOf({ shadow, mentions }: Reading, start: number, end: number): Step | null {
  const mention = mentions.find(
    (one) =>
      one.start >= start &&
      one.end <= end &&
      one.kind === 'count' &&
      one.approximators.length === 0 &&
      one.range === null &&
      one.classifier !== '' &&
      !PERIODS.has(one.dimension),
  )
  if (mention === undefined) return null
  const value = figureOf(mention, shadow.slice(mention.start, mention.end))
  return Number.isInteger(value) && value > 0 && value < 100 ? { start: mention.start, end: mention.end, value } : null
}

/** Clauses one behind the other, each with its figure. */
function rowsOf(reading: Reading, from: number): Step[][] {
  const rows: Step[][] = []
  let row: Step[] = []
  for (const match of matchesOf(reading.shadow, /[^,;:、。!?]{1,60}[,;:、。!?]?/g)) {
    if (match.index < from) continue
    const step = stepOf(reading, match.index, match.index + match[0].length)
    if (step !== null) row.push(step)
    if (step === null || /[。!?]$/.test(match[0])) {
      if (row.length >= LEAST) rows.push(row)
      row = []
    }
  }
  return row.length >= LEAST ? [...rows, row] : rows
}

/** The row that tells the code but for one figure; null where another tells it right. */
export function toldInRow(readings: readonly Reading[], { code, end }: SaidCode): Told | null {
  if (!/^\d{4,6}$/.test(code)) return null
  const cuts = readingsOf(code).filter(({ length }) => length >= LEAST)
  const off: Told[] = []
  for (const [i, reading] of readings.slice(0, NEAR).entries()) {
    for (const row of rowsOf(reading, i === 0 ? end : 0)) {
      const values = row.map(({ value }) => value)
      if (cuts.some((cut) => isTold(cut, values))) return null
      for (const cut of cuts)
        for (let at = 0; at + cut.length <= row.length; at += 1) {
          const told = row.slice(at, at + cut.length)
          const spelled = told.map(({ value }) => value)
          const [first] = told
          const last = told.at(-1)
          if (first === undefined || last === undefined) continue
          if (isOneOff(cut, spelled) || isTurned(code, spelled))
            off.push({ reading, start: first.start, end: last.end, values: spelled })
        }
    }
  }
  return off[0] ?? null
}

export const codeRowExamples: readonly Example[] = [
  {
    wrong:
      '# 县里启动油茶产业[[“2468”]]行动\n会议开了一天。\n会上提出,用三年时间建设[[2个良种基地,培育5家龙头企业,改造6万亩低产林,实现8亿元]]产值。',
  },
  {
    silent:
      '# 县里启动油茶产业“2468”行动\n会上提出,用三年时间建设2个良种基地,培育4家龙头企业,改造6万亩低产林,实现8亿元产值。去年新建3个车间,添置4台机器,安置6名工人,产值8亿元。',
  },
]
