import type { Check } from './check.ts'
import { hashOf } from './document.ts'
import { fieldsOf, must, mustAnswer } from './judging.ts'

/** What there is in version 1 of the contract. */
const asked = `
GET /api/v1/me
POST /api/v1/card-checks
POST /api/v1/uses
GET /api/v1/uses
POST /api/v1/use-batches
POST /api/v1/uses/{id}/cancellation
POST /api/v1/sandbox-resets
GET /api/v1/practice-cards
POST /api/v1/reconciliations
GET /api/v1/reconciliations/{id}
GET /api/v1/sites
GET /api/v1/sites/{id}
GET /api/v1/sites/{id}/offers
GET /api/v1/areas
GET /api/v1/municipalities
GET /api/v1/statistics/uses
GET /api/v1/statistics/cards
GET /api/v1/statistics/yearly
POST /api/v1/webhooks
GET /api/v1/webhooks
POST /api/v1/webhooks/{id}/ending
POST /api/v1/webhooks/{id}/secrets
POST /api/v1/webhooks/{id}/tests
GET /api/v1/webhooks/{id}/deliveries
GET /api/v1/openapi.json`
  .trim()
  .split('\n')

export const documentChecks: Check[] = [
  {
    id: 'document.version',
    clause: 'Document: /openapi.json is OpenAPI 3.1.',
    run: async ({ document }) => {
      mustAnswer(document, 200)
      const { openapi, info } = fieldsOf(document)
      must(/^3\.1\.\d+$/.test(String(openapi)), 'openapi: 3.1', `openapi: ${openapi}`)
      must(typeof (info as { version?: unknown })?.version === 'string', 'a version', document)
    },
  },
  {
    id: 'document.operations',
    clause: 'Document: it names every operation of version 1.',
    run: async ({ contract }) => {
      const named = contract.operations.map(({ method, path }) => `${method} ${path}`)
      const missing = asked.filter((one) => !named.includes(one))
      must(missing.length === 0, `${asked.length} operations`, `missing: ${missing.join(', ')}`)
    },
  },
  {
    id: 'document.stable',
    clause: 'Document: it is the same whoever asks, and whenever.',
    run: async ({ ask, document }) => {
      const again = await ask({ method: 'GET', path: '/api/v1/openapi.json' })
      must(hashOf(again.text) === hashOf(document.text), 'the same document to a key', 'another document')
    },
  },
]
