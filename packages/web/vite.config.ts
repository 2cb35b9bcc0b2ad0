import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstJavaScript } from './first-javascript.ts'

/** Where `vite` in development finds the server (`pnpm dev` of @kase/server). */
const server = process.env.KASE_SERVER ?? 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), firstJavaScript()],
  build: {
    target: 'es2023',
    // The content security policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    manifest: true,
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(['/trpc', '/api', '/p/'].map((path) => [path, { target: server }])),
  },
})
