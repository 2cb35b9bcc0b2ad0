import { createExpressMiddleware } from '@trpc/server/adapters/express'
import compression from 'compression'
import express, { type Request, type RequestHandler } from 'express'
import helmet from 'helmet'
import { pinoHttp } from 'pino-http'
import { batchDownloads } from './features/documents/batch-download.http.ts'
import { planDownloads } from './features/documents/plan-download.http.ts'
import type { Auth } from './features/identity/auth.ts'
import { authRouter } from './features/identity/auth.router.ts'
import { findPerson } from './features/identity/session.service.ts'
import { workerPages } from './features/worker-page/worker-page.http.ts'
import type { Dependencies } from './infra/dependencies.ts'
import { lastResort } from './infra/last-resort.ts'
import { webApp } from './infra/web-app.ts'
import type { RequestContext } from './trpc/context.ts'
import { appRouter } from './trpc/router.ts'

interface AppOptions {
  readonly deps: Dependencies
  readonly auth: Auth
  readonly trustedProxies: number
  /** Whether the service can do its work: the database answers. */
  readonly isReady: () => Promise<boolean>
}

/** A logo of a megabyte in base64 is the largest that anybody sends. */
const maxBodyBytes = 1_400_000

/** The whole HTTP surface of the service, over what the composition root made. */
export function createApp({ deps, auth, trustedProxies, isReady }: AppOptions): express.Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustedProxies)
  app.use(
    pinoHttp({
      logger: deps.log,
      redact: ['req.headers', 'res.headers'],
      serializers: { req: loggedRequest },
      autoLogging: { ignore: (request) => request.url === '/healthz' },
    }),
  )
  app.use(
    helmet({
      contentSecurityPolicy: false,
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: deps.publicUrl.startsWith('https://'),
    }),
  )
  app.use(compression())
  app.get('/healthz', (_, response) => response.type('text').send('ok'))
  app.get('/readyz', async (_, response) =>
    (await isReady()) ? response.type('text').send('ready') : response.status(503).type('text').send('not ready'),
  )
  app.use('/api/auth', authRouter(auth))
  const contextOf = (request: Request): Promise<RequestContext> => requestContext(request, { deps, auth })
  app.use('/api', planDownloads(deps, contextOf), batchDownloads(deps, contextOf))
  app.use(
    '/trpc',
    refuseForeignOrigin,
    createExpressMiddleware({
      router: appRouter,
      maxBodySize: maxBodyBytes,
      maxBatchSize: 20,
      createContext: ({ req }) => requestContext(req, { deps, auth }),
      onError: ({ error }) => logUnexpected(deps, error),
    }),
  )
  app.use(['/api', '/trpc'], (_, response) => response.status(404).json({ code: 'not-found', params: {}, fields: [] }))
  app.use('/p', workerPages(deps))
  app.use(webApp())
  app.use(lastResort(deps))
  return app
}

/** Tokens stand in paths: none of them reaches the log. */
const loggedRequest = ({ id, method, url }: { id: unknown; method: string; url: string }) => ({
  id,
  method,
  url: url.replace(/^\/(p|invitation|reset-password)\/[^/?]+/, '/$1/…').replace(/\?.*$/, ''),
})

async function requestContext(
  request: Request,
  { deps, auth }: Pick<AppOptions, 'deps' | 'auth'>,
): Promise<RequestContext> {
  return {
    deps,
    person: await findPerson(auth, request.headers),
    slug: request.get('x-organisation'),
    address: request.ip ?? '',
  }
}

/** A page of another site may not call procedures with a member's cookies. Browsers send `Origin` with every POST. */
const refuseForeignOrigin: RequestHandler = (request, response, next) => {
  const origin = request.get('origin')
  if (origin === undefined || URL.parse(origin)?.host === request.get('host')) return next()
  response.status(403).json({ code: 'not-allowed', params: {}, fields: [] })
}

function logUnexpected(
  { log }: Dependencies,
  error: { readonly code: string; readonly cause?: Error | undefined },
): void {
  if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error.cause ?? error }, 'a procedure failed')
}
