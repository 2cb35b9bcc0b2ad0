/** The nonce that the server wrote into this page: every style that the app makes at run time carries it. */
export const cspNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
