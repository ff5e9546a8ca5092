import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from '../../e2e/hosts'

/** Injected into every page that is measured; see there. */
export const IN_PAGE = join(ROOT, 'bench/window/in-page.js')
export const SIZE = { width: 1440, height: 900 }

export const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Evaluates an expression in the page. Strings only: what tsx makes of a function does not run there. */
export const within = <T>(page: Page, expression: string): Promise<T> => page.evaluate(expression) as Promise<T>

/** MiB of the page's heap, after a collection. */
export async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  for (let time = 0; time < 2; time++) await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  await session.detach()
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 2 ** 20
}

/** A wheel over the middle of a place, step by step; the lengths of the frames meanwhile. */
export async function wheel(page: Page, [x, y]: readonly [number, number], steps: number): Promise<number[]> {
  await page.mouse.move(x, y)
  await wait(300)
  await within(page, 'bench.startFrames()')
  for (let step = 0; step < steps; step++) {
    await page.mouse.wheel(0, 120)
    await wait(16)
  }
  await wait(200)
  return within(page, 'bench.endFrames()')
}

/** Types letters one by one, unevenly; what each took until its frame was drawn. */
export async function type(page: Page, letters: number): Promise<number[]> {
  await within(page, "bench.took(), (bench.watch = 'keys')")
  for (let letter = 0; letter < letters; letter++) {
    await page.keyboard.press('x')
    await wait(90 + ((letter * 37) % 50))
  }
  await wait(200)
  await within(page, "(bench.watch = '')")
  return within(page, 'bench.took()')
}
