import { DomainError } from '@kase/shared/errors.ts'
import type { LogoType, SetLogo } from '@kase/shared/identity/organisation-logo.schema.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import { recordAudit } from '../audit/audit.service.ts'
import { renderPlanDocument } from './documents.service.ts'
import * as repository from './employer-logo.repository.ts'
import type { Employer, PlanDocument } from './plan-document.ts'
import { checkLogo } from './setting/logo.ts'

/** The logo of an employer: refused when it is given if documents would have to leave it out. */

export interface LogoView {
  readonly type: LogoType
  /** The file itself as a `data:` address, for an `img`: there an SVG can run nothing. */
  readonly url: string
}

const mediaTypes = { png: 'image/png', jpeg: 'image/jpeg', svg: 'image/svg+xml' } as const

const viewOf = ({ type, data }: repository.LogoRow): LogoView => ({
  type,
  url: `data:${mediaTypes[type]};base64,${data.toString('base64')}`,
})

export async function getLogo(db: TenantDb, { tenantId }: Pick<Actor, 'tenantId'>): Promise<LogoView | null> {
  const logo = await repository.findLogo(db, tenantId)
  return logo ? viewOf(logo) : null
}

type InTenant = <T>(work: (db: TenantDb, actor: Actor) => Promise<T>) => Promise<T>

/**
 * Takes a logo in the place of the one before. It is printed once to see that it can be, which no transaction waits for.
 *
 * @throws DomainError a `LogoProblem`; `document-busy`
 */
export async function setLogo(deps: Dependencies, inTenant: InTenant, { data: base64 }: SetLogo): Promise<LogoView> {
  // Whoever may not set one learns nothing about the file, and has nothing printed.
  const logo = await inTenant(async () => readLogo(Buffer.from(base64, 'base64')))
  await printOnTrial(deps, logo)
  return inTenant(async (db, actor) => {
    const { tenantId } = actor
    await repository.insertLogo(db, { tenantId, ...logo, setAt: deps.now() })
    await recordAudit(db, actor, 'organisation.logo-set', tenantId, { type: logo.type, bytes: logo.data.length })
    return viewOf(logo)
  })
}

function readLogo(data: Buffer): repository.LogoRow {
  const checked = checkLogo(data)
  if ('problem' in checked) throw new DomainError(checked.problem)
  return { type: checked.type, data }
}

/** What no check of the bytes foresees would otherwise fail every document of the employer. */
async function printOnTrial(deps: Dependencies, logo: NonNullable<Employer['logo']>): Promise<void> {
  const trial: PlanDocument = {
    kind: 'pocket',
    language: 'en',
    employer: { name: 'Logo', logo },
    participant: { name: 'Logo' },
    madeOn: '2027-01-01',
    facts: {},
    sections: [],
    rightsAndHelp: { emergency: [], statements: [], helpers: [] },
  }
  try {
    await renderPlanDocument(deps, trial)
  } catch (error) {
    const isRefused = error instanceof DomainError && error.code === 'document-failed'
    throw isRefused ? new DomainError('logo-damaged', {}, { cause: error }) : error
  }
}

/** Takes the logo away, if there is one: documents show the name again. */
export async function removeLogo(db: TenantDb, actor: Actor): Promise<null> {
  if (await repository.deleteLogo(db, actor.tenantId))
    await recordAudit(db, actor, 'organisation.logo-removed', actor.tenantId)
  return null
}
