import {
  eventHash,
  eventText,
  firstHash,
  type NewEvent,
  versionHashOf,
} from '../src/commitments/event-rules.ts'
import { type Document, documentOf, type Side } from '../src/commitments/rules.ts'
import { keyOfSeed } from '../src/lib/ed25519.ts'
import { type Evidence, evidenceOf } from '../src/signed-files/evidence-rules.ts'
import { someContent } from './commitments.ts'

/** Keys of Ed25519 that every run has alike, so that what they sign is the same byte by byte. */
export const ownKey = keyOfSeed(Buffer.alloc(32, 1))
export const foreignKey = keyOfSeed(Buffer.alloc(32, 2))

const partners: { id: number; position: number; side: Side; name: string; businessId: string | null }[] = [
  { id: 11, position: 1, side: 'county', name: 'Esimerkkialueen hyvinvointialue', businessId: '1234567-1' },
  { id: 12, position: 2, side: 'municipality', name: 'Esimerkkilä', businessId: null },
  { id: 13, position: 3, side: 'culture', name: 'Esimerkkiteatteri', businessId: null },
]

export const someDocument = (): Document =>
  documentOf(
    {
      ...{
        kind: 'partnership',
        modelNumber: 3,
        bindingLanguage: 'fi',
        from: '2026-06-01',
        until: '2028-05-31',
      },
      content: someContent(),
    },
    partners,
  )

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 9, minute))
const common = (version: string, name: string, title: string) =>
  ({ version, name, title, statement: 'right-1', language: 'fi' }) as const

/** Sent, signed by account, by link and on paper, as the register writes it. */
export const someEvents = (document: Document): NewEvent[] => {
  const version = versionHashOf(document)
  const account = '00000000-0000-4000-8000-000000000001'
  return [
    {
      ...{ kind: 'sent', party: null, actor: 'account:a', at: at(0) },
      details: { version, round: 1, document },
    },
    {
      ...{ kind: 'signed', party: 13, actor: `account:${account}`, at: at(10) },
      details: {
        ...common(version, 'Tiina Teatterinjohtaja', 'teatterinjohtaja'),
        ...{ right: { basis: 'position', reference: null }, way: 'account', account, provider: null },
      },
    },
    {
      ...{ kind: 'signed', party: 12, actor: 'link:7', at: at(20) },
      details: {
        ...common(version, 'Sari Sivistysjohtaja', 'sivistysjohtaja'),
        right: { basis: 'decision', reference: 'ESI/123/00.01.03/2026' },
        ...{ way: 'link', link: 7, email: 'sari@esimerkkila.example' },
      },
    },
    {
      ...{ kind: 'signed', party: 11, actor: 'account:a', at: at(30) },
      details: {
        ...common(version, 'Hannu Hyvinvointijohtaja', 'hyvinvointijohtaja'),
        right: { basis: 'delegation', reference: 'Hallintosääntö 12 §' },
        ...{ way: 'paper', scan: 'ab'.repeat(32), signedOn: '2026-05-03', takenInBy: 'account:a' },
      },
    },
  ]
}

/** A chain of these events, each tied to the one before it. */
export const chained = (events: readonly NewEvent[], commitment = 5): Evidence['events'] => {
  let previous = firstHash
  return events.map((event, index) => {
    const text = eventText(commitment, index + 1, event)
    previous = eventHash(previous, text)
    return { number: index + 1, text, hash: previous }
  })
}

/** A signed commitment's evidence, made without a database. */
export const makeEvidence = (
  given: { events?: NewEvent[]; document?: Document } = {},
  key = ownKey,
): Evidence => {
  const document = given.document ?? someDocument()
  return evidenceOf(
    {
      ...{ origin: 'https://kaiku.example', issuedAt: at(31), commitment: 5, document },
      version: versionHashOf(document),
      parties: partners,
      events: chained(given.events ?? someEvents(document)),
    },
    key,
  )
}
