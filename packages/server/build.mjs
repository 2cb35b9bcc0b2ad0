/**
 * Builds the server to dist/: `main.js`, and beside it `render-worker.js`, the thread that renders documents, and what the
 * worker's page sends to phones, its two scripts and its style sheet, as small as they get. Our own folder is bundled,
 * because Node runs no .tsx, and React, whose development build would answer wherever NODE_ENV is not set; other npm packages
 * and the workspace's other packages stay imports (Node strips the types of @kase/shared and @kase/templates itself). Files
 * read at run time stay in src/, see `assetUrl`.
 *
 * `--watch` builds again at each change and runs the server, starting it anew after each build.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { context } from 'esbuild'

const isWatching = process.argv.includes('--watch')

const folderOf = (name) => path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))

const build = await context({
  absWorkingDir: import.meta.dirname,
  entryPoints: { main: 'src/main.ts', 'render-worker': 'src/features/documents/render-worker.ts' },
  outdir: 'dist',
  bundle: true,
  packages: 'external',
  alias: { react: folderOf('react'), 'react-dom': folderOf('react-dom') },
  define: { 'process.env.NODE_ENV': '"production"' },
  // React's server asks for Node's own modules with `require`, which a module does not have.
  banner: {
    js: "import { createRequire as requireFor } from 'node:module';const require = requireFor(import.meta.url);",
  },
  platform: 'node',
  format: 'esm',
  target: 'node22.22',
  jsx: 'automatic',
  sourcemap: 'linked',
  logLevel: 'warning',
})

const forPhones = await context({
  absWorkingDir: import.meta.dirname,
  entryPoints: {
    'worker-page': 'src/features/worker-page/script/page.script.ts',
    'worker-page-offline': 'src/features/worker-page/script/offline.script.ts',
    worker: 'src/features/worker-page/worker.css',
  },
  outdir: 'dist',
  bundle: true,
  minify: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2020',
  logLevel: 'warning',
})

const builds = [build, forPhones]
await Promise.all(builds.map((each) => each.rebuild())).catch(() => process.exit(1)) // esbuild has said why
if (isWatching) {
  await Promise.all(builds.map((each) => each.watch()))
  const server = spawn(process.execPath, ['--watch', '--enable-source-maps', 'dist/main.js'], {
    cwd: import.meta.dirname,
    stdio: 'inherit',
  })
  server.on('exit', (code) => process.exit(code ?? 1))
} else {
  await Promise.all(builds.map((each) => each.dispose()))
}
