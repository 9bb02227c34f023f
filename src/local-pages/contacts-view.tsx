import type { AreaContacts } from '../areas/page-queries.ts'
import { type AreaContact, contactSides } from '../areas/page-rules.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import { localWords } from './page-words.ts'

/** An address or number: always from left to right, whatever the page. */
export const Reach = ({ href, children }: { href: string; children: string }) => (
  <>
    <br />
    <a href={href}>
      <bdi dir="ltr">{children}</bdi>
    </a>
  </>
)

export const Phone = ({ children }: { children: string }) => (
  <Reach href={`tel:${children.replace(/[^\d+]/g, '')}`}>{children.replaceAll(' ', '\u00a0')}</Reach>
)

const Contact = ({ title, contact: { name, email, phone } }: { title: string; contact: AreaContact }) => (
  <>
    <h3>{title}</h3>
    <p>
      <bdi>{name}</bdi>
      {email && <Reach href={`mailto:${email}`}>{email}</Reach>}
      {phone && <Phone>{phone}</Phone>}
    </p>
  </>
)

type Props = { reader: HolderLanguage; contacts: AreaContacts; titled?: boolean }

/** Whom one may ask in the area, of each side that has told it. */
export const Contacts = ({ reader, contacts, titled = true }: Props) => {
  const t = localWords[reader].contacts
  const told = contactSides.flatMap((side) => {
    const contact = contacts[side]
    return contact ? [{ title: t.sides[side], contact }] : []
  })
  if (told.length === 0) return null
  return (
    <>
      {titled && <h2>{t.title}</h2>}
      {told.map((one) => (
        <Contact {...one} />
      ))}
    </>
  )
}
