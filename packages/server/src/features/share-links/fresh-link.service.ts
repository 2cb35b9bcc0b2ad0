import type { LinkScope } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import { createToken, hashToken } from '../../infra/secrets.ts'
import { getParticipant, getPlan, linkExpiry, recordPlanEvent } from '../plans/plan-access.service.ts'
import { findCurrentLink, insertShareLink } from './share-link.repository.ts'
import { endOf, queueLinkMail, stateOf } from './share-link.service.ts'

/**
 * Sends the holder of an expired link a link that works, to the address that HR gave and to no other. Where one has been made
 * meanwhile, that one is sent. The expired one stays as it is: it goes on saying that it has expired.
 *
 * @returns false when nobody has given an address
 */
export async function sendFreshLink(
  deps: Dependencies,
  { tenantId, planId, participantId }: LinkScope,
): Promise<boolean> {
  // The service itself acts here, on the employer's behalf: a link holder can neither make links nor send mail.
  return deps.db.withTenant({ tenantId }, async (db) => {
    const participant = await getParticipant(db, planId, participantId)
    if (!participant.email) return false
    const current = await findCurrentLink(db, participantId)
    const at = deps.now()
    const link = current && stateOf(current, at) === 'in-use' ? current : await makeLink()
    await queueLinkMail(deps, db, { tenantId, participant, link, to: participant.email })
    await recordPlanEvent(db, {
      tenantId,
      planId,
      kind: 'link-sent',
      actorKind: 'system',
      at,
      detail: { participantId },
    })
    return true

    async function makeLink() {
      const { createdBy } = await getPlan(db, planId)
      const token = createToken()
      return insertShareLink(db, {
        tenantId,
        planId,
        participantId,
        tokenHash: hashToken(token),
        tokenEncrypted: deps.secrets.encrypt(token),
        label: current?.label ?? '',
        pinHash: current?.pinHash ?? null,
        createdBy,
        createdAt: at,
        expiresAt: endOf(await linkExpiry(db, planId, at)),
      })
    }
  })
}

/** An address that its owner recognises and nobody else learns: `m•••••k@g••••.com`. */
export function maskedAddress(email: string): string {
  const [name = '', domain = ''] = email.split('@')
  const dot = domain.lastIndexOf('.')
  const dots = '•••••'
  const end = name.length > 2 ? name.slice(-1) : ''
  return `${name.slice(0, 1)}${dots}${end}@${domain.slice(0, 1)}${dots}${dot < 0 ? '' : domain.slice(dot)}`
}
