import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from './fixture'
import { dress, settled, speak } from './screens/looks'
import { makeStage, withSamples } from './screens/stage'
import { STATES } from './screens/states'

/** Each kind of thing the window shows, once. The same window in the same browser engine: one host is enough. */
const SHOWN = [
  'first-start',
  'recent-folders',
  'dropping',
  'empty-folder',
  'no-match',
  'two-findings',
  'doubtful-removal',
  'invalid-utf8',
  'error-row',
  'editing',
  'heading',
  'stories-by-hand',
  'folded',
  'superseded',
  'raw',
  'stages',
  'carrying',
  'tab-removed',
  'tab-edits',
  'tab-history',
  'approved',
  'rejecting',
  'refused',
  'export-sheet',
  'export-done',
  'key-sheet',
  'changes',
  'rules-sheet',
  'proposal',
  'learning',
  'routine',
  'silenced',
  'two-copies',
  'width-offer',
  'licences',
  'key-taken',
  'palette',
  'bulk',
  'facets',
  'marked',
  'marked-refused',
  'bulk-shape',
  'overview',
  'overview-zoomed',
  'overview-empty',
  'search',
  'search-cut',
  'find',
  'zoomed',
  'zoomed-queue',
  'zoomed-rail',
  'middle',
  'narrowest',
  'folder-gone',
]

/** Each tongue and each theme once: contrast hangs on the theme, names on the tongue. */
const LOOKS = [
  { tongue: 'zh', theme: 'light' },
  { tongue: 'en', theme: 'dark' },
] as const

/**
 * Every rule of axe, nothing left out: what is violated, and where. In legacy mode it asks in the page itself, which is
 * several times as fast and leaves out frames of other origins alone: the window has none.
 */
async function violations(page: Page, look: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${look} · ${id} · ${target.join(' ')} · ${failureSummary ?? help}`),
  )
}

test('axe would object', { tag: '@loopback-only' }, async ({ desk }) => {
  const stage = makeStage(desk)
  const page = await withSamples(stage)
  await page.locator('main').evaluate((main) => {
    const pale = document.createElement('p')
    pale.textContent = '看不清的字'
    pale.style.cssText = 'position: fixed; inset: 40% auto auto 40%; z-index: 99; color: #ccc; background: #fff'
    main.append(document.createElement('button'), pale)
  })
  const found = await violations(page, 'planted')
  expect(found.map((line) => line.split(' · ')[1]).sort()).toEqual(['button-name', 'color-contrast'])
})

test.describe('axe finds nothing to object to', { tag: '@loopback-only' }, () => {
  for (const name of SHOWN)
    test(name, async ({ desk }) => {
      test.setTimeout(120_000)
      const state = STATES.find((one) => one.name === name)
      if (!state) throw new Error(`There is no state “${name}”.`)
      const stage = makeStage(desk)
      const page = await state.reach(stage)
      const found: string[] = []
      for (const { tongue, theme } of LOOKS) {
        await speak(page, tongue)
        await dress(page, theme)
        await settled(page)
        await state.over?.open(page)
        await page.waitForTimeout(200)
        found.push(...(await violations(page, `${tongue} ${theme}`)))
        await state.over?.close(page)
      }
      expect(found).toEqual([])
    })
})
