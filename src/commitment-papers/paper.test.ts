import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeEvidence, ownKey, someDocument, someEvents } from '../../test/evidence.ts'
import { factsOf, hasPoppler, languageOfPdf, pageTextsOf, tagsOf, textOf } from '../../test/pdf.ts'
import type { NewEvent } from '../commitments/event-rules.ts'
import type { Language } from '../i18n/translated.ts'
import { publicTextOf } from '../lib/ed25519.ts'
import { makePdf } from '../lib/pdf.ts'
import { evidenceText } from '../signed-files/evidence-rules.ts'
import { sealBytes } from '../signed-files/seal-rules.ts'
import { verifyFile } from '../signed-files/verify-rules.ts'
import { commitmentPaper } from './paper.ts'

const languages = ['fi', 'sv', 'en'] as const
const papers = {} as Record<Language, Buffer>
beforeAll(async () => {
  for (const language of languages)
    papers[language] = sealBytes(await makePdf(commitmentPaper(language, makeEvidence())), ownKey)
})

/** The file that a PDF carries, taken out by a program that is not ours. */
const attachedIn = (pdf: Buffer): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf)
    execFileSync('pdfdetach', ['-save', '1', '-o', join(folder, 'out'), join(folder, 'a.pdf')], {
      stdio: 'ignore',
    })
    return readFileSync(join(folder, 'out'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.each(languages)('the evidence stands as it stood, and with it the paper in %s holds', (language) => {
  expect(verifyFile(papers[language], [publicTextOf(ownKey)])).toMatchObject({ kind: 'pdf', findings: [] })
})

test('the evidence is what it was', async () =>
  expect(`${JSON.stringify(makeEvidence(), null, 1)}\n`).toMatchFileSnapshot('golden/evidence.txt'))

describe.skipIf(!hasPoppler)('as another program reads it', () => {
  test.each(languages)(
    'the paper in %s says what it said, is tagged, and carries its evidence',
    async (language) => {
      const pdf = papers[language]
      expect(attachedIn(pdf)).toBe(evidenceText(makeEvidence()))
      expect(factsOf(pdf)).toMatchObject({ Tagged: 'yes', Pages: '2' })
      expect(languageOfPdf(pdf)).toBe(language)
      expect(tagsOf(pdf).filter((tag) => /^H\d$/.test(tag))).toEqual([
        ...['H1', 'H2', 'H2', 'H2', 'H3', 'H3', 'H2', 'H3', 'H3', 'H3', 'H2'],
      ])
      await expect(pageTextsOf(pdf).join('\n')).toMatchFileSnapshot(`golden/commitment.${language}.txt`)
    },
  )

  test('a translation is marked, what was added stands apart, and what came later is told', async () => {
    const document = someDocument()
    document.content.additions = { fi: 'Kahvi kuuluu lippuun.', sv: '', en: '' }
    const ended: NewEvent = {
      kind: 'ended',
      party: null,
      actor: 'account:a',
      at: new Date(Date.UTC(2026, 8, 1, 9)),
      details: { endsOn: '2026-12-31', reason: 'Ei lueta paperista.' },
    }
    const evidence = makeEvidence({ document, events: [...someEvents(document), ended] })
    const text = textOf(await makePdf(commitmentPaper('sv', evidence)))
    for (const one of ['Den bindande texten är på finska', 'Tillägg i den här förbindelsen', 'Kahvi kuuluu'])
      expect(text).toContain(one)
    expect(text).toContain('Upphör 31.12.2026')
    expect(text).not.toContain('Ei lueta')
    expect(textOf(papers.fi)).toContain('Tämä on sitova teksti')
    expect(textOf(papers.fi)).not.toContain('lisäykset')
  })

  test('whoever came in a party’s place did not sign, and an agreed end taken back is no notice', async () => {
    const document = someDocument()
    const later = (kind: 'succeeded' | 'ended' | 'notice-withdrawn', hour: number) =>
      ({ kind, actor: 'account:a', at: new Date(Date.UTC(2026, 8, 1, hour)) }) as const
    const events: NewEvent[] = [
      ...someEvents(document),
      {
        ...{ ...later('succeeded', 9), kind: 'succeeded', party: 13 },
        details: {
          ...{ organisation: 3, unit: null, site: null, name: 'Seuraajateatteri', businessId: null },
          reason: null,
        },
      },
      {
        ...{ ...later('ended', 10), kind: 'ended', party: null },
        details: { endsOn: '2026-12-31', reason: null },
      },
      { ...later('notice-withdrawn', 11), kind: 'notice-withdrawn', party: null, details: { reason: null } },
    ]
    const evidence = makeEvidence({ document, events })
    // As the register has the parties after a succession.
    const heir = evidence.parties.find(({ party }) => party === 13)!
    heir.name = 'Seuraajateatteri'
    const text = textOf(await makePdf(commitmentPaper('fi', evidence)))
    const signatures = text.slice(
      text.indexOf('Allekirjoitukset'),
      text.indexOf('Allekirjoittamisen jälkeen'),
    )
    expect(signatures).toMatch(/Esimerkkiteatteri[\s\S]*Tiina Teatterinjohtaja/)
    expect(signatures).not.toContain('Seuraajateatteri')
    expect(text).toContain('Osapuolen tilalle tuli Seuraajateatteri')
    expect(text).toContain('Sovittu päättyminen peruttu')
    expect(text).not.toContain('Irtisanominen peruttu')
  })
})
