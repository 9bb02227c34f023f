import { programLimit } from '../web/endpoint-limits.ts'

/** The guide of programmers, in the one language that all of them read. Each part: a heading, and what it says. */
export const guide = [
  {
    title: 'Addresses and keys',
    text: [
      'Every address begins with /api/v1. Send the key as “Authorization: Bearer kk_live_…”, over HTTPS only.',
      'A key names what it may do (its scopes), and its program the sites that let it record for them. Ask GET /api/v1/me first.',
      'What is not yours does not exist: a site of somebody else’s answers 404.',
      'Two keys of one program can work at the same time: make the new one, put it into use, then end the old one. What was answered stays answered, since answers belong to the program.',
    ],
  },
  {
    title: 'Idempotency',
    text: [
      'Recording needs an Idempotency-Key: 1 to 255 printable characters, best a UUID version 7. It is kept 90 days.',
      'When an answer does not come, send the same body with the same key until one does. Nothing is recorded twice; a repeat is answered as the first time, with “Idempotency-Replayed: true”.',
      'The same key with another body is refused (422), also when the first was cancelled since. A refusal is not kept: what was refused can be corrected and sent with its key.',
      'Keep the time of the scan in usedAt: a card that was valid then counts, however late the record comes, up to 30 days.',
    ],
  },
  {
    title: 'Refusals',
    text: [
      'A refusal is application/problem+json (RFC 9457). The last part of its type is its name; the address leads to a page that says what to do.',
      'endUserMessage says the same to the person at the till, in fi, sv and en. Show it as it is.',
      'A request of the wrong form answers 422 validation-failed. Each of its errors has a pointer: into the body (RFC 6901, such as /items/3/code), or /path/id and /query/limit. A value is never repeated, for it may be a card’s code.',
      'Fields that we do not know are refused to a test key, and ignored from a live one.',
      'Repeat after 429, 500 and 503, with the same Idempotency-Key, no sooner than Retry-After says. Do not repeat other refusals unchanged.',
    ],
  },
  {
    title: 'Limits',
    text: [
      `A program may ask ${programLimit.quota} times in ${programLimit.seconds} seconds; every answer to a key says how many are left (RateLimit and RateLimit-Policy, draft-ietf-httpapi-ratelimit-headers-11). Beyond that it is answered with 429 and Retry-After.`,
      'The count is kept by each process of the service: behind a balancer the limit is as many times as there are processes.',
      'Codes that no card has are limited strictly, in the database: 60 an hour for a key, then it waits. Repeats with a known Idempotency-Key go on meanwhile.',
      'A body may be 64 KB.',
    ],
  },
  {
    title: 'Lists',
    text: [
      'A long list comes in pages: limit (at most 200) and cursor. Send nextCursor of one page as cursor for the next; null means that there is no more. A cursor has no meaning of its own.',
      'Answers to GET have an ETag. Send it as If-None-Match, and what has not changed is answered with 304 and no body.',
      'Open data may be asked for by scripts of other pages (Access-Control-Allow-Origin: *).',
    ],
  },
  {
    title: 'Trying it out',
    text: [
      'A test key (kk_test_…) reaches practice cards alone, one for each outcome. Nothing of it is counted.',
      'GET /api/v1/practice-cards lists their codes, with what each is answered. They are the same everywhere.',
      'POST /api/v1/sandbox-resets begins your sandbox anew; POST /api/v1/sandbox-registrations registers the card “unregistered”, so that tickets that wait for it become uses.',
      'An address that has no practice answer refuses a test key with 403. Open data answers everybody alike.',
      'A demonstration gives a test key, a key, a site and cards at /demo/facts.json.',
    ],
  },
  {
    title: 'A card that is not registered yet',
    text: [
      'Give no ticket: the answer is card-not-registered. Where one was given all the same, such as while your system had no network, send “given”: true.',
      'It is then answered with 202 and an id. GET /api/v1/uses/{id} tells its state: waiting; recorded, once the card is registered; given-up, when the card never is or was not valid that day; cancelled, when you have cancelled it as any use.',
    ],
  },
  {
    title: 'Webhooks',
    text: [
      'A program can be told of what happens: use.cancelled and use.recognised and use.dropped of its own uses and waiting tickets, site.updated of its sites, model.changed of the rules. Make one with POST /api/v1/webhooks, or let whoever keeps the program do it on its page.',
      'A message is {"id", "event", "createdAt", "data"}; data has ids alone, such as useId and siteId, and nothing of a card. Ask for what you need by them.',
      'Its header Kaiku-Signature is t=<seconds>,v1=<hex>: the HMAC-SHA256 of “<t>.<body>” with the secret that was shown once. One v1 must match, and t be younger than five minutes. While a secret is being changed, two of them sign.',
      'Answer 2xx within 8 seconds, over https with a certificate that browsers would trust. Otherwise the message comes again, later and later for three days; it can come twice, so look at its id.',
      'A test key makes webhooks too: they hear of your practice alone, your own deeds included, and every message says “test”: true. POST /api/v1/webhooks/{id}/tests sends a trial to any webhook.',
    ],
  },
  {
    title: 'A client in TypeScript',
    text: [
      'The folder clients/typescript of the source has a small client without dependencies: it repeats with the same key until an answer comes, and checks signatures of webhooks. From the document below, a client in any other language can be generated.',
    ],
  },
  {
    title: 'Versions',
    text: [
      'New addresses, fields and values may come at any time in version 1: ignore what you do not know.',
      'What would break a program comes under a new number in the address. An address that will go says so in every answer (Deprecation, RFC 9745) and names its last day (Sunset, RFC 8594), a year ahead at least.',
    ],
  },
] as const

/** What has changed in the contract, newest first. */
export const changes = [
  {
    on: '2026-11-27',
    what: 'One use by its id, also a ticket that waits. What a site does not give is refused (ticket-type-not-offered). Webhooks in practice, with “test”: true. Cards that are refused for another reason than the limit tell no “remaining”.',
  },
  {
    on: '2026-11-26',
    what: 'Sites, offers, areas, municipalities, series of statistics and GET /me. Cursors, ETags and RateLimit headers. OpenAPI document.',
  },
  { on: '2026-09-01', what: 'Card checks, uses and the national yearly table.' },
] as const
