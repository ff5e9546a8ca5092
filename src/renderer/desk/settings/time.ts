import type { Tongue } from '../../strings'

/** The hour of today, else the day and the hour. */
export function timeIn(tongue: Tongue, ts: number, now = Date.now()): string {
  const hour = { hour: '2-digit', minute: '2-digit', hour12: false } as const
  const today = new Date(ts).toDateString() === new Date(now).toDateString()
  return new Intl.DateTimeFormat(tongue, today ? hour : { month: 'numeric', day: 'numeric', ...hour }).format(ts)
}
