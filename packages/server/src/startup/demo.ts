import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SignUp } from '../features/demo/demo-accounts.ts'
import { prepareDemo, type DemoGuide } from '../features/demo/demo.service.ts'
import type { Auth } from '../features/identity/auth.ts'
import { signUpPerson } from '../features/identity/session.service.ts'
import type { Dependencies } from '../infra/dependencies.ts'

/** Fills the demo and writes how to get in to `demo.json` in the data folder. */
export async function startDemo(deps: Dependencies, auth: Auth, dataDir: string): Promise<DemoGuide> {
  const signUp: SignUp = (account) => signUpPerson(auth, account)
  const guide = await prepareDemo(deps, signUp)
  await writeFile(join(dataDir, 'demo.json'), `${JSON.stringify(guide, null, 2)}\n`, { mode: 0o600 })
  return guide
}
