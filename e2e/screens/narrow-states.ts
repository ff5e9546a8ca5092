import type { Page } from '../fixture'
import { open } from '../window'
import { analysed, layOut, type Stage } from './stage'
import { FIVE, type State } from './state'

/** What 1440 × 900 is in CSS pixels at a text zoom of 200 %. */
const ZOOMED = { width: 720, height: 450 }
const MIDDLE = { width: 1024, height: 768 }
/** A window of 1280 at 400 %: as far as a reader may zoom before anything has to be scrolled sideways (WCAG 1.4.10). */
const NARROWEST = { width: 320, height: 640 }

interface Size {
  readonly width: number
  readonly height: number
}

export const queueButton = (page: Page) => page.locator('header [data-toggles=queue]')
export const railButton = (page: Page) => page.locator('main .rail')

async function sized({ desk, folder }: Stage, size: Size): Promise<Page> {
  layOut(folder)
  const page = await desk.launch(folder)
  await analysed(page)
  await page.setViewportSize(size)
  return page
}

/** Opens a document as in a window where the queue lies over the panes. */
async function opened(stage: Stage, size: Size): Promise<Page> {
  const page = await sized(stage, size)
  await queueButton(page).click()
  await open(page, FIVE)
  return page
}

const narrow = (name: string, size: Size, then: (page: Page) => Promise<void> = async () => undefined): State => ({
  name,
  async reach(stage) {
    const page = await opened(stage, size)
    await then(page)
    return page
  },
})

const queueOver = {
  open: (page: Page) => queueButton(page).click(),
  close: (page: Page) => queueButton(page).click(),
}

export const narrowStates: State[] = [
  narrow('zoomed', ZOOMED),
  { ...narrow('zoomed-queue', ZOOMED), over: queueOver },
  narrow('zoomed-rail', ZOOMED, (page) => railButton(page).click()),
  narrow('zoomed-copy', ZOOMED, (page) => page.locator('main .views button').last().click()),
  { name: 'zoomed-nothing-open', reach: (stage) => sized(stage, ZOOMED) },
  narrow('middle', MIDDLE),
  { ...narrow('middle-queue', MIDDLE), over: queueOver },
  narrow('narrowest-rail', NARROWEST, (page) => railButton(page).click()),
  narrow('narrowest', NARROWEST),
  {
    name: 'zoomed-first-start',
    async reach({ desk }) {
      const page = await desk.launch()
      await page.setViewportSize(ZOOMED)
      return page
    },
  },
]
