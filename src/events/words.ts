import { type Language, plural, translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'
import type { Source } from './rules.ts'

const own = { fi: '/oma-kohde/tapahtumat', sv: '/mitt-besoksmal/evenemang', en: '/my-site/events' } as const
const kept = {
  fi: '/kohteet-yllapito/:site/tapahtumat',
  sv: '/stallen-underhall/:site/evenemang',
  en: '/places-upkeep/:site/events',
} as const

const under = <const Base extends Record<Language, string>>(base: Base) => {
  const at = <const Tail extends Record<Language, string>>(tail: Tail) =>
    localPath({
      fi: `${base.fi}${tail.fi}`,
      sv: `${base.sv}${tail.sv}`,
      en: `${base.en}${tail.en}`,
    } as { [L in Language]: `${Base[L]}${Tail[L]}` })
  return {
    list: localPath(base),
    add: at({ fi: '/uusi', sv: '/nytt', en: '/new' }),
    upload: at({ fi: '/tuonti', sv: '/import', en: '/import' }),
    check: at({ fi: '/tuonti/:import', sv: '/import/:import', en: '/import/:import' }),
    feed: at({ fi: '/syote', sv: '/flode', en: '/feed' }),
    endFeed: at({ fi: '/syote/:feed/lopeta', sv: '/flode/:feed/avsluta', en: '/feed/:feed/end' }),
    readFeed: at({ fi: '/syote/:feed/lue', sv: '/flode/:feed/las', en: '/feed/:feed/read' }),
    event: at({ fi: '/:event', sv: '/:event', en: '/:event' }),
    copy: at({ fi: '/:event/kopioi', sv: '/:event/kopiera', en: '/:event/copy' }),
    cancel: at({ fi: '/:event/peru', sv: '/:event/stall-in', en: '/:event/cancel' }),
    restore: at({ fi: '/:event/palauta', sv: '/:event/ta-tillbaka', en: '/:event/restore' }),
  }
}

/** The venue's own pages, and the keepers' pages of any site they keep. */
export const paths = { own: under(own), kept: under(kept) }

const from = (words: Record<Source, string>) => words

/** The list of a site's events, for those who keep them. */
export const words = translated({
  fi: {
    title: 'Tapahtumat',
    keepOf: (site: string) => `Tapahtumat: ${site}`,
    lead: 'Tapahtumat näkyvät julkisella sivulla, kun kortti käy niihin.',
    add: 'Lisää tapahtuma',
    upload: 'Tuo tiedostosta',
    addFeed: 'Lisää syöte',
    publicPage: 'Katso julkista sivua',
    coming: 'Tulevat',
    past: 'Menneet',
    showPast: 'Näytä menneet',
    showComing: 'Näytä tulevat',
    none: 'Ei tulevia tapahtumia',
    noneWhy: 'Lisää ensimmäinen tapahtuma, tuo ohjelma tiedostosta tai lisää kaupungin tapahtumasyöte.',
    nonePast: 'Ei menneitä tapahtumia',
    nonePastWhy: 'Menneet tapahtumat poistuvat vuoden kuluttua.',
    name: 'Tapahtuma',
    when: 'Aika',
    source: 'Lähde',
    sources: from({ entered: 'Kirjattu', feed: 'Syöte', file: 'Tiedosto' }),
    actions: 'Toiminnot',
    cancelled: 'Peruttu',
    change: 'Muuta',
    see: 'Näytä',
    copy: 'Kopioi toiselle päivälle',
    cancel: 'Merkitse perutuksi',
    undo: 'Kumoa',
    restore: 'Palauta',
    added: (count: number) =>
      plural('fi', { one: 'Tapahtuma lisättiin.', other: '# tapahtumaa lisättiin.' })(count),
    saved: 'Tallennettu.',
    cancelledNow: 'Tapahtuma on merkitty perutuksi. Se näkyy julkisella sivulla peruttuna.',
    restoredNow: 'Tapahtuma on taas voimassa.',
    imported: 'Muutokset on tallennettu.',
  },
  sv: {
    title: 'Evenemang',
    keepOf: (site) => `Evenemang: ${site}`,
    lead: 'Evenemangen syns på den offentliga sidan när kortet gäller där.',
    add: 'Lägg till evenemang',
    upload: 'Importera från fil',
    addFeed: 'Lägg till flöde',
    publicPage: 'Visa den offentliga sidan',
    coming: 'Kommande',
    past: 'Tidigare',
    showPast: 'Visa tidigare',
    showComing: 'Visa kommande',
    none: 'Inga kommande evenemang',
    noneWhy:
      'Lägg till det första evenemanget, importera programmet från en fil eller lägg till stadens flöde.',
    nonePast: 'Inga tidigare evenemang',
    nonePastWhy: 'Tidigare evenemang tas bort efter ett år.',
    name: 'Evenemang',
    when: 'Tid',
    source: 'Källa',
    sources: from({ entered: 'Inskrivet', feed: 'Flöde', file: 'Fil' }),
    actions: 'Åtgärder',
    cancelled: 'Inställt',
    change: 'Ändra',
    see: 'Visa',
    copy: 'Kopiera till en annan dag',
    cancel: 'Markera som inställt',
    undo: 'Ångra',
    restore: 'Återställ',
    added: (count) =>
      plural('sv', { one: 'Evenemanget lades till.', other: '# evenemang lades till.' })(count),
    saved: 'Sparat.',
    cancelledNow: 'Evenemanget är markerat som inställt. Det syns som inställt på den offentliga sidan.',
    restoredNow: 'Evenemanget gäller igen.',
    imported: 'Ändringarna är sparade.',
  },
  en: {
    title: 'Events',
    keepOf: (site) => `Events: ${site}`,
    lead: 'Events are on the public page when the card works for them.',
    add: 'Add an event',
    upload: 'Import from a file',
    addFeed: 'Add a feed',
    publicPage: 'See the public page',
    coming: 'Coming',
    past: 'Past',
    showPast: 'Show past events',
    showComing: 'Show coming events',
    none: 'No coming events',
    noneWhy: 'Add an event, import the programme from a file, or add the city’s event feed.',
    nonePast: 'No past events',
    nonePastWhy: 'Past events are removed after a year.',
    name: 'Event',
    when: 'Time',
    source: 'Source',
    sources: from({ entered: 'Entered', feed: 'Feed', file: 'File' }),
    actions: 'Actions',
    cancelled: 'Cancelled',
    change: 'Change',
    see: 'Show',
    copy: 'Copy to another day',
    cancel: 'Mark as cancelled',
    undo: 'Undo',
    restore: 'Restore',
    added: (count) => plural('en', { one: 'The event was added.', other: '# events were added.' })(count),
    saved: 'Saved.',
    cancelledNow: 'The event is marked as cancelled. The public page shows it so.',
    restoredNow: 'The event is on again.',
    imported: 'The changes are saved.',
  },
})
