import { identifierWords } from '../i18n/identifier-words.ts'
import { formatDay, type Language, translated } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { fill, localPath } from '../web/paths.ts'
import type { Problem } from './forms.ts'
import type { Kind } from './rules.ts'

const fi = '/yhteyshenkilot/:kind/:id'
const sv = '/kontaktpersoner/:kind/:id'
const en = '/contact-persons/:kind/:id'

export const paths = {
  list: localPath({ fi, sv, en }),
  change: localPath({
    fi: `${fi}/:contact/muokkaa`,
    sv: `${sv}/:contact/redigera`,
    en: `${en}/:contact/edit`,
  }),
  replace: localPath({
    fi: `${fi}/:contact/vaihda`,
    sv: `${sv}/:contact/byt`,
    en: `${en}/:contact/replace`,
  }),
  end: localPath({ fi: `${fi}/:contact/paata`, sv: `${sv}/:contact/avsluta`, en: `${en}/:contact/end` }),
}

const kindWords: Record<Language, Record<Kind, string>> = {
  fi: { organisation: 'organisaatio', unit: 'yksikko', site: 'kohde' },
  sv: { organisation: 'organisation', unit: 'enhet', site: 'stalle' },
  en: { organisation: 'organisation', unit: 'unit', site: 'site' },
}

/** The kind that a word of an address means, in whichever language: the word stays when the language is changed. */
export const kindOf = (word: string): Kind | undefined =>
  Object.values(kindWords)
    .flatMap((words) => Object.entries(words) as [Kind, string][])
    .find(([, known]) => known === word)?.[0]

/** Where the contact persons of a place are kept: other slices lead here with it. */
export const contactsPath = (language: Language, kind: Kind, id: number): string =>
  fill(paths.list[language], { kind: kindWords[language][kind], id })

/** The page of one contact person. */
export const contactPath = (
  language: Language,
  which: 'change' | 'replace' | 'end',
  owner: { kind: Kind; id: number },
  contact: number,
): string => fill(paths[which][language], { kind: kindWords[language][owner.kind], id: owner.id, contact })

const problems = (words: Record<Problem, string>) => words
const day = (language: Language, at: Date) => formatDay(language, dayOf(at))

