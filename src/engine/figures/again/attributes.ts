import type { Place, StoryCopy } from '../claim'

/** Days that name a thing: the July 25 call. Said twice of one month and once otherwise. */

interface Named extends Place {
  readonly month: number
  readonly day: number
  readonly noun: string
}

function namedIn(copy: StoryCopy): Named[] {
  return copy.readings.flatMap((reading) => {
    if (!reading.english) return []
    return reading.dates.flatMap(({ month, day, year, start, end }): Named[] => {
      const ahead = reading.shadow.slice(Math.max(0, start - 12), start)
      const noun = /^\s(?:[a-z]{4,9}\s)??(?<noun>[a-z]{4,12})\b/.exec(reading.shadow.slice(end))?.groups?.['noun']
      if (month === null || day === null || year !== null || noun === undefined) return []
      if (
        !/(?:\b(?:the|this|that|his|her|their)|['\u2019]s)\s$/.test(ahead) ||
        /^(?:with|when|after|before|from|that|they)$/.test(noun)
      )
        return []
      return [{ reading, start, end, value: reading.text.slice(start, end), month, day, noun }]
    })
  })
}

export function* partedAttributes(copy: StoryCopy): Iterable<readonly [usual: Place, odd: Place]> {
  const all = namedIn(copy)
  for (const month of new Set(all.map((one) => one.month))) {
    const days = all.filter((one) => one.month === month)
    const values = [...new Set(days.map(({ day }) => day))]
    const [x, y] = values.map((value) => days.filter(({ day }) => day === value))
    const [a, b] = [x?.[0], y?.[0]]
    if (values.length !== 2 || x === undefined || y === undefined || a === undefined || b === undefined) continue
    if (Math.min(x.length, y.length) > 1) continue
    if (x.length + y.length > 2 || a.noun === b.noun) yield x.length >= y.length ? [a, b] : [b, a]
  }
}
