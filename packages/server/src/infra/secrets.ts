import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/** Tokens, their hashes, and encryption under keys derived from the service's one secret. */

/** What a token looks like in a URL: 22 characters of base64url carry its 128 bits. */
export const tokenPattern = /^[A-Za-z0-9_-]{22}$/

/** A new random token of 128 bits. */
export const createToken = (): string => randomBytes(16).toString('base64url')

/** What a token is looked up by. Tokens are random, so a plain hash cannot be guessed back. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

export interface Secrets {
  /** A password for a database role or a key for another library, as hex. */
  readonly derive: (purpose: string) => string
  readonly encrypt: (text: string) => Buffer
  /** @throws Error when the text was not encrypted under this secret, or was altered */
  readonly decrypt: (sealed: Uint8Array) => string
}

/** AES-256-GCM with a random 96-bit nonce in front; the key never leaves this closure. */
export function createSecrets(secret: string): Secrets {
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'kase-welcome', purpose, 32))
  const key = derived('encryption')
  return {
    derive: (purpose) => derived(purpose).toString('hex'),
    encrypt: (text) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    decrypt: (sealed) => {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(-16))
      return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}
