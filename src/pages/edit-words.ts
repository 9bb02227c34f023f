import { identifierWords } from '../i18n/identifier-words.ts'
import { translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'
import type { FindingKind } from './checks.ts'
import type { Kind, Mark, StateNow } from './rules.ts'

export const paths = {
  list: localPath({ fi: '/tekstit', sv: '/texter', en: '/texts' }),
  new: localPath({ fi: '/tekstit/uusi', sv: '/texter/ny', en: '/texts/new' }),
  one: localPath({ fi: '/tekstit/:content', sv: '/texter/:content', en: '/texts/:content' }),
  details: localPath({
    fi: '/tekstit/:content/kertoja',
    sv: '/texter/:content/berattare',
    en: '/texts/:content/teller',
  }),
  audience: localPath({
    fi: '/tekstit/:text/kenelle',
    sv: '/texter/:text/for-vem',
    en: '/texts/:text/audience',
  }),
  edit: localPath({
    fi: '/tekstit/:content/muokkaa/:edition',
    sv: '/texter/:content/redigera/:edition',
    en: '/texts/:content/edit/:edition',
  }),
  version: localPath({
    fi: '/tekstit/:content/versio/:version',
    sv: '/texter/:content/version/:version',
    en: '/texts/:content/version/:version',
  }),
  preview: localPath({
    fi: '/tekstit/:content/esikatselu/:version',
    sv: '/texter/:content/forhandsvisning/:version',
    en: '/texts/:content/preview/:version',
  }),
  withdraw: localPath({
    fi: '/tekstit/:content/poista-julkaisusta/:version',
    sv: '/texter/:content/avpublicera/:version',
    en: '/texts/:content/withdraw/:version',
  }),
}

export type Problem =
  | 'title-missing'
  | 'line-long'
  | 'lead-long'
  | 'lead-missing'
  | 'body-long'
  | 'body-missing'
  | 'kind-missing'
  | 'findings'
  | 'changed-meanwhile'
  | 'day-form'
  | 'day-missing'
  | 'time-form'
  | 'past'
  | 'year-form'
  | 'leave-missing'
  | 'leave-on-missing'
  | 'leave-from-missing'
  | 'leave-future'
  | 'not-shown'

const ofType = (words: {
  kinds: Record<Kind, string>
  states: Record<StateNow, string>
  marks: Record<Mark, string>
  findings: Record<FindingKind, string>
  problems: Record<Problem, string>
}) => words

export const editWords = translated({
  fi: {
    title: 'Tekstit',
    language: 'Kieli',
    state: 'Tila',
    edit: 'Muokkaa',
    write: 'Kirjoita',
    seePublic: 'Katso julkista sivua',
    languagesCaption: 'Teksti eri kielillä',
    notShown: 'Ei julkaistu',
    ...ofType({
      kinds: { page: 'Sivu', news: 'Uutinen', story: 'Tarina', question: 'Kysymys' },
      states: {
        draft: 'Luonnos',
        scheduled: 'Ajastettu',
        shown: 'Julkaistu',
        earlier: 'Aiempi',
        withdrawn: 'Poistettu julkaisusta',
      },
      marks: {
        draft: 'Luonnos kesken',
        scheduled: 'Ajastettu',
        withdrawn: 'Poistettu julkaisusta',
        'finnish-changed': 'Suomenkielinen teksti on muuttunut',
        'shipped-changed': 'Ohjelman mukana tullut teksti on muuttunut',
        missing: 'Puuttuu',
      },
      findings: {
        'heading-skip': 'Otsikkotaso jää väliin. Lisää tai poista yksi #-merkki:',
        'heading-top': 'Sivun otsikko on jo #. Aloita tämä otsikko merkeillä ##:',
        'heading-empty': 'Otsikossa ei ole tekstiä:',
        'alt-missing': 'Kuvasta puuttuu kuvaus. Kirjoita se hakasulkeisiin:',
        'picture-foreign': 'Kuva on toisella sivustolla. Käytä vain tämän sivuston kuvia:',
        'link-empty': 'Linkissä ei ole tekstiä:',
        'link-vague': 'Linkin teksti ei kerro, mihin se vie. Kirjoita sen sivun nimi:',
        'link-broken': 'Osoitteessa ei ole sivua. Tarkista osoite:',
        'link-refused': 'Linkki ei toimi. Osoitteen pitää alkaa https://, mailto:, tel: tai /:',
        html: 'HTML näkyy tekstinä. Poista se:',
      },
      problems: {
        'title-missing': 'Kirjoita otsikko.',
        'line-long': 'Lyhennä enintään 200 merkkiin.',
        'lead-long': 'Lyhennä johdanto enintään 600 merkkiin.',
        'lead-missing': 'Kirjoita johdanto ennen julkaisua.',
        'body-long': 'Lyhennä teksti enintään 60 000 merkkiin.',
        'body-missing': 'Kirjoita teksti ennen julkaisua.',
        'kind-missing': 'Valitse, mitä lisäät.',
        findings: 'Korjaa tekstin huomiot ennen julkaisua.',
        'changed-meanwhile':
          'Joku tallensi tekstin sillä välin. Katso versiot. Tallenna uudelleen, jos omasi jää.',
        'day-form': 'Kirjoita päivä muodossa 1.9.2027.',
        'day-missing': 'Kirjoita julkaisupäivä.',
        'time-form': 'Kirjoita kellonaika muodossa 8.00.',
        past: 'Valitse aika, joka on vielä edessä.',
        'year-form': 'Kirjoita vuosi neljällä numerolla, esimerkiksi 2026.',
        'leave-missing': 'Kirjaa ensin, kuka on antanut luvan julkaista tarinan.',
        'leave-on-missing': 'Kirjoita päivä, jona lupa annettiin.',
        'leave-from-missing': 'Kirjoita, kuka antoi luvan.',
        'leave-future': 'Päivä on vielä edessä. Kirjaa lupa, kun se on annettu.',
        'not-shown': 'Tämä versio ei ole enää julkaistuna.',
      },
    }),
    fieldTitle: 'Otsikko',
    fieldLead: 'Johdanto',
    fieldLeadHint: 'Yksi kappale, joka kertoo, mistä on kyse. Näkyy myös hakukoneissa.',
    fieldBody: 'Teksti (Markdown)',
    fieldBodyHint: 'Otsikko: ## Näin. Luettelo: - Näin. Linkki: [Alueet](/fi/alueet). Lihavointi: **näin**.',
    save: 'Tallenna luonnos',
    preview: 'Tallenna ja esikatsele',
    publish: 'Julkaise heti',
    schedule: 'Ajasta julkaisu',
    scheduleTitle: 'Julkaise myöhemmin',
    day: 'Julkaisupäivä',
    dayHint: 'Esimerkiksi 1.9.2027.',
    time: 'Kellonaika',
    timeHint: 'Esimerkiksi 8.00. Suomen aikaa.',
    source: 'Suomenkielinen teksti',
    findingsTitle: 'Korjaa ennen julkaisua',
    finnishChanged: 'Suomenkielinen teksti on muuttunut',
    finnishChangedText: 'Muutokset näkyvät alla. Tallennus kertoo, että käännös on ajan tasalla.',
    shippedChanged: 'Ohjelman mukana tullut teksti on muuttunut',
    shippedChangedText: 'Omasi on julkaistuna. Tallennus kertoo, että olet katsonut muutoksen.',
    takeShipped: 'Ota ohjelman teksti lomakkeelle',
    done: {
      draft: 'Luonnos on tallennettu.',
      publish: 'Teksti on julkaistu.',
      schedule: 'Julkaisu on ajastettu.',
      restore: 'Vanha versio on nyt luonnoksena. Julkaise se, kun olet valmis.',
      withdraw: 'Teksti on poistettu julkaisusta.',
      unschedule: 'Ajastus on peruttu.',
      details: 'Tiedot on tallennettu.',
    } as Record<string, string>,
  },
  sv: {
    title: 'Texter',
    language: 'Språk',
    state: 'Läge',
    edit: 'Redigera',
    write: 'Skriv',
    seePublic: 'Se den offentliga sidan',
    languagesCaption: 'Texten på olika språk',
    notShown: 'Inte publicerad',
    ...ofType({
      kinds: { page: 'Sida', news: 'Nyhet', story: 'Berättelse', question: 'Fråga' },
      states: {
        draft: 'Utkast',
        scheduled: 'Tidsinställd',
        shown: 'Publicerad',
        earlier: 'Tidigare',
        withdrawn: 'Avpublicerad',
      },
      marks: {
        draft: 'Oavslutat utkast',
        scheduled: 'Tidsinställd',
        withdrawn: 'Avpublicerad',
        'finnish-changed': 'Den finska texten har ändrats',
        'shipped-changed': 'Programmets egen text har ändrats',
        missing: 'Saknas',
      },
      findings: {
        'heading-skip': 'En rubriknivå hoppas över. Lägg till eller ta bort ett #:',
        'heading-top': 'Sidans rubrik är redan #. Börja den här rubriken med ##:',
        'heading-empty': 'Rubriken har ingen text:',
        'alt-missing': 'Bilden saknar beskrivning. Skriv den inom hakparenteserna:',
        'picture-foreign': 'Bilden finns på en annan webbplats. Använd bara bilder från den här:',
        'link-empty': 'Länken har ingen text:',
        'link-vague': 'Länkens text säger inte vart den leder. Skriv målets namn:',
        'link-broken': 'Adressen har ingen sida. Kontrollera adressen:',
        'link-refused': 'Länken fungerar inte. Adressen ska börja med https://, mailto:, tel: eller /:',
        html: 'HTML visas som text. Ta bort det:',
      },
      problems: {
        'title-missing': 'Skriv en rubrik.',
        'line-long': 'Förkorta till högst 200 tecken.',
        'lead-long': 'Förkorta ingressen till högst 600 tecken.',
        'lead-missing': 'Skriv en ingress före publiceringen.',
        'body-long': 'Förkorta texten till högst 60 000 tecken.',
        'body-missing': 'Skriv texten före publiceringen.',
        'kind-missing': 'Välj vad du lägger till.',
        findings: 'Rätta anmärkningarna i texten före publiceringen.',
        'changed-meanwhile':
          'Någon sparade texten under tiden. Se versionerna. Spara på nytt om din ska gälla.',
        'day-form': 'Skriv dagen i formen 1.9.2027.',
        'day-missing': 'Skriv publiceringsdagen.',
        'time-form': 'Skriv klockslaget i formen 8.00.',
        past: 'Välj en tid som ännu inte har varit.',
        'year-form': 'Skriv året med fyra siffror, till exempel 2026.',
        'leave-missing': 'Anteckna först vem som har gett lov att publicera berättelsen.',
        'leave-on-missing': 'Skriv dagen då lovet gavs.',
        'leave-from-missing': 'Skriv vem som gav lov.',
        'leave-future': 'Dagen har inte varit ännu. Anteckna lovet när det har getts.',
        'not-shown': 'Den här versionen är inte längre publicerad.',
      },
    }),
    fieldTitle: 'Rubrik',
    fieldLead: 'Ingress',
    fieldLeadHint: 'Ett stycke som säger vad det handlar om. Syns också i sökmotorer.',
    fieldBody: 'Text (Markdown)',
    fieldBodyHint: 'Rubrik: ## Så här. Lista: - Så här. Länk: [Områden](/sv/omraden). Fetstil: **så här**.',
    save: 'Spara utkastet',
    preview: 'Spara och förhandsgranska',
    publish: 'Publicera genast',
    schedule: 'Tidsinställ publiceringen',
    scheduleTitle: 'Publicera senare',
    day: 'Publiceringsdag',
    dayHint: 'Till exempel 1.9.2027.',
    time: 'Klockslag',
    timeHint: 'Till exempel 8.00. Finsk tid.',
    source: 'Den finska texten',
    findingsTitle: 'Rätta före publiceringen',
    finnishChanged: 'Den finska texten har ändrats',
    finnishChangedText: 'Ändringarna syns nedan. När du sparar säger du att översättningen är aktuell.',
    shippedChanged: 'Programmets egen text har ändrats',
    shippedChangedText: 'Din text är publicerad. När du sparar säger du att du har sett ändringen.',
    takeShipped: 'Ta programmets text till formuläret',
    done: {
      draft: 'Utkastet har sparats.',
      publish: 'Texten har publicerats.',
      schedule: 'Publiceringen har tidsinställts.',
      restore: 'Den gamla versionen är nu ett utkast. Publicera den när du är klar.',
      withdraw: 'Texten har avpublicerats.',
      unschedule: 'Tidsinställningen har ångrats.',
      details: 'Uppgifterna har sparats.',
    } as Record<string, string>,
  },
  en: {
    title: 'Texts',
    language: 'Language',
    state: 'State',
    edit: 'Edit',
    write: 'Write',
    seePublic: 'See the public page',
    languagesCaption: 'The text in each language',
    notShown: 'Not published',
    ...ofType({
      kinds: { page: 'Page', news: 'News', story: 'Story', question: 'Question' },
      states: {
        draft: 'Draft',
        scheduled: 'Scheduled',
        shown: 'Published',
        earlier: 'Earlier',
        withdrawn: 'Withdrawn',
      },
      marks: {
        draft: 'Unfinished draft',
        scheduled: 'Scheduled',
        withdrawn: 'Withdrawn',
        'finnish-changed': 'The Finnish text has changed',
        'shipped-changed': 'The program’s own text has changed',
        missing: 'Missing',
      },
      findings: {
        'heading-skip': 'A heading level is skipped. Add or remove one #:',
        'heading-top': 'The page’s title is # already. Begin this heading with ##:',
        'heading-empty': 'The heading has no text:',
        'alt-missing': 'The picture has no description. Write it in the brackets:',
        'picture-foreign': 'The picture is on another site. Use pictures of this site only:',
        'link-empty': 'The link has no text:',
        'link-vague': 'The link’s text does not say where it leads. Write the name of the target:',
        'link-broken': 'The address has no page. Check the address:',
        'link-refused': 'The link does not work. Its address must begin with https://, mailto:, tel: or /:',
        html: 'HTML is shown as text. Remove it:',
      },
      problems: {
        'title-missing': 'Write a title.',
        'line-long': 'Shorten this to 200 characters at most.',
        'lead-long': 'Shorten the lead to 600 characters at most.',
        'lead-missing': 'Write a lead before you publish.',
        'body-long': 'Shorten the text to 60,000 characters at most.',
        'body-missing': 'Write the text before you publish.',
        'kind-missing': 'Choose what you add.',
        findings: 'Correct what was found in the text before you publish.',
        'changed-meanwhile': 'Somebody saved the text meanwhile. See the versions. Save again to keep yours.',
        'day-form': 'Write the day as 1.9.2027.',
        'day-missing': 'Write the day of publishing.',
        'time-form': 'Write the time as 8:00.',
        past: 'Choose a time that is still to come.',
        'year-form': 'Write the year with four digits, such as 2026.',
        'leave-missing': 'First record who gave permission to publish the story.',
        'leave-on-missing': 'Write the day on which permission was given.',
        'leave-from-missing': 'Write who gave permission.',
        'leave-future': 'That day is still to come. Record the permission once it is given.',
        'not-shown': 'This version is no longer published.',
      },
    }),
    fieldTitle: 'Title',
    fieldLead: 'Lead',
    fieldLeadHint: 'One paragraph that says what this is about. Search engines show it too.',
    fieldBody: 'Text (Markdown)',
    fieldBodyHint: 'Heading: ## Like this. List: - Like this. Link: [Areas](/en/areas). Bold: **like this**.',
    save: 'Save the draft',
    preview: 'Save and preview',
    publish: 'Publish now',
    schedule: 'Schedule',
    scheduleTitle: 'Publish later',
    day: 'Day of publishing',
    dayHint: 'For example 1.9.2027.',
    time: 'Time',
    timeHint: 'For example 8:00. Finnish time.',
    source: 'The Finnish text',
    findingsTitle: 'Correct before you publish',
    finnishChanged: 'The Finnish text has changed',
    finnishChangedText: 'The changes are shown below. Saving says that the translation is up to date.',
    shippedChanged: 'The program’s own text has changed',
    shippedChangedText: 'Yours is published. Saving says that you have looked at the change.',
    takeShipped: 'Take the program’s text into the form',
    done: {
      draft: 'The draft has been saved.',
      publish: 'The text has been published.',
      schedule: 'Publishing has been scheduled.',
      restore: 'The old version is now a draft. Publish it when you are ready.',
      withdraw: 'The text has been withdrawn.',
      unschedule: 'The schedule has been cancelled.',
      details: 'The details have been saved.',
    } as Record<string, string>,
  },
})

/** What a form says of each problem. */
export const problemTexts = (language: 'fi' | 'sv' | 'en'): Record<string, string> => ({
  ...identifierWords(language),
  ...editWords[language].problems,
})