export const words = translated({
  fi: {
    title: 'Yhteyshenkilöt',
    lead: 'Tässä näkyy, keneen otetaan yhteyttä Kaikukortti-asioissa.',
    workOnly: 'Kirjoita vain työyhteystiedot. Ne näkyvät alueen vastuuhenkilöille ja Kaikukeskukselle.',
    kinds: { organisation: 'Organisaatio', unit: 'Jakava yksikkö', site: 'Kohde' } as Record<Kind, string>,
    name: 'Nimi',
    email: 'Työsähköposti',
    phone: 'Työpuhelin',
    reachHint: 'Sähköposti tai puhelin riittää.',
    since: 'Alkaen',
    actions: 'Toiminnot',
    change: 'Muokkaa',
    replace: 'Vaihda',
    end: 'Päätä',
    about: (name: string) => `yhteyshenkilö ${name}`,
    none: 'Yhteyshenkilö puuttuu',
    noneText: 'Jokaisella paikalla on oltava nimetty yhteyshenkilö. Lisää hänet alla.',
    add: 'Lisää yhteyshenkilö',
    former: 'Aiemmat yhteyshenkilöt',
    formerLine: (name: string, from: Date, until: Date) =>
      `${name}, ${day('fi', from)} – ${day('fi', until)}`,
    changeTitle: 'Muokkaa yhteyshenkilöä',
    changeLead: 'Kun henkilö on toinen, valitse muokkaamisen sijaan Vaihda.',
    save: 'Tallenna tiedot',
    replaceTitle: (name: string) => `Kuka tulee tilalle: ${name}?`,
    replaceLead: 'Uusi henkilö aloittaa heti, ja entinen jää historiaan.',
    replaceButton: 'Vaihda yhteyshenkilö',
    endTitle: (name: string) => `Päätetäänkö yhteyshenkilö ${name}?`,
    endLead: 'Nimi jää historiaan. Muut yhteyshenkilöt jatkavat.',
    endButton: 'Päätä yhteyshenkilö',
    lastTitle: 'Ainoaa yhteyshenkilöä ei voi päättää',
    lastText: 'Paikalla on aina oltava yhteyshenkilö. Vaihda tilalle uusi henkilö.',
    back: 'Takaisin yhteyshenkilöihin',
    ownPlace: 'Oma paikka',
    confirm: 'Vahvista tiedot tälle vuodelle',
    done: {
      added: 'Yhteyshenkilö on lisätty.',
      changed: 'Tiedot on tallennettu.',
      replaced: 'Yhteyshenkilö on vaihdettu.',
      ended: 'Yhteyshenkilö on päätetty.',
    },
    problems: problems({
      ...identifierWords('fi'),
      'name-missing': 'Kirjoita henkilön nimi.',
      'name-long': 'Lyhennä nimi enintään 100 merkkiin.',
      'email-form': 'Tarkista sähköpostiosoite, esimerkiksi aino@esimerkki.example.',
      'phone-form': 'Kirjoita puhelinnumero numeroina, esimerkiksi 08 123 4567.',
      'reach-missing': 'Kirjoita sähköposti tai puhelin, jotta henkilön tavoittaa.',
      last: 'Paikalla on aina oltava yhteyshenkilö. Vaihda tilalle uusi henkilö.',
      'too-many': 'Paikalla on jo kymmenen yhteyshenkilöä. Vaihda tai päätä joku ensin.',
    }),
  },
  sv: {
    title: 'Kontaktpersoner',
    lead: 'Här ser du vem man kontaktar i frågor om Kaikukortet.',
    workOnly: 'Skriv bara kontaktuppgifter till arbetet. Områdets ansvarspersoner och Kaikukeskus ser dem.',
    kinds: { organisation: 'Organisation', unit: 'Enhet som delar ut kort', site: 'Ställe' },
    name: 'Namn',
    email: 'E-post på jobbet',
    phone: 'Telefon på jobbet',
    reachHint: 'Det räcker med e-post eller telefon.',
    since: 'Sedan',
    actions: 'Åtgärder',
    change: 'Redigera',
    replace: 'Byt',
    end: 'Avsluta',
    about: (name: string) => `kontaktpersonen ${name}`,
    none: 'Kontaktperson saknas',
    noneText: 'Varje ställe ska ha en namngiven kontaktperson. Lägg till personen nedan.',
    add: 'Lägg till en kontaktperson',
    former: 'Tidigare kontaktpersoner',
    formerLine: (name: string, from: Date, until: Date) =>
      `${name}, ${day('sv', from)} – ${day('sv', until)}`,
    changeTitle: 'Redigera kontaktpersonen',
    changeLead: 'Välj Byt i stället för att redigera när personen är en annan.',
    save: 'Spara uppgifterna',
    replaceTitle: (name: string) => `Vem kommer i stället för ${name}?`,
    replaceLead: 'Den nya personen börjar genast och den tidigare finns kvar i historiken.',
    replaceButton: 'Byt kontaktperson',
    endTitle: (name: string) => `Vill du avsluta kontaktpersonen ${name}?`,
    endLead: 'Namnet finns kvar i historiken. De andra kontaktpersonerna fortsätter.',
    endButton: 'Avsluta kontaktpersonen',
    lastTitle: 'Den enda kontaktpersonen kan inte avslutas',
    lastText: 'Det måste alltid finnas en kontaktperson. Byt till en ny person.',
    back: 'Tillbaka till kontaktpersonerna',
    ownPlace: 'Mitt ställe',
    confirm: 'Bekräfta uppgifterna för i år',
    done: {
      added: 'Kontaktpersonen har lagts till.',
      changed: 'Uppgifterna har sparats.',
      replaced: 'Kontaktpersonen har bytts.',
      ended: 'Kontaktpersonen har avslutats.',
    },
    problems: problems({
      ...identifierWords('sv'),
      'name-missing': 'Skriv personens namn.',
      'name-long': 'Förkorta namnet till högst 100 tecken.',
      'email-form': 'Kontrollera e-postadressen, till exempel aino@esimerkki.example.',
      'phone-form': 'Skriv telefonnumret med siffror, till exempel 08 123 4567.',
      'reach-missing': 'Skriv e-post eller telefon så att personen kan nås.',
      last: 'Det måste alltid finnas en kontaktperson. Byt till en ny person.',
      'too-many': 'Det finns redan tio kontaktpersoner. Byt eller avsluta någon först.',
    }),
  },
  en: {
    title: 'Contact persons',
    lead: 'These are the people to contact about the Kaikukortti.',
    workOnly: 'Write work contact details only. The area coordinators and Kaikukeskus can see them.',
    kinds: { organisation: 'Organisation', unit: 'Issuing unit', site: 'Site' },
    name: 'Name',
    email: 'Work e-mail',
    phone: 'Work phone',
    reachHint: 'An e-mail address or a phone number is enough.',
    since: 'Since',
    actions: 'Actions',
    change: 'Edit',
    replace: 'Replace',
    end: 'End',
    about: (name: string) => `contact person ${name}`,
    none: 'There is no contact person',
    noneText: 'Every place needs a named contact person. Add the person below.',
    add: 'Add a contact person',
    former: 'Former contact persons',
    formerLine: (name: string, from: Date, until: Date) =>
      `${name}, ${day('en', from)} – ${day('en', until)}`,
    changeTitle: 'Edit the contact person',
    changeLead: 'When it is somebody else, choose Replace instead of editing.',
    save: 'Save the details',
    replaceTitle: (name: string) => `Who replaces ${name}?`,
    replaceLead: 'The new person starts at once, and the former one stays in the history.',
    replaceButton: 'Replace the contact person',
    endTitle: (name: string) => `End the contact person ${name}?`,
    endLead: 'The name stays in the history. The other contact persons go on.',
    endButton: 'End the contact person',
    lastTitle: 'The only contact person cannot be ended',
    lastText: 'A place always needs a contact person. Replace this one with a new person.',
    back: 'Back to the contact persons',
    ownPlace: 'My place',
    confirm: 'Confirm the details for this year',
    done: {
      added: 'The contact person has been added.',
      changed: 'The details have been saved.',
      replaced: 'The contact person has been replaced.',
      ended: 'The contact person has been ended.',
    },
    problems: problems({
      ...identifierWords('en'),
      'name-missing': 'Write the person’s name.',
      'name-long': 'Shorten the name to 100 characters at most.',
      'email-form': 'Check the e-mail address, for example aino@esimerkki.example.',
      'phone-form': 'Write the phone number in digits, for example 08 123 4567.',
      'reach-missing': 'Write an e-mail address or a phone number to reach the person.',
      last: 'A place always needs a contact person. Replace this one with a new person.',
      'too-many': 'There are ten contact persons already. Replace or end one first.',
    }),
  },
})
export const isDone = (text: string | null): text is keyof (typeof words)['fi']['done'] =>
  text !== null && Object.hasOwn(words.fi.done, text)
