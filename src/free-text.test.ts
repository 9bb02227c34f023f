import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { InvitationForm } from './accounts/forms.ts'
import { RecordForm as ArchiveForm, DecisionForm as KeepingForm } from './archive/forms.ts'
import { OpenForm } from './areas/forms.ts'
import { PageForm, TextForm } from './areas/page-forms.ts'
import { RegistrationForm } from './cards/forms.ts'
import { AdditionsForm, PartiesForm } from './commitment-drafts/forms.ts'
import {
  EndForm,
  ExtendForm,
  NoticeForm,
  PermanentForm,
  SucceedForm,
  TakeBackForm,
  TermForm,
} from './commitment-life/forms.ts'
import { TemplateForm } from './commitment-templates/forms.ts'
import { PersonForm } from './contacts/forms.ts'
import { ChoiceForm, RecordForm, shown } from './desk/forms.ts'
import { NameForm } from './devices/forms.ts'
import { EventForm } from './events/forms.ts'
import { ExceptionForm } from './exceptions/forms.ts'
import { NewPasskeyForm } from './factors/forms.ts'
import { AgainForm, FeedbackForm } from './feedback/forms.ts'
import { type IdentifierKind, identifierKinds, saysIdentifier } from './lib/identifiers.ts'
import { MaterialForm } from './materials/forms.ts'
import { MessageForm as NewsForm } from './messages/forms.ts'
import { ExtensionForm, PointForm } from './model/forms.ts'
import { FoundForm, LeaveForm, EndForm as NameEndForm, StepForm as NameStepForm } from './name-use/forms.ts'
import { AcceptForm, AskForm, DeclineForm } from './newcomers/forms.ts'
import { OrganisationForm } from './organisations/forms.ts'
import { TickForm } from './own-checklist/forms.ts'
import { EditForm as PublicTextForm, StoryForm } from './pages/forms.ts'
import { ChangeForm, PauseForm } from './places/life-forms.ts'
import { PolicyForm } from './policies/forms.ts'
import { ProviderForm } from './providers/forms.ts'
import { DecisionForm, LimitsForm, MuteForm } from './signals/forms.ts'
import {
  PaperForm,
  ReasonForm,
  RightPersonForm,
  SignatoryForm,
  StepForm as SigningForm,
} from './signing/forms.ts'
import { EditForm as SiteForm } from './sites/forms.ts'
import { TermsForm } from './terms/forms.ts'
import { ContactForm } from './units/contact-forms.ts'
import { AnswerForm, NewForm as UnitForm } from './units/forms.ts'
import { CardCheckBody, UseBody } from './uses/forms.ts'

