import { canonical, type Json } from '../lib/canonical.ts'
import { commaCsv } from '../lib/csv-write.ts'

/**
 * One fact of what is archived, under its name here, in Dublin Core (DCMI Metadata Terms) and, where there is one, in the
 * SÄHKE2 metadata model by its number (National Archives of Finland; JHS 191, annex 6). SÄHKE2 is no order any more since
 * 31.12.2022, but stays a form in which the National Archives takes documents in.
 */
export type Fact = { name: string; value: string | null; dublinCore: string; sahke2: string | null }

const fact = (
  name: string,
  value: string | null,
  dublinCore: string,
  sahke2: string | null = null,
): Fact => ({
  ...{ name, value, dublinCore, sahke2 },
})

type Retention = { code: string; name: string; years: number | null; source: string; until: string | null }

/** What an archive asks of every document. */
const commonFacts = (given: {
  recordNumber: string
  title: string
  type: string
  languages: string
  publisher: string
  retention: Retention
}): Fact[] => [
  fact('recordNumber', given.recordNumber, 'dcterms:identifier'),
  fact('title', given.title, 'dcterms:title'),
  fact('type', given.type, 'dcterms:type'),
  fact('language', given.languages, 'dcterms:language'),
  fact('publisher', given.publisher, 'dcterms:publisher'),
  fact('retentionClass', given.retention.code, 'dcterms:accessRights'),
  fact(
    'retentionPeriod',
    given.retention.years === null ? 'permanent' : `P${given.retention.years}Y`,
    'dcterms:accrualPolicy',
    '2.11.1 Säilytysajan pituus',
  ),
  fact('retentionSource', given.retention.source, 'dcterms:provenance', '2.11.2 Säilytysajan peruste'),
  fact('keptUntil', given.retention.until, 'dcterms:valid'),
  fact('publicityClass', 'public', 'dcterms:rights', '2.6.1 Julkisuusluokka'),
]

export const commitmentFacts = (given: {
  recordNumber: string
  title: string
  kind: string
  languages: string
  publisher: string
  retention: Retention
  commitment: number
  version: string
  parties: readonly string[]
  from: string
  end: string | null
  sentAt: string | null
  signedAt: string | null
  earlier: number | null
}): Fact[] => [
  ...commonFacts({ ...given, type: `commitment: ${given.kind}` }),
  fact('commitment', String(given.commitment), 'dcterms:identifier'),
  fact('version', given.version, 'dcterms:hasVersion'),
  fact('parties', given.parties.join('; '), 'dcterms:contributor'),
  fact('inForce', `${given.from}/${given.end ?? '..'}`, 'dcterms:temporal'),
  fact('sentAt', given.sentAt, 'dcterms:created'),
  fact('signedAt', given.signedAt, 'dcterms:dateAccepted'),
  fact('earlierCommitment', given.earlier === null ? null : String(given.earlier), 'dcterms:replaces'),
  // Those who sign do so in their work; the address proves to whom a link was sent.
  fact(
    'personalData',
    'names of signatories, and the addresses that links were sent to, in their work',
    'dcterms:description',
    '2.6.7 Henkilötietoja',
  ),
]

/** What a report of a closed period is, and which publication its figures come from. */
export const reportFacts = (given: {
  recordNumber: string
  title: string
  kind: string
  publisher: string
  retention: Retention
  place: string
  period: string
  publication: number
  digest: string
  asOf: string
  archivedAt: string
}): Fact[] => [
  ...commonFacts({ ...given, type: `report: ${given.kind}`, languages: 'fi; sv; en' }),
  fact('place', given.place, 'dcterms:spatial'),
  fact('period', given.period, 'dcterms:temporal'),
  fact('publication', String(given.publication), 'dcterms:source'),
  fact('digest', given.digest, 'dcterms:hasVersion'),
  fact('asOf', given.asOf, 'dcterms:created'),
  fact('archivedAt', given.archivedAt, 'dcterms:dateSubmitted'),
  fact('personalData', 'none', 'dcterms:description', '2.6.7 Henkilötietoja'),
]

/** The same facts for programs and for people with a spreadsheet. */
export const metadataFiles = (facts: readonly Fact[]): { name: string; body: Buffer }[] => [
  {
    name: 'metadata.json',
    body: Buffer.from(`${canonical({ format: 'kaiku-metadata/1', facts } as unknown as Json)}\n`),
  },
  {
    name: 'metadata.csv',
    body: Buffer.from(
      commaCsv([
        ['name', 'value', 'dublin_core', 'sahke2'],
        ...facts.map(({ name, value, dublinCore, sahke2 }) => [name, value ?? '', dublinCore, sahke2 ?? '']),
      ]),
    ),
  },
]
