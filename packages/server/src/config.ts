import { resolve } from 'node:path'
import { z } from 'zod'

/** The settings of the service: the sole reader of the environment. Parsed once at start; a bad variable is named. */

const flag = z.enum(['0', '1']).transform((value) => value === '1')
const port = z.coerce.number().int().min(0).max(65_535)

const environmentSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Where people reach the service; links and QR codes start with it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** A PostgreSQL ≥ 15 of one's own, as a role that owns the database and may create roles. Without it: the embedded server. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().default('.data'),
  /** Demo organisations and accounts. On by default with the embedded server only. */
  DEMO: flag.optional(),
  /** At least 32 random characters; keys for sessions, links and database passwords are derived from it. */
  SECRET: z.string().min(32).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('KASE Welcome <welcome@localhost>'),
  /** How many proxies stand before the service, so that rate limits count people and not the proxy. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Folder of other PostgreSQL binaries for the embedded server. */
  PG_BIN: z.string().optional(),
  /** How many render threads; by default one fewer than the cores. */
  RENDER_THREADS: z.coerce.number().int().min(1).max(32).optional(),
})

export interface Config {
  readonly port: number
  readonly host: string
  readonly publicUrl: string
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  readonly isDemo: boolean
  readonly secret: string | undefined
  readonly mail: { readonly smtpUrl: string | undefined; readonly from: string }
  readonly trustedProxies: number
  readonly logLevel: string
  readonly pgBin: string | undefined
  readonly renderThreads: number | undefined
}

/** @throws ConfigError that names every variable that is wrong */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const { data, error } = environmentSchema.safeParse(given)
  if (error) throw new ConfigError(error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '))
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: (data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, ''),
    databaseUrl: data.DATABASE_URL,
    dataDir: resolve(data.DATA_DIR),
    isDemo: data.DEMO ?? data.DATABASE_URL === undefined,
    secret: data.SECRET,
    mail: { smtpUrl: data.SMTP_URL, from: data.MAIL_FROM },
    trustedProxies: data.TRUSTED_PROXIES,
    logLevel: data.LOG_LEVEL,
    pgBin: data.PG_BIN,
    renderThreads: data.RENDER_THREADS,
  }
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}