/** Each field for free text that there is, thought through one by one: which kinds its own purpose lets in. */
const reaching = ['phone', 'e-mail', 'street-address'] as const
const fields: [field: string, form: z.ZodType, name: string, takes: readonly IdentifierKind[]][] = [
  ['the event at a desk', ChoiceForm, 'event', []],
  ['the event of a use', RecordForm, 'event', []],
  ['the event of a use from a program', UseBody, 'event', []],
  ['the reason of a use from a program', UseBody, 'overrideReason', []],
  ['the event of a check from a program', CardCheckBody, 'eventId', []],
  ['the name of a site', SiteForm, 'name', []],
  ['the street of a site', SiteForm, 'street', ['street-address']],
  ['the name of a unit', UnitForm, 'name', []],
  ['the door of a unit', ContactForm, 'street', ['street-address']],
  ['its phone', ContactForm, 'phone', ['phone']],
  ['how one comes there', ContactForm, 'noteSv', reaching],
  ['the reason for a new unit', UnitForm, 'reason', []],
  ['the answer to it', AnswerForm, 'reason', []],
  ['the name of a place that asks to come in', AskForm, 'place', []],
  ['its organisation', AskForm, 'organisation', []],
  ['the name of who asks', AskForm, 'name', []],
  ['their e-mail at work', AskForm, 'email', ['e-mail']],
  ['what they tell of the place', AskForm, 'message', ['phone', 'e-mail']],
  ['why it cannot come in now', DeclineForm, 'reason', ['phone', 'e-mail']],
  ['what the place is called when it is taken in', AcceptForm, 'place', []],
  ['the organisation that it then has', AcceptForm, 'organisation', []],
  ['the reasons for it', AcceptForm, 'reason', []],
  ['the new name of a place', ChangeForm, 'name', []],
  ['the organisation of a place', ChangeForm, 'organisation', []],
  ['the reason of a pause', PauseForm, 'reason', []],
  ['the name of an organisation', OrganisationForm, 'name', []],
  ['the name of an area', OpenForm, 'name', []],
  ['its name in Swedish', OpenForm, 'nameSv', []],
  ['the public text of an area', TextForm, 'intro', reaching],
  ['what is good to know there', TextForm, 'good-to-know', reaching],
  ['its notice', TextForm, 'notice', reaching],
  ['the office that the public may ask', PageForm, 'cultureName', []],
  ['its mailbox', PageForm, 'soteEmail', ['e-mail']],
  ['its phone', PageForm, 'sotePhone', ['phone']],
  [
    'the record number of a commitment',
    ArchiveForm,
    'recordNumber',
    ['phone', 'birth-date', 'street-address', 'iban'],
  ],
  ['why it is kept or disposed of', KeepingForm, 'reason', []],
  ['the reason of an exception', ExceptionForm, 'reasonFi', []],
  ['what is offered instead', ExceptionForm, 'insteadSv', reaching],
  ['the title of a material', MaterialForm, 'titleFi', reaching],
  ['what its picture shows', MaterialForm, 'altSv', reaching],
  ['its own terms', MaterialForm, 'terms', reaching],
  ['the name of a contact person', PersonForm, 'name', []],
  ['their e-mail', PersonForm, 'email', ['e-mail']],
  ['their phone', PersonForm, 'phone', ['phone']],
  ['why a commitment is given notice of', NoticeForm, 'reason', []],
  ['how the notice came', NoticeForm, 'came', []],
  ['how its end was agreed', EndForm, 'reason', []],
  ['how its extension was agreed', ExtendForm, 'reason', []],
  ['what a successor is based on', SucceedForm, 'reason', []],
  ['why an end is taken back', TakeBackForm, 'reason', []],
  ['what a notice period rests on', TermForm, 'source', ['street-address', 'phone', 'birth-date', 'iban']],
  ['by which decision a pilot becomes permanent', PermanentForm, 'reason', []],
  ['who uses the name', LeaveForm, 'who', []],
  ['where', FoundForm, 'place', ['street-address', 'phone', 'birth-date', 'iban']],
  ['in which role somebody gave leave', LeaveForm, 'grantedBy', []],
  [
    'the record number of a leave',
    LeaveForm,
    'recordNumber',
    ['phone', 'birth-date', 'street-address', 'iban'],
  ],
  ['its conditions', LeaveForm, 'conditions', ['street-address']],
  ['why it ended', NameEndForm, 'reason', []],
  ['what was done about a use without leave', NameStepForm, 'note', []],
  ['what a site includes', TermsForm, 'included', ['street-address']],
  ['its limits', TermsForm, 'limits', ['street-address']],
  ['children there', TermsForm, 'children', ['street-address']],
  ['how one gets a ticket there', TermsForm, 'how', reaching],
  ['its courses', TermsForm, 'courses', reaching],
  ['companions there', TermsForm, 'companions', reaching],
  ['how accessible it is', TermsForm, 'accessibility', reaching],
  ['its street', TermsForm, 'street', ['street-address']],
  ['what somebody tells us', FeedbackForm, 'message', reaching],
  ['what they add', AgainForm, 'message', reaching],
  ['the name of an event', EventForm, 'nameFi', []],
  ['where in the site it is', EventForm, 'place', ['street-address']],
  ['how one gets its ticket', EventForm, 'howFi', reaching],
  ['the title of a message', NewsForm, 'titleFi', [...reaching, 'birth-date']],
  ['the message itself', NewsForm, 'bodySv', [...reaching, 'birth-date']],
  ['the name of a device', NameForm, 'name', []],
  ['the name of a passkey', NewPasskeyForm, 'name', []],
  ['one’s own name', InvitationForm, 'name', []],
  ['the name of a sign-in service', ProviderForm, 'name', []],
  ['a note at a point of a checklist', TickForm, 'note', ['phone', 'e-mail']],
  ['the source of a rule', PolicyForm, 'source', []],
  ['a heading of the operating model', PointForm, 'headingFi', [...reaching, 'birth-date']],
  ['what a point of it says', PointForm, 'textSv', [...reaching, 'birth-date']],
  ['why a place gets more time', ExtensionForm, 'reason', []],
  ['the note on a signal', DecisionForm, 'note', []],
  ['why signals are muted', MuteForm, 'reason', []],
  ['why their limits change', LimitsForm, 'reason', []],
  ['the title of a public text', PublicTextForm, 'title', [...reaching, 'birth-date']],
  ['its lead', PublicTextForm, 'lead', [...reaching, 'birth-date']],
  ['the public text itself', PublicTextForm, 'body', [...reaching, 'birth-date']],
  ['the town of a story', StoryForm, 'place', []],
  ['the source of a story', StoryForm, 'source', ['birth-date']],
  ['the title of a signatory', SigningForm, 'title', []],
  ['the decision of a right to sign', SigningForm, 'reference', ['birth-date', 'phone']],
  ['why somebody does not sign, or takes back', ReasonForm, 'reason', []],
  ['the name of the right person', RightPersonForm, 'name', []],
  ['their e-mail, as they are named', RightPersonForm, 'email', ['e-mail']],
  ['why another is the right person', RightPersonForm, 'reason', []],
  ['the name of a signatory', SignatoryForm, 'name', []],
  ['the e-mail of a signatory', SignatoryForm, 'email', ['e-mail']],
  ['why the signatory is changed', SignatoryForm, 'reason', []],
  ['the name on a paper', PaperForm, 'name', []],
  ['the decision on a paper', PaperForm, 'reference', ['birth-date', 'phone']],
  ['who gave leave for it', StoryForm, 'leaveFrom', []],
  ['the title of a template', TemplateForm, 'titleFi', [...reaching, 'birth-date']],
  ['who signs a commitment', PartiesForm, 'name1', []],
  ['their title', PartiesForm, 'title2', []],
  ['their address', PartiesForm, 'email3', ['e-mail']],
  ['what is added to a commitment', AdditionsForm, 'addedFi', reaching],
]

