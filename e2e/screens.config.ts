import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { type HostName, ROOT } from './fixture'

/** Renders what the desk can look like: `npm run screens`. The pictures are looked at by people; nothing compares them. */
export default defineConfig<object, { host: HostName }>({
  testDir: 'screens',
  testMatch: '**/*.screen.ts',
  outputDir: join(ROOT, 'test-results/screens-run'),
  globalSetup: './setup.ts',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: { actionTimeout: 20_000 },
  reporter: 'list',
  projects: [{ name: 'loopback', use: { host: 'loopback' } }],
})
