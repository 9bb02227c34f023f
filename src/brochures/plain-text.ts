import { formatHolderDay } from '../i18n/holder-format.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import { type Edition, type Part, printedName } from './rules.ts'
import { type Group, type ToldPlace, tellEdition } from './telling.ts'

const ticketPart = 2

const titled = (title: string, lines: readonly string[], sign = '-') =>
  [title, sign.repeat([...title].length), ...lines].join('\n')

const ofPart = ({ title, lines }: Part, nth: number) =>
  titled(title, nth === ticketPart ? lines.map((line, step) => `${step + 1}. ${line}`) : lines)

const ofPlace = ({ name, note, coming, street, how }: ToldPlace) =>
  [
    `* ${name}${note ? ` – ${note.text}` : ''}${coming ? ` (${coming})` : ''}`,
    ...[street, how?.text].flatMap((line) => (line ? [`  ${line}`] : [])),
  ].join('\n')

const ofGroup = ({ municipality, places }: Group) => [`${municipality}:`, ...places.map(ofPlace)].join('\n')

/** An edition as plain text: the same words in the same order, for whoever reads with ears, fingers or an old phone. */
export const brochureText = (edition: Edition, language: HolderLanguage): string => {
  const { content, publishedOn } = edition
  const words = content.words[language]!
  const told = tellEdition(content, language)
  const { title, lines } = told.units
  const parts = [
    titled(`${words.title} – ${told.area}`, [words.lead, told.municipalities.join(', ')], '='),
    ...(told.foreword.length > 0 ? [told.foreword.join('\n')] : []),
    ...told.parts.map(ofPart),
    ...(told.goodToKnow ? [titled(told.goodToKnow.title, told.goodToKnow.lines)] : []),
    titled(told.places.title, []),
    ...told.places.groups.map(ofGroup),
    ...(told.units.groups.length > 0 ? [titled(title, lines), ...told.units.groups.map(ofGroup)] : []),
    titled(told.contact.title, told.contact.lines),
    titled(told.privacy.title, [...told.privacy.lines, told.privacy.address]),
    `${words.latest} ${told.address}`,
    [
      `${words.edition} ${printedName(edition)}, ${formatHolderDay(language, publishedOn)}`,
      ...(words.unreviewed ? [words.unreviewed] : []),
    ].join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}
