import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { chained, foreignKey, makeEvidence, ownKey, someDocument, someEvents } from '../../test/evidence.ts'
import { commitmentPaper } from '../commitment-papers/paper.ts'
import { versionHashOf } from '../commitments/event-rules.ts'
import { canonical, type Json } from '../lib/canonical.ts'
import { publicTextOf } from '../lib/ed25519.ts'
import { makePdf } from '../lib/pdf.ts'
import { zipOf } from '../lib/zip-write.ts'
import { type Evidence, evidenceOf, evidenceText } from './evidence-rules.ts'
import { manifestOf } from './manifest-rules.ts'
import { sealBytes, sealLength } from './seal-rules.ts'
import { verifyFile } from './verify-rules.ts'

const keys = [publicTextOf(ownKey)]
const bytesOf = (value: unknown) => Buffer.from(canonical(value as Json))
const namesIn = (bytes: Uint8Array) =>
  verifyFile(bytes, keys).findings.map(({ name, event }) => (event === undefined ? name : `${name} ${event}`))
const copy = (): Evidence => JSON.parse(evidenceText(makeEvidence())) as Evidence

let pdf: Buffer
let pack: Buffer
beforeAll(async () => {
  pdf = sealBytes(await makePdf(commitmentPaper('fi', makeEvidence())), ownKey)
  const files = [
    { name: 'sitoumus-fi.pdf', body: pdf },
    { name: 'kaiku-evidence.json', body: Buffer.from(evidenceText(makeEvidence())) },
  ]
  const manifest = manifestOf(files, { origin: 'https://kaiku.example', madeAt: new Date(0) }, ownKey)
  pack = sealBytes(zipOf([...files, manifest], sealLength), ownKey)
})

test('what was issued is whole: the paper, the evidence and the package', () => {
  for (const [kind, bytes] of [
    ['pdf', pdf],
    ['evidence', bytesOf(makeEvidence())],
    ['package', pack],
  ] as const)
    expect(verifyFile(bytes, keys)).toMatchObject({ kind, findings: [], signedBy: keys[0] })
  // Without a key nothing is said of whose it is, but that nobody changed it.
  expect(verifyFile(pdf, null).findings).toEqual([])
})

test('evidence that begins with a byte order mark is not what was issued, and is said to be none of ours', () => {
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytesOf(makeEvidence())])
  expect(namesIn(marked)).not.toEqual([])
})

test('a foreign signature is told from an altered file', () => {
  expect(namesIn(bytesOf(makeEvidence({}, foreignKey)))).toEqual(['foreign-signature'])
  expect(namesIn(sealBytes(pdf.subarray(0, -sealLength), foreignKey))).toEqual(['foreign-signature'])
  const named = copy()
  named.signature.publicKey = publicTextOf(foreignKey)
  expect(namesIn(bytesOf(named))).toEqual(['foreign-signature', 'altered-file'])
})

