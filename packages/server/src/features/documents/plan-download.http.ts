import { createHash } from 'node:crypto'
import express, { type Request } from 'express'
import { isLanguage, matchLanguage, type Language } from '@kase/shared/locales.ts'
import { idSchema } from '@kase/shared/plans/plan.schema.ts'
import { DomainError } from '@kase/shared/errors.ts'
import { z } from 'zod'
import type { LinkScope, TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { asMember, type Actor, type RequestContext } from '../../trpc/context.ts'
import { recordPlanEvent } from '../plans/plan-access.service.ts'
import { loadDocumentSource, renderPlanDocument } from './documents.service.ts'
import { buildParticipantDocument } from './participant-document.service.ts'
import { loadParticipantRecord, recordLanguage } from './participant-record.service.ts'
import type { PlanDocument } from './plan-document.ts'

const languageTag = z.string().transform((tag, context): Language => {
  const language = isLanguage(tag) ? tag : matchLanguage(tag)
  if (language) return language
  context.addIssue({ code: 'custom', message: 'language' })
  return z.NEVER
})

const paramsSchema = z.object({ slug: z.string(), planId: idSchema, participantId: idSchema })
const querySchema = z.object({
  kind: z.enum(['plan', 'side-by-side', 'several', 'pocket', 'record']).default('plan'),
  /** One tag, or several joined by commas for `several`. */
  lang: z
    .string()
    .max(200)
    .transform((tags) => tags.split(','))
    .pipe(z.tuple([languageTag], languageTag))
    .optional(),
  official: z.enum(['fi', 'sv']).optional(),
})

/** Documents that staff download: `…/organisations/:slug/plans/:planId/participants/:participantId/plan.pdf`. */
export function planDownloads(
  deps: Dependencies,
  contextOf: (request: Request) => Promise<RequestContext>,
): express.Router {
  const router = express.Router()
  router.get('/organisations/:slug/plans/:planId/participants/:participantId/plan.pdf', async (request, response) => {
    const params = paramsSchema.safeParse(request.params)
    const query = querySchema.safeParse(request.query)
    if (!params.success) throw new DomainError('not-found')
    if (!query.success) throw new DomainError('bad-input')
    const context = { ...(await contextOf(request)), slug: params.data.slug }
    if (context.person) await deps.limits.consume('document', context.person.userId)
    const wanted = { ...params.data, ...query.data }
    const { document, fileName } = await asMember(context, 'document.make', (db, actor) =>
      prepare(deps, db, actor, wanted),
    )
    const file = await renderPlanDocument(deps, document)
    response
      .set('Cache-Control', 'private, no-cache')
      .set('ETag', `"${createHash('sha256').update(file).digest('base64url')}"`)
      .set('Content-Disposition', `inline; filename="plan.pdf"; filename*=UTF-8''${encodeURIComponent(fileName)}`)
      .type('pdf')
      .send(Buffer.from(file))
  })
  return router
}

type Wanted = z.infer<typeof paramsSchema> & z.infer<typeof querySchema>

async function prepare(
  deps: Dependencies,
  db: TenantDb,
  actor: Actor,
  wanted: Wanted,
): Promise<{ document: PlanDocument; fileName: string }> {
  const { planId, participantId, kind } = wanted
  const { tenantId, userId } = actor
  const { document, languages, name } = await documentOf(deps, db, { ...wanted, tenantId })
  await recordPlanEvent(db, {
    tenantId,
    planId,
    kind: 'document-made',
    actorKind: 'member',
    userId,
    detail: { participantId, kind, languages },
  })
  const tags = languages.join('-')
  return { document, fileName: `${name} ${kind === 'record' ? `record ${tags}` : tags}.pdf` }
}

async function documentOf(
  deps: Dependencies,
  db: TenantDb,
  { kind, lang, official, ...whose }: Wanted & LinkScope,
): Promise<{ document: PlanDocument; languages: readonly Language[]; name: string }> {
  const { plan, ...extras } = await loadDocumentSource(deps, db, whose)
  const { name, language } = plan.participant
  const languages = lang ?? ([language] as const)
  if (kind === 'record') {
    const reader = recordLanguage(plan, languages[0])
    return { document: await loadParticipantRecord(db, { plan, ...extras }, reader), languages: [reader], name }
  }
  const document = buildParticipantDocument(plan, {
    kind,
    languages: [...languages],
    ...(official && { official }),
    ...extras,
  })
  return { document, languages, name }
}
