import { join } from 'node:path'
import { ROOT, test } from '../fixture'
import { dress, settled, speak, THEMES, TONGUES } from './looks'
import { makeStage } from './stage'
import { STATES } from './states'

for (const state of STATES) {
  test(state.name, async ({ desk }) => {
    const stage = makeStage(desk)
    const page = await state.reach(stage)
    for (const tongue of TONGUES) {
      await speak(page, tongue)
      if (state.name !== 'refused') await settled(page)
      await state.over?.open(page)
      for (const theme of THEMES) {
        await dress(page, theme)
        await page.waitForTimeout(150)
        await page.screenshot({ path: join(ROOT, 'test-results/screens', `${state.name}-${theme}-${tongue}.png`) })
      }
      await state.over?.close(page)
    }
    state.leave?.(stage)
  })
}
