import type { BindingLanguage, Document, Texts } from '../commitments/rules.ts'
import { words as commitmentWords } from '../commitments/words.ts'
import { formatTime, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import type { Paper } from '../lib/pdf.ts'
import {
  type Evidence,
  evidenceText,
  type SignatureTold,
  type Told,
  tellEvents,
  tellSignatures,
} from '../signed-files/evidence-rules.ts'
import { inGroups, paths as verifying } from '../signed-files/words.ts'
import { paperWords } from './paper-words.ts'

/** Of a text in the language of the paper, else the binding one with its mark for screen readers. */
const said = (texts: Texts, language: Language, binding: BindingLanguage) => {
  const own = texts[language]
  return own === '' ? { text: texts[binding], lang: binding } : { text: own, lang: language }
}

const whenOf = (language: Language, at: Date) => paperWords[language].at(dayOf(at), formatTime(language, at))

const signatureOf = (language: Language, signature: SignatureTold) => {
  const t = paperWords[language]
  const { party, name, title, right, way, at, signedOn } = signature
  return {
    party: party.name,
    side: commitmentWords[language].sides[party.side],
    rows: [
      [t.signature.name, [name, title].filter(Boolean).join(', ')],
      [t.signature.right, [t.bases[right.basis], right.reference].filter(Boolean).join(': ')],
      [t.signature.at, whenOf(language, at)],
      [t.signature.way, signedOn ? `${t.ways[way]}. ${t.signedOn(signedOn)}.` : t.ways[way]],
    ],
  }
}

/** What was done after the last signature, as one line each. */
const laterLine = (language: Language, { kind, party, at, details }: Told): string | null => {
  const { events } = paperWords[language]
  const text = (name: string) => String(details[name] ?? '')
  const lines: Partial<Record<Told['kind'], () => string>> = {
    notice: () => events.notice(text('endsOn')),
    'notice-withdrawn': () => (party === null ? events.endWithdrawn : events.noticeWithdrawn),
    extended: () => events.extended(text('until')),
    'made-permanent': () => events.madePermanent,
    succeeded: () => events.succeeded(text('name')),
    ended: () => events.ended(text('endsOn')),
  }
  const line = lines[kind]?.()
  return line === undefined ? null : `${whenOf(language, at)}: ${line}`
}

const partyOf = (language: Language, evidence: Evidence, party: Document['parties'][number]) => {
  const t = paperWords[language]
  const now = evidence.parties.find(({ position }) => position === party.position)
  return {
    side: commitmentWords[language].sides[party.side],
    name: party.name,
    notes: [
      ...(party.businessId ? [`${t.businessId} ${party.businessId}`] : []),
      ...(now && now.name !== party.name ? [t.now(now.name)] : []),
    ],
  }
}

/**
 * The signed commitment in one language: the text that was agreed, who signed it, and how it is checked. The evidence goes
 * with it as a file of its own, byte by byte, so that no letter of it depends on a font.
 */
export const commitmentPaper = (language: Language, evidence: Evidence): Paper => {
  const t = paperWords[language]
  const { document, commitment, version, head, signature, origin } = evidence
  const { content, bindingLanguage } = document
  const of = (texts: Texts) => said(texts, language, bindingLanguage)
  const later = tellEvents(evidence.events)
    .map((event) => laterLine(language, event))
    .filter((line) => line !== null)
  return {
    template: new URL('./commitment.typ', import.meta.url),
    data: {
      ...{ title: of(content.title).text, lang: language, direction: 'ltr' },
      signed: t.signed,
      status: language === bindingLanguage ? t.binding : t.translation(bindingLanguage),
      isBinding: language === bindingLanguage,
      facts: [
        [t.facts.kind, commitmentWords[language].kinds[document.kind]],
        [t.facts.number, String(commitment)],
        [t.facts.model, String(document.model)],
        [t.facts.time, t.from(document.from, document.until)],
        [t.facts.language, t.languages[bindingLanguage]],
      ],
      parties: { title: t.parties, list: document.parties.map((one) => partyOf(language, evidence, one)) },
      summary: {
        ...{ title: t.summary, lang: of(content.summary).lang },
        lines: of(content.summary).text.split('\n').filter(Boolean),
      },
      clauses: {
        title: t.clauses,
        list: content.clauses.map(({ number, heading, text }) => ({
          ...{ number, heading: of(heading), text: of(text).text.split('\n').filter(Boolean) },
          lang: of(text).lang,
        })),
      },
      additions: content.additions && {
        ...{ title: t.additions, lang: of(content.additions).lang },
        lines: of(content.additions).text.split('\n').filter(Boolean),
      },
      signatures: {
        title: t.signatures,
        list: tellSignatures(evidence).map((one) => signatureOf(language, one)),
      },
      later: later.length > 0 ? { title: t.later, lines: later } : null,
      check: {
        ...{ title: t.evidence, how: t.howTo, attached: t.attached },
        address: `${origin}${verifying.verify[language]}`,
        hashes: [
          [t.hashes.version, inGroups(version)],
          [t.hashes.head, inGroups(head.hash)],
          [t.hashes.key, inGroups(signature.publicKey)],
          [t.hashes.issued, whenOf(language, new Date(evidence.issuedAt))],
        ],
      },
      evidence: [...Buffer.from(evidenceText(evidence))],
    },
  }
}