type Change = [name: string, change: (evidence: Evidence) => unknown, found: string[]]
const replaceIn = (text: string, from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`${from} is not there`)
  return text.replace(from, to)
}
const changes: Change[] = [
  [
    'the agreed text',
    ({ document }) => void Object.assign(document.content.clauses[0]!.text, { fi: 'Ei.' }),
    ['altered-text'],
  ],
  ['a day', ({ document }) => void Object.assign(document, { until: '2038-05-31' }), ['altered-text']],
  [
    'the name of a party in the text',
    ({ document }) => void Object.assign(document.parties[0]!, { name: 'Toinen' }),
    ['altered-text'],
  ],
  [
    'the version',
    (evidence) => void Object.assign(evidence, { version: 'ab'.repeat(32) }),
    [
      'altered-text',
      ...[
        'signature-of-other-version 2',
        'signature-of-other-version 3',
        'signature-of-other-version 4',
        'party-not-signed',
        'party-not-signed',
        'party-not-signed',
      ],
    ],
  ],
  [
    'the place of a party',
    ({ parties }) => void Object.assign(parties[0]!, { position: 2 }),
    ['altered-text'],
  ],
  [
    'which party an event means',
    ({ parties }) => void Object.assign(parties[0]!, { party: 99 }),
    ['party-not-signed'],
  ],
  ['the name of a party now', ({ parties }) => void Object.assign(parties[0]!, { name: 'Toinen' }), []],
  [
    'who signed',
    ({ events }) => void Object.assign(events[1]!, { text: replaceIn(events[1]!.text, 'Tiina', 'Taina') }),
    ['chain-altered 2'],
  ],
  [
    'when it was signed',
    ({ events }) =>
      void Object.assign(events[2]!, { text: replaceIn(events[2]!.text, '2026-05-04', '2026-05-05') }),
    ['chain-altered 3'],
  ],
  [
    'in which right',
    ({ events }) =>
      void Object.assign(events[3]!, { text: replaceIn(events[3]!.text, 'delegation', 'position') }),
    ['chain-altered 4'],
  ],
  [
    'how it was signed',
    ({ events }) =>
      void Object.assign(events[1]!, {
        text: replaceIn(events[1]!.text, '"way":"account"', '"way":"paper"'),
      }),
    ['chain-altered 2'],
  ],
  [
    'the text that was sent',
    ({ events }) =>
      void Object.assign(events[0]!, { text: replaceIn(events[0]!.text, 'maksutta', 'maksusta') }),
    ['chain-altered 1', 'altered-text'],
  ],
  [
    'the hash of an event',
    ({ events }) => void Object.assign(events[2]!, { hash: 'cd'.repeat(32) }),
    ['chain-altered 3', 'chain-altered 4'],
  ],
  ['the head', ({ head }) => void Object.assign(head, { hash: 'cd'.repeat(32) }), ['chain-altered 4']],
  [
    'the first event gone',
    ({ events }) => void events.shift(),
    ['missing-event 1', 'party-not-signed', 'party-not-signed', 'party-not-signed'],
  ],
  [
    'one in the middle gone',
    ({ events }) => void events.splice(2, 1),
    ['missing-event 3', 'party-not-signed'],
  ],
  ['the last one gone', ({ events }) => void events.pop(), ['missing-event 4', 'party-not-signed']],
  [
    'the last one gone with the head',
    (evidence) => {
      evidence.events.pop()
      evidence.head = { number: 3, hash: evidence.events[2]!.hash }
    },
    ['party-not-signed'],
  ],
  ['two in the other order', ({ events }) => void events.splice(1, 2, events[2]!, events[1]!), ['order']],
  [
    'all in the other order',
    ({ events }) => void events.reverse(),
    ['order', 'party-not-signed', 'party-not-signed', 'party-not-signed'],
  ],
  ['one twice', ({ events }) => void events.push(events[1]!), ['twice 2', 'order']],
  ['one twice in its place', ({ events }) => void events.splice(2, 0, events[1]!), ['twice 2']],
  [
    'one under another number',
    ({ events }) => void Object.assign(events[3]!, { number: 5 }),
    ['missing-event 4', 'chain-altered 5'],
  ],
  [
    'two that change their numbers',
    ({ events }) => {
      events[1]!.number = 3
      events[2]!.number = 2
    },
    ['order', 'chain-altered 2', 'chain-altered 3', 'chain-altered 4'],
  ],
  [
    'another commitment',
    (evidence) => void Object.assign(evidence, { commitment: 6 }),
    ['chain-altered 1', 'chain-altered 2', 'chain-altered 3', 'chain-altered 4'],
  ],
  [
    'where it was issued',
    (evidence) => void Object.assign(evidence, { origin: 'https://other.example' }),
    [],
  ],
  [
    'when it was issued',
    (evidence) => void Object.assign(evidence, { issuedAt: '2027-01-01T00:00:00.000Z' }),
    [],
  ],
  [
    'the signature',
    ({ signature }) => void Object.assign(signature, { value: `A${signature.value.slice(1)}` }),
    [],
  ],
  [
    'one more signature after the end',
    ({ events }) =>
      void events.push(...chained([...someEvents(someDocument()), someEvents(someDocument())[1]!]).slice(4)),
    ['chain-altered 5', 'twice 5'],
  ],
]

