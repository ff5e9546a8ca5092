import { resolve } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      outDir: at('out'),
      // The same bundles run in Electron's Node and in the machine's Node 20.
      target: 'node20.19',
      sourcemap: true,
      rolldownOptions: {
        input: {
          main: at('src/main/index.ts'),
          loopback: at('src/loopback/index.ts'),
          engine: at('src/engine/index.ts'),
          worker: at('src/host/analysis/worker.ts'),
          cli: at('src/cli/index.ts'),
        },
        output: { entryFileNames: '[name]/index.js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      // A sandboxed preload can require nothing but 'electron'.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [svelte({ configFile: at('svelte.config.js') })],
    build: {
      outDir: at('out/renderer'),
      target: 'es2022',
      minify: true,
      sourcemap: true,
      rolldownOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
})
