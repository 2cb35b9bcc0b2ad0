import { createHash } from 'node:crypto'
import express, { type Request } from 'express'
import { isLanguage, matchLanguage, type Language } from '@kase/shared/locales.ts'
import { idSchema } from '@kase/shared/plans/plan.schema.ts'
import { DomainError } from '@kase/shared/errors.ts'
import { z } from 'zod'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { asMember, type Actor, type RequestContext } from '../../trpc/context.ts'
import { recordPlanEvent } from '../plans/plan-access.service.ts'
import { loadDocumentSource, renderPlanDocument } from './documents.service.ts'
import { buildParticipantDocument } from './participant-document.service.ts'
import type { PlanDocument } from './plan-document.ts'

const languageTag = z.string().transform((tag, context): Language => {
  const language = isLanguage(tag) ? tag : matchLanguage(tag)
  if (language) return language
  context.addIssue({ code: 'custom', message: 'language' })
  return z.NEVER
})

const paramsSchema = z.object({ slug: z.string(), planId: idSchema, participantId: idSchema })
const querySchema = z.object({
  kind: z.enum(['plan', 'side-by-side', 'several', 'pocket']).default('plan'),
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
  { planId, participantId, kind, lang, official }: Wanted,
): Promise<{ document: PlanDocument; fileName: string }> {
  const { plan, link } = await loadDocumentSource(deps, db, { tenantId: actor.tenantId, planId, participantId })
  const languages = lang ?? ([plan.participant.language] as const)
  const document = buildParticipantDocument(plan, {
    kind,
    languages: [...languages],
    ...(official && { official }),
    ...(link && { link }),
  })
  const { tenantId, userId } = actor
  await recordPlanEvent(db, {
    tenantId,
    planId,
    kind: 'document-made',
    actorKind: 'member',
    userId,
    detail: { participantId, kind, languages },
  })
  return { document, fileName: `${plan.participant.name} ${languages.join('-')}.pdf` }
}
