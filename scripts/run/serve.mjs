import { connect } from 'node:net'
import { run, say, StepFailure } from './step.mjs'

const port = Number(process.env.PORT || 3000)

/** Looks at the port before the minute of installing rather than after it; the server checks again. */
export async function refuseBusyPort() {
  if (!(port > 0 && port < 65_536)) return // the server names what is wrong with it
  const isBusy = await new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
  if (isBusy)
    throw new StepFailure(
      `Port ${port} is in use by another program: stop that one, or choose another port, such as PORT=3100 npm start.`,
    )
}

/** Runs the server until it ends, and gives its exit code. It ends itself, and its database, on a signal. */
export async function serve({ node, env }) {
  say('Starting the server (Ctrl-C ends it)')
  const args = ['--import', './scripts/run/end-with-parent.mjs', '--enable-source-maps', 'packages/server/dist/main.js']
  const { code } = await run(node, args, { env, isShown: true, detached: true })
  return code
}
