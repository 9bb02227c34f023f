import { paths as confirmations } from '../confirmations/words.ts'
import type { Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { paths as ownPlaces } from '../own-place/words.ts'
import { NotFound } from '../web/errors.tsx'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { ChangePage, EndPage, ReplacePage } from './form-views.tsx'
import { EndForm, PersonForm, type Problem } from './forms.ts'
import {
  addContact,
  type Contact,
  changeContact,
  contactScopeOf,
  endContact,
  findOwner,
  listContacts,
  listFormerContacts,
  lockContacts,
  type Owner,
} from './queries.ts'
import { endProblem, isSamePerson, mostContacts, type Person } from './rules.ts'
import { ContactsPage } from './views.tsx'
import { contactsPath, isDone, kindOf, paths, type words } from './words.ts'

type At = { params: { kind: string; id: string } }
type On = { params: { kind: string; id: string; contact: string } }

/** Nine digits fit the column; all else names nothing. */
const numberOf = (text: string) => {
  if (!/^\d{1,9}$/.test(text)) throw new NotFound()
  return Number(text)
}

/** The place of the address, where the visitor's scope reaches it. */
const ownerOf = async ({ db, user, params }: SignedIn & { db: Read | Write } & At): Promise<Owner> => {
  const kind = kindOf(params.kind)
  const owner = kind && (await findOwner(db, contactScopeOf(user), kind, numberOf(params.id)))
  if (!owner) throw new NotFound()
  return owner
}

const among = (contacts: Contact[], text: string): Contact => {
  const contact = contacts.find(({ id }) => id === numberOf(text))
  if (!contact) throw new NotFound()
  return contact
}

const listed = (
  language: Language,
  owner: Owner,
  done: keyof (typeof words)['fi']['done'],
  contact: number,
  again = false,
): Outcome => ({
  redirect: `${contactsPath(language, owner.kind, owner.id)}?done=${done}`,
  subject: { kind: owner.kind, id: owner.id, contact, ...(again ? { again } : {}) },
})

const refused = (name: string, problem: Problem): Outcome => ({ problems: { [name]: problem } })

const showList = async (visit: SignedIn & { db: Read } & At, typed: Typed) => {
  const { db, user, language, query } = visit
  const owner = await ownerOf(visit)
  const done = query.get('done')
  const isOwn = user.role === 'issuer' || user.role === 'venue'
  return ContactsPage({
    language,
    owner,
    contacts: await listContacts(db, owner),
    former: await listFormerContacts(db, owner),
    typed,
    done: isDone(done) ? done : null,
    ownPlace: isOwn ? { href: ownPlaces.ownPlace[language], confirm: confirmations.confirm[language] } : null,
  })
}

const add = async (visit: SignedIn & { db: Write } & At, person: Person): Promise<Outcome> => {
  const { db, language, now } = visit
  const owner = await ownerOf(visit)
  const contacts = await lockContacts(db, owner)
  const same = contacts.find((contact) => isSamePerson(contact, person))
  if (same) return listed(language, owner, 'added', same.id, true)
  if (contacts.length >= mostContacts) return refused('', 'too-many')
  return listed(language, owner, 'added', await addContact(db, owner, person, now))
}

/** The pages of one contact person: who it is, and who else there is. */
const onContact = async (visit: SignedIn & { db: Read } & On) => {
  const owner = await ownerOf(visit)
  const contacts = await listContacts(visit.db, owner)
  return { language: visit.language, owner, contacts, contact: among(contacts, visit.params.contact) }
}

const showChange = async (visit: SignedIn & { db: Read } & On, typed: Typed) =>
  ChangePage({ ...(await onContact(visit)), typed })

const showReplace = async (visit: SignedIn & { db: Read } & On, typed: Typed) =>
  ReplacePage({ ...(await onContact(visit)), typed })

const showEnd = async (visit: SignedIn & { db: Read } & On, typed: Typed) => {
  const facts = await onContact(visit)
  return EndPage({ ...facts, typed, isLast: endProblem(facts.contacts.length) !== null })
}

const change = async (visit: SignedIn & { db: Write } & On, person: Person): Promise<Outcome> => {
  const { db, language, params } = visit
  const owner = await ownerOf(visit)
  const contact = among(await lockContacts(db, owner), params.contact)
  await changeContact(db, owner, contact.id, person)
  return listed(language, owner, 'changed', contact.id)
}

/** Sent twice, the second finds the old one ended and the new one there: it is done already. */
const replace = async (visit: SignedIn & { db: Write } & On, person: Person): Promise<Outcome> => {
  const { db, language, params, now } = visit
  const owner = await ownerOf(visit)
  const contacts = await lockContacts(db, owner)
  const old = contacts.find(({ id }) => id === numberOf(params.contact))
  const known = contacts.find((contact) => isSamePerson(contact, person))
  if (!old && known) {
    among(await listFormerContacts(db, owner), params.contact)
    return listed(language, owner, 'replaced', known.id, true)
  }
  const { id } = among(contacts, params.contact)
  if (known?.id === id) return listed(language, owner, 'changed', id, true)
  const replacement = known?.id ?? (await addContact(db, owner, person, now))
  await endContact(db, owner, id, now)
  return listed(language, owner, 'replaced', replacement)
}

const end = async (visit: SignedIn & { db: Write } & On): Promise<Outcome> => {
  const { db, language, params, now } = visit
  const owner = await ownerOf(visit)
  const contacts = await lockContacts(db, owner)
  const contact = among(contacts, params.contact)
  const problem = endProblem(contacts.length)
  if (problem) return refused('', problem)
  await endContact(db, owner, contact.id, now)
  return listed(language, owner, 'ended', contact.id)
}

export const routes: Route[] = [
  page(paths.list, 'contacts.change', showList),
  action(paths.list, 'contacts.change', PersonForm, showList, add),
  page(paths.change, 'contacts.change', showChange),
  action(paths.change, 'contacts.change', PersonForm, showChange, change),
  page(paths.replace, 'contacts.change', showReplace),
  action(paths.replace, 'contacts.change', PersonForm, showReplace, replace),
  page(paths.end, 'contacts.change', showEnd),
  action(paths.end, 'contacts.change', EndForm, showEnd, end),
]
