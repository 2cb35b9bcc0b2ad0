import './styles/layers.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@fontsource-variable/hanken-grotesk/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { cspNonce } from './app/csp-nonce.ts'
import { startI18n } from './lib/i18n.ts'
import { rememberedLanguage } from './lib/language.ts'

// What Mantine's dialogs use to lock scrolling reads its nonce here (package get-nonce).
Object.assign(globalThis, { __webpack_nonce__: cspNonce() })

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
await startI18n(rememberedLanguage())
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