const examples: Record<IdentifierKind, string> = {
  'identity-code': '131052-308T',
  iban: 'FI21 1234 5600 0007 85',
  'e-mail': 'aino@esimerkki.example',
  'birth-date': '1.2.1980',
  phone: '040 123 4567',
  'street-address': 'Rantakatu 12 A 4',
}

/** What was said of the field: its first problem. */
const problemOf = (form: z.ZodType, name: string, typed: string) =>
  form.safeParse({ [name]: typed }).error?.issues.find(({ path }) => path[0] === name)?.message ?? null

/** The public API names the kinds in English. */
const isByKind = (problem: string | null) =>
  problem !== null && (saysIdentifier(problem) || problem.startsWith('looks like'))

describe.each(fields)('%s', (_, form, name, takes) => {
  test.each(identifierKinds)('and %s', (kind) => {
    const problem = problemOf(form, name, examples[kind])
    if (takes.includes(kind)) expect(problem).toBeNull()
    else expect(isByKind(problem), String(problem)).toBe(true)
  })
  test('ordinary words are fine', () => expect(isByKind(problemOf(form, name, 'Syksy 2026'))).toBe(false))
})

describe('registering a card', () => {
  test.each([
    ['birthYear', '1.2.1980', 'birth-date'],
    ['birthYear', '3.4.2017', 'birth-date'],
    ['birthYear', '1980-02-01', 'birth-date'],
    ['birthYear', '01021980', 'birth-date'],
    ['birthYear', '010280', 'birth-date'],
    ['birthYear', '19800', 'birth-year-form'],
    ['birthYear', '1980', null],
    ['postalCode', 'Rantakatu 12, 87100 Kajaani', 'street-address'],
    ['postalCode', '87100', null],
    ['code', 'aino@esimerkki.example', 'e-mail'],
    ['code', '0401234567', null],
  ])('%s: %s', (name, typed, problem) => expect(problemOf(RegistrationForm, name, typed)).toBe(problem))
})

test('at a desk a code that looks like a phone number comes back, and nowhere else', () => {
  expect(shown('0401234567', ['phone'])).toBe('0401234567')
  expect(shown('0401234567')).toBe('')
  expect(shown('Rantakatu 12', ['phone'])).toBe('')
  expect(shown('Syyskonsertti 14.3.2026')).toBe('Syyskonsertti 14.3.2026')
})
