import type { OrganisationKind, Role } from '@kase/shared/identity/role.policy.ts'
import { createContext, useContext } from 'react'

export interface MyPlace {
  readonly userId: string
  readonly personName: string
  readonly slug: string
  /** The organisation's name. */
  readonly name: string
  readonly kind: OrganisationKind
  readonly role: Role
  /** Asks the server again who I am: after a change of the organisation's name. */
  readonly refresh: () => Promise<unknown>
}

const MyPlaceContext = createContext<MyPlace | undefined>(undefined)
export const MyPlaceProvider = MyPlaceContext.Provider

/** Who I am in the organisation of the address; undefined until it is known. */
export const useMyPlace = (): MyPlace | undefined => useContext(MyPlaceContext)