/** What a change by a forger with a key of their own is found by, who signs it all anew. */
const resigned = (evidence: Evidence) =>
  bytesOf(
    evidenceOf(
      {
        ...evidence,
        issuedAt: new Date(evidence.issuedAt),
        parties: evidence.parties.map(({ party, ...one }) => ({ id: party, ...one })),
      },
      foreignKey,
    ),
  )

describe('each change of the evidence is named', () => {
  test.each(changes)('%s', (_, change, found) => {
    const evidence = copy()
    change(evidence)
    const sorted = (names: string[]) => [...new Set(names)].sort()
    // A party by its name is one finding each; here by the kind alone.
    expect(sorted(namesIn(bytesOf(evidence)))).toEqual(sorted(['altered-file', ...found]))
    expect(namesIn(resigned(evidence))).toContain('foreign-signature')
  })

  test('a signature that was given to another text is no signature of this one', () => {
    const document = someDocument()
    const events = someEvents(document)
    const other = versionHashOf({ ...document, until: null })
    const signed = events[2]!
    if (signed.kind !== 'signed') throw new Error('it is the second signature')
    events[2] = { ...signed, details: { ...signed.details, version: other } }
    expect(namesIn(bytesOf(makeEvidence({ document, events })))).toEqual([
      'signature-of-other-version 3',
      'party-not-signed',
    ])
    // One that was signed, taken back and sent again asks for new signatures.
    const again = [
      ...someEvents(document),
      { ...someEvents(document)[0]!, at: new Date(Date.UTC(2026, 4, 5)) },
    ]
    expect(namesIn(bytesOf(makeEvidence({ document, events: again })))).toEqual([
      ...['party-not-signed', 'party-not-signed', 'party-not-signed'],
    ])
  })
})

describe('bytes', () => {
  /** Offsets spread over the whole file, each changed in one bit. */
  const flipped = (bytes: Buffer, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const changed = Buffer.from(bytes)
      const at = Math.floor((index * (bytes.length - 1)) / (count - 1))
      changed[at] = changed[at]! ^ (1 << (index % 8))
      return changed
    })
  const found = (bytes: Uint8Array) => {
    const { findings } = verifyFile(bytes, keys)
    return findings.length > 0
  }

  test('160 changed bits of the paper are all found', () => {
    const unseen = flipped(pdf, 160).filter((one) => !found(one))
    expect(unseen.length).toBe(0)
    const inside = flipped(pdf.subarray(0, -sealLength), 60).map((one) =>
      Buffer.concat([one, pdf.subarray(-sealLength)]),
    )
    // The first five bytes say what it is; a paper that is none is unknown.
    for (const one of inside.slice(1)) expect(namesIn(one)).toContain('altered-file')
  })
  test('every bit of the seal itself counts', () => {
    const head = pdf.subarray(0, -sealLength)
    const seals = flipped(pdf.subarray(-sealLength), sealLength).map((seal) => Buffer.concat([head, seal]))
    expect(seals.filter((one) => !found(one)).length).toBe(0)
  })
  test('200 changed bits of the evidence are all found', () =>
    expect(flipped(bytesOf(makeEvidence()), 200).filter((one) => !found(one)).length).toBe(0))
  test('60 changed bits of a package are all found', () =>
    expect(flipped(pack, 60).filter((one) => !found(one)).length).toBe(0))

  test('what is cut, added or moved is named', () => {
    const body = pdf.subarray(0, -sealLength)
    const seal = pdf.subarray(-sealLength)
    const other = sealBytes(Buffer.from('%PDF-1.7 something else'), ownKey).subarray(-sealLength)
    expect(namesIn(body)).toEqual(['unsigned-file'])
    expect(namesIn(Buffer.concat([pdf, Buffer.from('x')]))).toEqual(['altered-file'])
    expect(namesIn(Buffer.concat([body, Buffer.from(' '), seal]))).toEqual(['altered-file'])
    expect(namesIn(Buffer.concat([body, other]))).toEqual(['altered-file'])
    expect(namesIn(Buffer.concat([pdf, seal]))).toEqual(['altered-file'])
    expect(namesIn(Buffer.concat([seal, body]))).toContain('unknown-file')
    expect(namesIn(Buffer.from(` ${evidenceText(makeEvidence())}`))).toEqual(['altered-file'])
  })
})

