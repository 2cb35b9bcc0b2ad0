/**
 * The two commands of the README, `npm start` and `npm test`, on a machine that has only Node 18 or newer and npm: they get
 * the Node and pnpm that the project needs, install, build and run. Plain JavaScript without dependencies, because it runs
 * before anything is installed, and under the machine's own Node.
 */
import { buildAll } from './run/build.mjs'
import { installPackages } from './run/install.mjs'
import { refuseBusyPort, serve } from './run/serve.mjs'
import { StepFailure } from './run/step.mjs'
import { testAll } from './run/test.mjs'
import { findToolchain } from './run/toolchain.mjs'

const command = process.argv[2]

try {
  if (command === 'start') {
    await refuseBusyPort()
    const toolchain = await prepare()
    await buildAll(toolchain)
    process.exitCode = await serve(toolchain)
  } else if (command === 'test') {
    process.exitCode = await testAll(await prepare())
  } else {
    throw new StepFailure('Usage: node scripts/run.mjs start | test')
  }
} catch (error) {
  if (!(error instanceof StepFailure)) throw error
  console.error(`\n${error.detail ? `${error.detail}\n\n` : ''}${error.message}`)
  if (command === 'test') console.log('\n0 passed, 1 failed')
  process.exitCode = error.exitCode
}

async function prepare() {
  const toolchain = await findToolchain()
  await installPackages(toolchain)
  return toolchain
}
