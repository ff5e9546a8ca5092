import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { devDependencies, dependencies } from '../../package.json'

/**
 * The points of Electron's security checklist that hold by what the code does not do. The others are asserted where they
 * are kept: window.test.ts (Node, isolation, sandbox, webSecurity, insecure content, experimental features, Blink features,
 * webview), lockdown.test.ts (permissions, navigation, redirect, window-open, webview, requests), protocol.test.ts and
 * policy.test.ts (app://, policy), ipc.test.ts (senders), fuses.test.ts (fuses), and from outside in e2e/security.spec.ts.
 */
const folders = ['.', '../preload'].map((folder) => new URL(`${folder}/`, import.meta.url))
const sources = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') })),
)

describe('the checklist', () => {
  it('reads what it speaks of', () => {
    expect(sources.map(({ name }) => name)).toEqual(expect.arrayContaining(['index.ts', 'window.ts', 'lockdown.ts']))
    expect(sources.length).toBeGreaterThan(7)
  })

  it.each([
    ['opens nothing outside', /\bshell\b|openExternal|openPath/],
    ['shows no file://', /loadFile|pathToFileURL|['"]file:/],
    ['loads over no insecure protocol', /['"`]http:\/\/(?!127\.0\.0\.1)/],
    ['turns no protection off', /nodeIntegration\w*: true|contextIsolation: false|sandbox: false|webSecurity: false/],
    ['enables no Blink feature', /enableBlinkFeatures|enable-blink-features/],
    ['verifies certificates as Chromium does', /setCertificateVerifyProc|certificate-error|ignore-certificate/],
    ['gives the window no raw IPC', /exposeInMainWorld\([^)]*ipcRenderer/],
  ])('%s', (_what, pattern) => {
    expect(sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([])
  })

  it('pins Electron exactly, and keeps it out of what is shipped beside it', () => {
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
    expect(dependencies).not.toHaveProperty('electron')
  })
})
