import { identifierWords } from '../i18n/identifier-words.ts'
import { formatDay, type Language, translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'
import type { PlaceKind } from './rules.ts'

const unit = { fi: '/jakajat', sv: '/kortutdelare', en: '/issuers' } as const
const site = { fi: '/kohteet-yllapito', sv: '/stallen-underhall', en: '/sites' } as const

/** The addresses of units and sites that their keepers use. */
export const placePaths = {
  unit: {
    list: localPath(unit),
    file: localPath({
      fi: '/jakajat/luettelo.csv',
      sv: '/kortutdelare/lista.csv',
      en: '/issuers/list.csv',
    }),
    new: localPath({ fi: '/jakajat/uusi', sv: '/kortutdelare/ny', en: '/issuers/new' }),
    requests: localPath({ fi: '/jakajat/pyynnot', sv: '/kortutdelare/forslag', en: '/issuers/requests' }),
    answer: localPath({
      fi: '/jakajat/pyynnot/:unit',
      sv: '/kortutdelare/forslag/:unit',
      en: '/issuers/requests/:unit',
    }),
    place: localPath({ fi: '/jakajat/:unit', sv: '/kortutdelare/:unit', en: '/issuers/:unit' }),
    edit: localPath({
      fi: '/jakajat/:unit/tiedot',
      sv: '/kortutdelare/:unit/uppgifter',
      en: '/issuers/:unit/details',
    }),
    change: localPath({
      fi: '/jakajat/:unit/muutos',
      sv: '/kortutdelare/:unit/andring',
      en: '/issuers/:unit/change',
    }),
    withdraw: localPath({
      fi: '/jakajat/:unit/muutos/peru',
      sv: '/kortutdelare/:unit/andring/ta-tillbaka',
      en: '/issuers/:unit/change/withdraw',
    }),
    pause: localPath({
      fi: '/jakajat/:unit/tauko',
      sv: '/kortutdelare/:unit/paus',
      en: '/issuers/:unit/pause',
    }),
    resume: localPath({
      fi: '/jakajat/:unit/tauko/paata',
      sv: '/kortutdelare/:unit/paus/avsluta',
      en: '/issuers/:unit/pause/end',
    }),
    close: localPath({
      fi: '/jakajat/:unit/sulje',
      sv: '/kortutdelare/:unit/stang',
      en: '/issuers/:unit/close',
    }),
    reopen: localPath({
      fi: '/jakajat/:unit/avaa',
      sv: '/kortutdelare/:unit/oppna',
      en: '/issuers/:unit/reopen',
    }),
    merge: localPath({
      fi: '/jakajat/:unit/yhdista',
      sv: '/kortutdelare/:unit/sla-ihop',
      en: '/issuers/:unit/merge',
    }),
  },
  site: {
    list: localPath(site),
    file: localPath({
      fi: '/kohteet-yllapito/luettelo.csv',
      sv: '/stallen-underhall/lista.csv',
      en: '/sites/list.csv',
    }),
    new: localPath({ fi: '/kohteet-yllapito/uusi', sv: '/stallen-underhall/nytt', en: '/sites/new' }),
    place: localPath({ fi: '/kohteet-yllapito/:site', sv: '/stallen-underhall/:site', en: '/sites/:site' }),
    edit: localPath({
      fi: '/kohteet-yllapito/:site/tiedot',
      sv: '/stallen-underhall/:site/uppgifter',
      en: '/sites/:site/details',
    }),
    intermediary: localPath({
      fi: '/kohteet-yllapito/:site/valittajat',
      sv: '/stallen-underhall/:site/formedlare',
      en: '/sites/:site/intermediaries',
    }),
    endIntermediary: localPath({
      fi: '/kohteet-yllapito/:site/valittajat/:organisation/poista',
      sv: '/stallen-underhall/:site/formedlare/:organisation/ta-bort',
      en: '/sites/:site/intermediaries/:organisation/remove',
    }),
    change: localPath({
      fi: '/kohteet-yllapito/:site/muutos',
      sv: '/stallen-underhall/:site/andring',
      en: '/sites/:site/change',
    }),
    withdraw: localPath({
      fi: '/kohteet-yllapito/:site/muutos/peru',
      sv: '/stallen-underhall/:site/andring/ta-tillbaka',
      en: '/sites/:site/change/withdraw',
    }),
    pause: localPath({
      fi: '/kohteet-yllapito/:site/tauko',
      sv: '/stallen-underhall/:site/paus',
      en: '/sites/:site/pause',
    }),
    resume: localPath({
      fi: '/kohteet-yllapito/:site/tauko/paata',
      sv: '/stallen-underhall/:site/paus/avsluta',
      en: '/sites/:site/pause/end',
    }),
    close: localPath({
      fi: '/kohteet-yllapito/:site/sulje',
      sv: '/stallen-underhall/:site/stang',
      en: '/sites/:site/close',
    }),
    reopen: localPath({
      fi: '/kohteet-yllapito/:site/avaa',
      sv: '/stallen-underhall/:site/oppna',
      en: '/sites/:site/reopen',
    }),
    merge: localPath({
      fi: '/kohteet-yllapito/:site/yhdista',
      sv: '/stallen-underhall/:site/sla-ihop',
      en: '/sites/:site/merge',
    }),
  },
}

/** The address of one place's page; `page` is another page of it. */
export const placeAddress = (
  kind: PlaceKind,
  language: Language,
  id: number,
  page:
    | 'place'
    | 'edit'
    | keyof Omit<(typeof placePaths)['unit'] & (typeof placePaths)['site'], 'file'> = 'place',
): string => {
  const paths: Record<string, Record<Language, string>> = placePaths[kind]
  return paths[page]![language].replace(/:(unit|site)/, String(id))
}

/** What has just been done, told once on the page that follows. */
export const deeds = [
  'made',
  'proposed',
  'saved',
  'changed',
  'waiting',
  'withdrawn',
  'paused',
  'resumed',
  'closed',
  'reopened',
  'merged',
] as const
export type Deed = (typeof deeds)[number]

const problems = <Words extends Record<string, string>>(texts: Words) => texts
const byKind = (texts: Record<PlaceKind, string>) => texts
const byDeed = (texts: Record<Deed, string>) => texts

/** What the lists of units and sites are called. */
export const listTitles = translated({
  fi: byKind({ unit: 'Jakajat', site: 'Kohteet' }),
  sv: byKind({ unit: 'Kortutdelare', site: 'Ställen' }),
  en: byKind({ unit: 'Card issuers', site: 'Sites' }),
})

/** What units and sites share: their life, and the words of their lists. */
export const placeWords = translated({
  fi: {
    name: 'Nimi',
    organisation: 'Organisaatio',
    organisationHint: 'Valitse ehdotetuista tai kirjoita uusi nimi.',
    municipality: 'Kunta',
    area: 'Alue',
    state: 'Tila',
    choose: 'Valitse',
    dayHint: 'Muodossa pp.kk.vvvv, esimerkiksi 1.8.2027.',
    contacts: 'Yhteyshenkilöt',
    noContacts: 'Yhteyshenkilö puuttuu.',
    edit: 'Muuta tietoja',
    history: 'Historia',
    historyCaption: 'Nimet ja kunnat päivittäin',
    historyColumns: { time: 'Aika' },
    since: (from: string | null, until: string | null) =>
      `${from ? formatDay('fi', from) : ''}–${until ? formatDay('fi', until) : ''}`.replace(
        /^–$/,
        'Alusta alkaen',
      ),
    deeds: byDeed({
      made: 'Lisätty.',
      proposed: 'Ehdotus on lähetetty Kaikukeskukselle.',
      saved: 'Tiedot on tallennettu.',
      changed: 'Muutos on voimassa. Vanhat tiedot jäivät historiaan.',
      waiting: 'Muutos odottaa päiväänsä.',
      withdrawn: 'Tuleva muutos on peruttu.',
      paused: 'Tauko on tallennettu.',
      resumed: 'Tauko on päätetty.',
      closed: 'Sulkeminen on tallennettu.',
      reopened: 'Avattu uudelleen.',
      merged: 'Yhdistetty. Tämä jäi voimaan.',
    }),
    reason: 'Syy',
    problems: problems({
      ...identifierWords('fi'),
      'name-missing': 'Kirjoita nimi.',
      'name-long': 'Lyhennä nimeä. Siinä voi olla enintään 200 merkkiä.',
      'name-taken': 'Organisaatiolla on jo samanniminen samassa kunnassa. Kirjoita toinen nimi.',
      'organisation-missing': 'Kirjoita organisaation nimi.',
      'organisation-long': 'Lyhennä organisaation nimeä. Siinä voi olla enintään 200 merkkiä.',
      'municipality-missing': 'Valitse kunta.',
      'from-missing': 'Kirjoita päivä.',
      'from-form': 'Tarkista päivä. Kirjoita se näin: 1.8.2027.',
      'until-form': 'Tarkista päivä. Kirjoita se näin: 1.8.2027.',
      'on-missing': 'Kirjoita päivä.',
      'on-form': 'Tarkista päivä. Kirjoita se näin: 1.8.2027.',
      'reason-missing': 'Kirjoita syy.',
      'reason-long': 'Lyhennä syytä.',
      'change-pending': 'Toinen muutos odottaa jo. Peru se ensin.',
      'nothing-changed': 'Mikään ei muuttunut. Muuta ainakin yhtä tietoa.',
      'move-past': 'Kunta voi vaihtua aikaisintaan huomenna. Valitse myöhempi päivä.',
      'before-history': 'Edellinen muutos on tätä myöhempi. Valitse myöhempi päivä.',
      'day-past': 'Päivä on jo mennyt. Valitse tämä päivä tai myöhempi.',
      'day-far': 'Päivä on yli kahden vuoden päässä. Tarkista vuosi.',
      'until-early': 'Viimeinen päivä on ennen ensimmäistä. Tarkista päivät.',
      'pause-overlap': 'Toinen tauko on jo samaan aikaan. Päätä se ensin.',
      'into-missing': 'Valitse, kumpi jää voimaan.',
      'merge-history': 'Nämä ovat olleet eri kunnissa. Siksi ne eivät ole sama. Sulje toinen.',
    }),
  },
  sv: {
    name: 'Namn',
    organisation: 'Organisation',
    organisationHint: 'Välj bland förslagen eller skriv ett nytt namn.',
    municipality: 'Kommun',
    area: 'Område',
    state: 'Läge',
    choose: 'Välj',
    dayHint: 'I formen dd.mm.åååå, till exempel 1.8.2027.',
    contacts: 'Kontaktpersoner',
    noContacts: 'Kontaktperson saknas.',
    edit: 'Ändra uppgifterna',
    history: 'Historik',
    historyCaption: 'Namn och kommuner dag för dag',
    historyColumns: { time: 'Tid' },
    since: (from: string | null, until: string | null) =>
      `${from ? formatDay('sv', from) : ''}–${until ? formatDay('sv', until) : ''}`.replace(
        /^–$/,
        'Från början',
      ),
    deeds: byDeed({
      made: 'Tillagd.',
      proposed: 'Förslaget har skickats till Kaikukeskus.',
      saved: 'Uppgifterna har sparats.',
      changed: 'Ändringen gäller. De gamla uppgifterna finns i historiken.',
      waiting: 'Ändringen väntar på sin dag.',
      withdrawn: 'Den kommande ändringen har tagits tillbaka.',
      paused: 'Pausen har sparats.',
      resumed: 'Pausen har avslutats.',
      closed: 'Stängningen har sparats.',
      reopened: 'Öppnad på nytt.',
      merged: 'Ihopslagen. Den här blev kvar.',
    }),
    reason: 'Orsak',
    problems: problems({
      ...identifierWords('sv'),
      'name-missing': 'Skriv namnet.',
      'name-long': 'Förkorta namnet. Det får ha högst 200 tecken.',
      'name-taken': 'Organisationen har redan en med samma namn i kommunen. Skriv ett annat namn.',
      'organisation-missing': 'Skriv organisationens namn.',
      'organisation-long': 'Förkorta organisationens namn. Det får ha högst 200 tecken.',
      'municipality-missing': 'Välj kommun.',
      'from-missing': 'Skriv dagen.',
      'from-form': 'Kontrollera dagen. Skriv den så här: 1.8.2027.',
      'until-form': 'Kontrollera dagen. Skriv den så här: 1.8.2027.',
      'on-missing': 'Skriv dagen.',
      'on-form': 'Kontrollera dagen. Skriv den så här: 1.8.2027.',
      'reason-missing': 'Skriv orsaken.',
      'reason-long': 'Förkorta orsaken.',
      'change-pending': 'En annan ändring väntar redan. Ta tillbaka den först.',
      'nothing-changed': 'Ingenting ändrades. Ändra åtminstone en uppgift.',
      'move-past': 'Kommunen kan bytas tidigast i morgon. Välj en senare dag.',
      'before-history': 'Den förra ändringen är senare än detta. Välj en senare dag.',
      'day-past': 'Dagen har redan varit. Välj i dag eller en senare dag.',
      'day-far': 'Dagen är över två år bort. Kontrollera året.',
      'until-early': 'Sista dagen är före den första. Kontrollera dagarna.',
      'pause-overlap': 'Det finns redan en paus samtidigt. Avsluta den först.',
      'into-missing': 'Välj vilken som blir kvar.',
      'merge-history': 'De har varit i olika kommuner. Därför är de inte samma. Stäng den ena.',
    }),
  },
  en: {
    name: 'Name',
    organisation: 'Organisation',
    organisationHint: 'Choose one of the suggestions or write a new name.',
    municipality: 'Municipality',
    area: 'Area',
    state: 'State',
    choose: 'Choose',
    dayHint: 'As day.month.year, for example 1.8.2027.',
    contacts: 'Contact persons',
    noContacts: 'There is no contact person.',
    edit: 'Change the details',
    history: 'History',
    historyCaption: 'Names and municipalities by day',
    historyColumns: { time: 'Time' },
    since: (from: string | null, until: string | null) =>
      `${from ? formatDay('en', from) : ''}–${until ? formatDay('en', until) : ''}`.replace(
        /^–$/,
        'From the beginning',
      ),
    deeds: byDeed({
      made: 'Added.',
      proposed: 'The proposal has been sent to Kaikukeskus.',
      saved: 'The details have been saved.',
      changed: 'The change is in force. The old details are in the history.',
      waiting: 'The change waits for its day.',
      withdrawn: 'The coming change has been withdrawn.',
      paused: 'The pause has been saved.',
      resumed: 'The pause has ended.',
      closed: 'The closing has been saved.',
      reopened: 'Open again.',
      merged: 'Merged. This one stays.',
    }),
    reason: 'Reason',
    problems: problems({
      ...identifierWords('en'),
      'name-missing': 'Write the name.',
      'name-long': 'Shorten the name. It can have 200 characters at most.',
      'name-taken': 'The organisation already has this name in the municipality. Write another name.',
      'organisation-missing': 'Write the name of the organisation.',
      'organisation-long': 'Shorten the organisation’s name. It can have 200 characters at most.',
      'municipality-missing': 'Choose the municipality.',
      'from-missing': 'Write the day.',
      'from-form': 'Check the day. Write it like this: 1.8.2027.',
      'until-form': 'Check the day. Write it like this: 1.8.2027.',
      'on-missing': 'Write the day.',
      'on-form': 'Check the day. Write it like this: 1.8.2027.',
      'reason-missing': 'Write the reason.',
      'reason-long': 'Shorten the reason.',
      'change-pending': 'Another change is waiting already. Withdraw it first.',
      'nothing-changed': 'Nothing changed. Change at least one detail.',
      'move-past': 'The municipality can change tomorrow at the earliest. Choose a later day.',
      'before-history': 'The previous change is later than this. Choose a later day.',
      'day-past': 'The day is past. Choose today or a later day.',
      'day-far': 'The day is more than two years away. Check the year.',
      'until-early': 'The last day is before the first. Check the days.',
      'pause-overlap': 'Another pause is at the same time. End it first.',
      'into-missing': 'Choose which one stays.',
      'merge-history': 'They have been in different municipalities. So they are not the same. Close one.',
    }),
  },
})
