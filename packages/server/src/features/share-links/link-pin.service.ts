import { createHash } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { DomainError } from '@kase/shared/errors.ts'
import type { TenantDb } from '../../db/scope.ts'
import type { Dependencies } from '../../infra/dependencies.ts'
import type { Actor } from '../../trpc/context.ts'
import { recordAudit } from '../audit/audit.service.ts'
import { findShareLink, setPinHash } from './share-link.repository.ts'
import type { OpenedLink } from './share-link.service.ts'

/** The optional code of a link: four digits that HR hands over by another way. */

/**
 * Sets the code, or with null takes it away. Whoever has the page open is asked anew; whoever had used up their tries may try the
 * new one.
 *
 * @throws DomainError `not-found`; `link-revoked`
 */
export async function setLinkPin(
  { limits }: Pick<Dependencies, 'limits'>,
  db: TenantDb,
  actor: Actor,
  { planId, linkId, pin }: { planId: string; linkId: string; pin: string | null },
): Promise<void> {
  const link = await findShareLink(db, planId, linkId)
  if (!link) throw new DomainError('not-found')
  if (link.revokedAt) throw new DomainError('link-revoked')
  await setPinHash(db, linkId, pin === null ? null : await hash(pin))
  await limits.reset('link-pin', linkId)
  await recordAudit(db, actor, pin === null ? 'link.pin-removed' : 'link.pin-set', planId, { linkId })
}

/**
 * Checks a code. Four digits are few, so tries are few: they are counted per link, across instances, and forgotten with the right
 * one.
 *
 * @returns whether it is right, and how many tries are left
 * @throws DomainError `too-many-requests` with `seconds` to wait
 */
export async function checkLinkPin(
  { limits }: Pick<Dependencies, 'limits'>,
  { linkId, pinHash }: Pick<OpenedLink, 'linkId' | 'pinHash'>,
  pin: string,
): Promise<{ isRight: boolean; triesLeft: number }> {
  const triesLeft = await limits.consume('link-pin', linkId)
  const isRight = pinHash !== null && (await verify(pinHash, pin))
  if (isRight) await limits.reset('link-pin', linkId)
  return { isRight, triesLeft }
}

/** What a phone keeps to show that it has given the code: it changes with the code and tells nothing of it. */
export const pinProof = (pinHash: string): string =>
  createHash('sha256').update(pinHash).digest('base64url').slice(0, 22)
