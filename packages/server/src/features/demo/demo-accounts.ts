import type { Role } from '@kase/shared/identity/role.policy.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Person } from '../../trpc/context.ts'

/** How a newcomer signs in to one of the demo's organisations. */
export interface DemoAccount {
  readonly email: string
  readonly password: string
  readonly organisation: string
  readonly role: Role
}

/** Makes a demo account, or finds the one that was made before; with the password told. */
export type SignUp = (account: {
  name: string
  email: string
  password: string
}) => Promise<{ person: Person; isNew: boolean }>

/** Known to whoever may read the data folder, and to nobody else. */
export const demoPassword = ({ secrets }: Dependencies, email: string): string =>
  `demo-${secrets.derive(`demo ${email}`).slice(0, 8)}`
