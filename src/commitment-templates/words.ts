import { words as commitments } from '../commitments/words.ts'
import { identifierWords } from '../i18n/identifier-words.ts'
import { formatDay, type Language, translated } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { localPath } from '../web/paths.ts'
import type { TemplateProblem } from './forms.ts'
import type { Field } from './rules.ts'

const fi = '/sitoumuspohjat'
const sv = '/forbindelsemallar'
const en = '/commitment-templates'

export const paths = {
  list: localPath({ fi, sv, en }),
  one: localPath({ fi: `${fi}/:kind`, sv: `${sv}/:kind`, en: `${en}/:kind` }),
  change: localPath({ fi: `${fi}/:kind/muuta`, sv: `${sv}/:kind/andra`, en: `${en}/:kind/change` }),
}

const problems = (sentences: Record<TemplateProblem, string>) => sentences
const fields = (names: Record<Field, string>) => names

export const words = translated({
  fi: {
    title: 'Sitoumuspohjat',
    lead: 'Pohjasta tehdään sitoumuksen teksti. Luonnos pitää sen version, josta se on tehty.',
    languages: { fi: 'Suomi', sv: 'Ruotsi', en: 'Englanti' },
    version: (version: number) => `Versio ${version}`,
    shipped: 'Kaikun mukana tullut teksti',
    madeOn: (day: string) => `Tallennettu ${day}`,
    change: 'Muuta pohjaa',
    changeTitle: (name: string) => `Muuta pohjaa: ${name}`,
    changeLead: 'Tallennus tekee uuden version. Vanhat luonnokset ja sitoumukset eivät muutu.',
    saved: 'Uusi versio on tallessa',
    texts: 'Teksti',
    changes: 'Mikä muuttui',
    changesLead: (before: number, after: number) => `Versiosta ${before} versioon ${after}.`,
    none: 'Versiossa ei ole muutoksia.',
    before: 'Ennen',
    after: 'Nyt',
    nothing: 'Ei ollut',
    gone: 'Poistettu',
    pieces: { title: 'Otsikko', summary: 'Tiivistelmä', clause: 'Kohta' },
    heading: { fi: 'Otsikko suomeksi', sv: 'Otsikko ruotsiksi', en: 'Otsikko englanniksi' },
    summary: { fi: 'Tiivistelmä suomeksi', sv: 'Tiivistelmä ruotsiksi', en: 'Tiivistelmä englanniksi' },
    summaryHint: 'Viisi kohtaa, kukin omalla rivillään.',
    clauses: { fi: 'Kohdat suomeksi', sv: 'Kohdat ruotsiksi', en: 'Kohdat englanniksi' },
    clausesHint: 'Kirjoita kohdan otsikko omalle riville ja teksti sen alle. Jätä kohtien väliin tyhjä rivi.',
    fieldsTitle: 'Kentät, jotka täyttyvät rekisteristä',
    fieldsHint: 'Kirjoita kenttä tekstiin näin. Kaiku täyttää sen jokaiselle sitoumukselle.',
    fields: fields({
      area: 'alueen nimi',
      county: 'hyvinvointialueen nimi',
      municipality: 'kunnan nimi',
      organisation: 'organisaation nimi',
      site: 'kohteen nimi',
      unit: 'kortinjakajan nimi',
      contactPerson: 'yhteyshenkilön nimi',
      from: 'ensimmäinen päivä',
      until: 'viimeinen päivä tai toistaiseksi',
      modelVersion: 'toimintamallin versio',
      noticeMonths: 'irtisanomisaika, kuten 3 kuukautta',
    }),
    save: 'Tallenna uusi versio',
    problems: problems({
      ...identifierWords('fi'),
      'title-missing': 'Kirjoita otsikko.',
      'title-long': 'Lyhennä otsikko 200 merkkiin.',
      'summary-points': 'Kirjoita tiivistelmään viisi riviä.',
      'clauses-missing': 'Kirjoita ainakin yksi kohta.',
      'clauses-form': 'Kirjoita joka otsikon alle teksti.',
      'clauses-differ': 'Kirjoita yhtä monta kohtaa kuin suomeksi.',
      'text-long': 'Lyhennä teksti 20 000 merkkiin.',
      'field-unknown': 'Tarkista aaltosulkeissa oleva kenttä. Sitä ei ole luettelossa.',
      'changed-meanwhile': 'Toinen on tallentanut pohjan välissä. Avaa pohja uudelleen ja tee muutos siihen.',
      'nothing-changed': 'Muuta tekstiä ennen tallentamista.',
    }),
  },
  sv: {
    title: 'Mallar för förbindelser',
    lead: 'Av mallen görs texten i en förbindelse. Ett utkast behåller den version som det gjordes av.',
    languages: { fi: 'Finska', sv: 'Svenska', en: 'Engelska' },
    version: (version: number) => `Version ${version}`,
    shipped: 'Texten som följer med Kaiku',
    madeOn: (day: string) => `Sparad ${day}`,
    change: 'Ändra mallen',
    changeTitle: (name: string) => `Ändra mallen: ${name}`,
    changeLead: 'När du sparar görs en ny version. Gamla utkast och förbindelser ändras inte.',
    saved: 'Den nya versionen är sparad',
    texts: 'Text',
    changes: 'Vad som ändrades',
    changesLead: (before: number, after: number) => `Från version ${before} till version ${after}.`,
    none: 'Versionen har inga ändringar.',
    before: 'Förut',
    after: 'Nu',
    nothing: 'Fanns inte',
    gone: 'Borttagen',
    pieces: { title: 'Rubrik', summary: 'Sammandrag', clause: 'Punkt' },
    heading: { fi: 'Rubrik på finska', sv: 'Rubrik på svenska', en: 'Rubrik på engelska' },
    summary: { fi: 'Sammandrag på finska', sv: 'Sammandrag på svenska', en: 'Sammandrag på engelska' },
    summaryHint: 'Fem punkter, var och en på sin egen rad.',
    clauses: { fi: 'Punkter på finska', sv: 'Punkter på svenska', en: 'Punkter på engelska' },
    clausesHint:
      'Skriv punktens rubrik på en egen rad och texten under den. Lämna en tom rad mellan punkterna.',
    fieldsTitle: 'Fält som fylls i från registret',
    fieldsHint: 'Skriv fältet i texten så här. Kaiku fyller i det för varje förbindelse.',
    fields: fields({
      area: 'områdets namn',
      county: 'välfärdsområdets namn',
      municipality: 'kommunens namn',
      organisation: 'organisationens namn',
      site: 'besöksmålets namn',
      unit: 'kortutdelarens namn',
      contactPerson: 'kontaktpersonens namn',
      from: 'den första dagen',
      until: 'den sista dagen eller tills vidare',
      modelVersion: 'verksamhetsmodellens version',
      noticeMonths: 'uppsägningstiden, som 3 månader',
    }),
    save: 'Spara en ny version',
    problems: problems({
      ...identifierWords('sv'),
      'title-missing': 'Skriv en rubrik.',
      'title-long': 'Förkorta rubriken till 200 tecken.',
      'summary-points': 'Skriv fem rader i sammandraget.',
      'clauses-missing': 'Skriv åtminstone en punkt.',
      'clauses-form': 'Skriv en text under varje rubrik.',
      'clauses-differ': 'Skriv lika många punkter som på finska.',
      'text-long': 'Förkorta texten till 20 000 tecken.',
      'field-unknown': 'Kontrollera fältet inom klammer. Det finns inte i listan.',
      'changed-meanwhile': 'Någon annan har sparat mallen under tiden. Öppna mallen igen och ändra den.',
      'nothing-changed': 'Ändra texten innan du sparar.',
    }),
  },
  en: {
    title: 'Commitment templates',
    lead: 'The text of a commitment is made from a template. A draft keeps the version it was made from.',
    languages: { fi: 'Finnish', sv: 'Swedish', en: 'English' },
    version: (version: number) => `Version ${version}`,
    shipped: 'The text that comes with Kaiku',
    madeOn: (day: string) => `Saved on ${day}`,
    change: 'Change the template',
    changeTitle: (name: string) => `Change the template: ${name}`,
    changeLead: 'Saving makes a new version. Old drafts and commitments do not change.',
    saved: 'The new version is saved',
    texts: 'Text',
    changes: 'What changed',
    changesLead: (before: number, after: number) => `From version ${before} to version ${after}.`,
    none: 'The version has no changes.',
    before: 'Before',
    after: 'Now',
    nothing: 'Was not there',
    gone: 'Removed',
    pieces: { title: 'Title', summary: 'Summary', clause: 'Clause' },
    heading: { fi: 'Title in Finnish', sv: 'Title in Swedish', en: 'Title in English' },
    summary: { fi: 'Summary in Finnish', sv: 'Summary in Swedish', en: 'Summary in English' },
    summaryHint: 'Five points, each on a line of its own.',
    clauses: { fi: 'Clauses in Finnish', sv: 'Clauses in Swedish', en: 'Clauses in English' },
    clausesHint:
      'Write a clause’s heading on a line of its own and the text below. Leave an empty line between clauses.',
    fieldsTitle: 'Fields that are filled from the register',
    fieldsHint: 'Write a field into the text like this. Kaiku fills it for each commitment.',
    fields: fields({
      area: 'the area’s name',
      county: 'the county’s name',
      municipality: 'the municipality’s name',
      organisation: 'the organisation’s name',
      site: 'the venue’s name',
      unit: 'the card issuer’s name',
      contactPerson: 'the contact person’s name',
      from: 'the first day',
      until: 'the last day, or until further notice',
      modelVersion: 'the version of the operating model',
      noticeMonths: 'the notice period, such as 3 months',
    }),
    save: 'Save a new version',
    problems: problems({
      ...identifierWords('en'),
      'title-missing': 'Write a title.',
      'title-long': 'Shorten the title to 200 characters.',
      'summary-points': 'Write five lines in the summary.',
      'clauses-missing': 'Write at least one clause.',
      'clauses-form': 'Write a text under each heading.',
      'clauses-differ': 'Write as many clauses as in Finnish.',
      'text-long': 'Shorten the text to 20,000 characters.',
      'field-unknown': 'Check the field in braces. It is not in the list.',
      'changed-meanwhile':
        'Somebody else saved the template meanwhile. Open it again and make the change there.',
      'nothing-changed': 'Change the text before you save.',
    }),
  },
})

/** When a version was saved, or that it came with the program. */
export const madeText = (language: Language, madeAt: Date | null): string =>
  madeAt === null ? words[language].shipped : words[language].madeOn(formatDay(language, dayOf(madeAt)))

/** The kind's name and its version. */
export const templateName = (
  language: Language,
  { kind, version }: { kind: keyof (typeof commitments)['fi']['kinds']; version: number },
): string => `${commitments[language].kinds[kind]}, ${words[language].version(version).toLowerCase()}`
