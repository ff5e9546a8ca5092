import { defineConfig } from '@playwright/test'
import type { HostName } from './e2e/fixture'
import { electronBinary } from './scripts/electron.mjs'

/** Tests that speak of one host alone carry a tag; `electron-only` is the stand-in's too. */
const NOT_FOR: Record<HostName, RegExp> = {
  loopback: /@electron-only|@stand-in-only/,
  'stand-in': /@loopback-only/,
  electron: /@loopback-only|@stand-in-only/,
}

/** Electron itself where its binary is; the stand-in everywhere. */
const HOSTS: HostName[] = ['loopback', 'stand-in', ...(electronBinary() ? ['electron' as const] : [])]

export default defineConfig<object, { host: HostName }>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/setup.ts',
  // Each has a desk, a folder and a port of its own.
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  forbidOnly: Boolean(process.env['CI']),
  projects: HOSTS.map((host) => ({ name: host, use: { host }, grepInvert: NOT_FOR[host] })),
})
