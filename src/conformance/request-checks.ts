import type { Asked } from './caller.ts'
import { codeOf } from './cards.ts'
import type { Check } from './check.ts'
import { errorsOf, must, mustAnswer, mustPoint, mustRefuse } from './judging.ts'
import { checkCard, recordUse } from './recording.ts'
import type { Tested } from './tested.ts'

const path = '/api/v1/card-checks'
const post = ({ ask }: Tested, more: Partial<Asked>) => ask({ method: 'POST', path, ...more })
const wellFormed = ({ siteId }: Tested) => ({ code: codeOf('valid'), siteId })

/** A list that a key reads, one that anybody reads, and the document. */
const readable = ['/api/v1/uses', '/api/v1/sites', '/api/v1/openapi.json']

export const requestChecks: Check[] = [
  {
    id: 'request.method',
    clause: 'Refusals: another method answers 405, and Allow names those that there are.',
    run: async ({ ask }) => {
      const refused = await ask({ method: 'DELETE', path: '/api/v1/uses' })
      mustRefuse(refused, 405, 'method-not-allowed')
      const allow = refused.headers.get('allow') ?? ''
      must(/\bPOST\b/.test(allow) && /\bGET\b/.test(allow), 'Allow: GET, POST', allow || 'no such header')
    },
  },
  {
    id: 'request.address',
    clause: 'Refusals: an address that is none answers 404.',
    run: async ({ ask }) =>
      mustRefuse(await ask({ method: 'GET', path: '/api/v1/nothing' }), 404, 'not-found'),
  },
  {
    id: 'request.accept',
    clause: 'Refusals: who accepts only another type gets 406.',
    run: async (tested) => {
      const body = wellFormed(tested)
      mustRefuse(await post(tested, { body, headers: { accept: 'text/html' } }), 406, 'not-acceptable')
    },
  },
  {
    id: 'request.type',
    clause: 'Refusals: a body that does not call itself JSON gets 415.',
    run: async (tested) => {
      const headers = { 'content-type': 'text/plain' }
      const refused = await post(tested, { body: wellFormed(tested), headers })
      mustRefuse(refused, 415, 'unsupported-media-type')
    },
  },
  {
    id: 'request.malformed',
    clause: 'Refusals: what is no JSON gets 400.',
    run: async (tested) => {
      for (const body of ['{"code":', ' ']) mustRefuse(await post(tested, { body }), 400, 'malformed-json')
    },
  },
  {
    id: 'request.too-large',
    clause: 'Limits: a body may be 64 KB.',
    run: async (tested) => {
      const body = { ...wellFormed(tested), eventId: 'x'.repeat(65_536) }
      mustRefuse(await post(tested, { body }), 413, 'too-large')
    },
  },
  {
    id: 'request.form',
    clause: 'Refusals: a request of the wrong form gets 422, with a pointer to each fault.',
    run: async (tested) => {
      const refused = await recordUse(tested, codeOf('valid'), { adults: -1, children: 'two' })
      mustRefuse(refused, 422, 'validation-failed')
      for (const pointer of ['/adults', '/children']) mustPoint(refused, pointer)
      mustRefuse(await post(tested, { body: [] }), 422, 'validation-failed')
    },
  },
  {
    id: 'request.unknown-field',
    clause: 'Refusals: a field that nobody knows is told to a test key.',
    run: async (tested) => {
      const refused = await checkCard(tested, codeOf('valid'), { adluts: 2 })
      mustRefuse(refused, 422, 'validation-failed')
      mustPoint(refused, '/adluts')
      const [error] = errorsOf(refused)
      must(error?.code === 'unknown', 'an error with the code “unknown”', error?.code ?? 'none')
    },
  },
  {
    id: 'list.unchanged',
    clause: 'Lists: what has not changed is answered with 304 and no body.',
    run: async ({ ask }) => {
      for (const address of readable) {
        const first = await ask({ method: 'GET', path: address })
        mustAnswer(first, 200)
        const etag = first.headers.get('etag')
        must(etag !== null, `an ETag of ${address}`, 'no such header')
        const same = await ask({ method: 'GET', path: address, headers: { 'if-none-match': etag! } })
        mustAnswer(same, 304)
        must(same.text === '', 'no body', same)
        const other = await ask({ method: 'GET', path: address, headers: { 'if-none-match': '"x"' } })
        mustAnswer(other, 200, 'another ETag gets the whole')
      }
    },
  },
  {
    id: 'list.open',
    clause: 'Lists: open data needs no key, and scripts of other pages may read it.',
    run: async ({ ask }) => {
      for (const address of ['/api/v1/sites', '/api/v1/areas', '/api/v1/municipalities']) {
        const answer = await ask({ method: 'GET', path: address, by: null })
        mustAnswer(answer, 200)
        const origin = answer.headers.get('access-control-allow-origin')
        must(origin === '*', 'Access-Control-Allow-Origin: *', origin ?? 'no such header')
      }
    },
  },
]
