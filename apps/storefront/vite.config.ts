import { fileURLToPath } from 'node:url'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// A dozen chunks of a kilobyte each cost more in requests than they save in bytes.
const chunks = [
  { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler)\// },
  {
    name: 'shop',
    test: /(src\/(components\/[^/]+|words\/[^/]+|[^/]+)\.tsx?$)|packages\/(client|money|calendar|ui)\//,
    minShareCount: 2,
  },
]

export default defineConfig(({ isSsrBuild, command }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), tailwind()],
  build: {
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    manifest: !isSsrBuild,
    // Data URLs would need a wider Content-Security-Policy than a shop should have.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One small sheet for every page: a second page needs no second request.
    cssCodeSplit: false,
    target: 'es2024',
    emptyOutDir: true,
    rolldownOptions: {
      // How long plugins took on a busy machine is no warning about the code.
      checks: { pluginTimings: false },
      input: isSsrBuild ? 'src/entry-server.tsx' : 'src/boot.ts',
      ...(!isSsrBuild && { output: { codeSplitting: { groups: chunks } } }),
    },
  },
  // Libraries choose their fast half by this; a server started without NODE_ENV would get the talkative one.
  ...(command === 'build' && { define: { 'process.env.NODE_ENV': '"production"' } }),
  // The server bundle carries its libraries, so that it runs wherever it is copied.
  ssr: command === 'build' ? { noExternal: true } : {},
}))
