import { expect, it } from 'vitest'
import { windowOptions } from './window'

it('makes a window without Node, isolated and sandboxed', () => {
  expect(windowOptions('/out').webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    spellcheck: false,
  })
  expect(windowOptions('/out').webPreferences).not.toHaveProperty('enableBlinkFeatures')
})