describe('a package', () => {
  const packOf = (files: { name: string; body: Buffer }[], key = ownKey, listed = files) =>
    sealBytes(
      zipOf([...files, manifestOf(listed, { origin: '', madeAt: new Date(0) }, key)], sealLength),
      key,
    )
  const files = () => [
    { name: 'a.pdf', body: pdf },
    { name: 'b.txt', body: Buffer.from('b') },
  ]
  const told = (bytes: Uint8Array) =>
    verifyFile(bytes, keys).findings.map(({ name, file }) => [name, file].filter(Boolean).join(' '))
  test('what is missing, added, altered or foreign is named with its file', () => {
    expect(told(packOf(files()))).toEqual([])
    expect(told(packOf(files().slice(0, 1), ownKey, files()))).toEqual(['missing-file b.txt'])
    expect(told(packOf(files(), ownKey, files().slice(0, 1)))).toEqual(['extra-file b.txt'])
    expect(told(packOf([files()[0]!, { name: 'b.txt', body: Buffer.from('c') }], ownKey, files()))).toEqual([
      'altered-file b.txt',
    ])
    expect(told(packOf(files(), foreignKey))).toEqual(['foreign-signature'])
    const cut = { name: 'a.pdf', body: Buffer.concat([pdf, Buffer.from('x')]) }
    expect(told(packOf([cut]))).toEqual(['altered-file a.pdf'])
  })
})

const papersWithBombs = (count: number) => {
  const bomb = deflateSync(Buffer.alloc(3_999_999, ' '))
  const file = ['/EmbeddedFile /FlateDecode stream\n', bomb, '\nendstream '].map((part) => Buffer.from(part))
  const body = Buffer.concat([
    Buffer.from('%PDF-1.7 %kaiku-signature/1 '),
    ...Array.from({ length: 5 }, () => file).flat(),
  ])
  return Array.from({ length: count }, (_, at) => ({ name: `${at}.pdf`, body }))
}

describe('hostile files are refused within bounds', () => {
  test.each<[string, () => Uint8Array]>([
    ['nothing', () => Buffer.alloc(0)],
    ['deep JSON', () => Buffer.from('['.repeat(2_000_000))],
    ['deep JSON that ends', () => Buffer.from(`${'{"a":'.repeat(300_000)}1${'}'.repeat(300_000)}`)],
    ['a long string', () => Buffer.from(JSON.stringify('x'.repeat(4_900_000)))],
    ['half a surrogate', () => Buffer.from('{"format":"kaiku-evidence/1","origin":"\\ud800"}')],
    ['bytes that are no text', () => Buffer.alloc(5_000_000, 0xff)],
    ['a PDF of nothing', () => Buffer.from('%PDF-1.7\n')],
    [
      'a PDF of many files',
      () => Buffer.from(`%PDF-1.7\n${'/EmbeddedFile stream\nx\nendstream '.repeat(100_000)}`),
    ],
    ['an archive of nothing', () => zipOf([])],
    ['an archive with a bomb', () => zipOf([{ name: 'manifest.json', body: Buffer.alloc(60_000_000) }])],
    ['an archive that is cut', () => pack.subarray(0, 500)],
    // 20 KB each, which unpack to 20 MB: 500 of them fit into an archive of 130 KB.
    [
      'an archive of papers with bombs',
      () => zipOf([manifestOf([], { origin: '', madeAt: new Date(0) }, foreignKey), ...papersWithBombs(60)]),
    ],
  ])('%s', (_, make) => {
    const bytes = make()
    const before = performance.now()
    const { findings } = verifyFile(bytes, keys)
    expect(findings.length).toBeGreaterThan(0)
    expect(performance.now() - before).toBeLessThan(2_000)
  })
})
