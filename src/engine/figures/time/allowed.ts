import { figure } from '../wording'
import { daysBetween, minutesBetween, type Allowed, type Moment, type Stretch } from './moments'

/**
 * Every length the two moments allow, counted with or without their own days.
 * @param whole from the one to the other, both days among them: 6月3日至6月9日,为期7天
 */
export function allowed(a: Moment, b: Moment, unit: Stretch['unit'], whole = false): Allowed | null {
  if (unit === 'minute') {
    const minutes = minutesBetween(a, b)
    if (minutes === null) return null
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    const value = `${hours > 0 ? `${hours}小时` : ''}${rest > 0 || hours === 0 ? `${rest}分` : ''}`
    return { low: minutes, high: minutes, expr: `${clock(b)} - ${clock(a)}`, value, en: `${hours} h ${rest} min` }
  }
  if (a.minutes !== null && b.minutes !== null && a.day === b.day) return null
  const days = daysBetween(a, b)
  const expr = `${dateOf(b)} - ${dateOf(a)}`
  if (unit === 'year' || (unit === 'month' && days === null)) return ofMonths(a, b, unit, expr)
  if (days === null || days === 0) return null
  if (unit === 'day')
    return {
      low: whole ? days + 1 : days - 1,
      high: days + 1,
      expr,
      value: `${days}天(含首尾${days + 1}天)`,
      en: `${days} or ${days + 1} days`,
    }
  const per = unit === 'week' ? [7, 7] : [28, 31]
  const [low, high] = [(days - 1) / (per[1] ?? 1) - 0.5, (days + 1) / (per[0] ?? 1) + 0.5]
  return { low, high, expr, value: `${days + 1}天`, en: `${days + 1} days` }
}

function ofMonths(a: Moment, b: Moment, unit: 'year' | 'month', expr: string): Allowed | null {
  if (unit === 'month') {
    if (a.month === null || b.month === null || a.day !== null || b.day !== null) return null
    const months = ((b.year ?? 0) - (a.year ?? b.year ?? 0)) * 12 + b.month - a.month
    if (months <= 0) return null
    return { low: months - 1, high: months + 1, expr, value: `${months}个月`, en: `${months} months` }
  }
  if (a.year === null || b.year === null || b.year <= a.year) return null
  const years = b.year - a.year
  if (a.month === null || b.month === null)
    return { low: years - 1, high: years + 1, expr, value: `${years}年`, en: `${years} years` }
  const exact = years + (b.month - a.month) / 12
  return { low: exact - 0.75, high: exact + 0.75, expr, value: `${figure(exact)}年`, en: `${figure(exact)} years` }
}

function clock({ minutes }: Moment): string {
  const all = minutes ?? 0
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`
}

function dateOf({ year, month, day }: Moment): string {
  return [year, month, day].filter((part) => part !== null).join('-')
}
