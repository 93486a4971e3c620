import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// One chunk for what every page needs; each page brings its own.
const chunks = [
  { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler)\// },
  {
    name: 'aria',
    test: /node_modules\/(react-aria-components|react-aria|react-stately|@react-aria|@react-stately|@internationalized)\//,
  },
  { name: 'studio', test: /apps\/studio\/src\/(components|asking|shell|words)\// },
]

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/studio/',
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: 'dist',
    // Data URLs would need a wider Content-Security-Policy than a shop should have.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    target: 'es2022',
    emptyOutDir: true,
    rolldownOptions: {
      // How long plugins took on a busy machine is no warning about the code.
      checks: { pluginTimings: false },
      input: {
        index: fileURLToPath(new URL('index.html', import.meta.url)),
        'driver-worker': fileURLToPath(new URL('src/driver/driver-worker.ts', import.meta.url)),
      },
      // The contract's tables stand beside its schemas. Schemas that nobody uses are left out, and zod with them.
      treeshake: { manualPureFunctions: ['z'] },
      output: {
        codeSplitting: { groups: chunks },
        // A worker keeps its name, since browsers know it by that, and lies above all that it may see.
        entryFileNames: ({ name }) => (name === 'driver-worker' ? 'driver-worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  define: { 'process.env.NODE_ENV': '"production"' },
})
