import { formatNumber, type Language, plural, translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'
import type { Audience, FileKind, Licence, MaterialState } from './rules.ts'

export const paths = {
  list: localPath({ fi: '/aineistot', sv: '/material', en: '/materials' }),
  one: localPath({ fi: '/aineistot/:material', sv: '/material/:material', en: '/materials/:material' }),
  keep: localPath({ fi: '/aineistopankki', sv: '/materialbank', en: '/materials-bank' }),
  add: localPath({ fi: '/aineistopankki/uusi', sv: '/materialbank/nytt', en: '/materials-bank/new' }),
  kept: localPath({
    fi: '/aineistopankki/:material',
    sv: '/materialbank/:material',
    en: '/materials-bank/:material',
  }),
  change: localPath({
    fi: '/aineistopankki/:material/muuta',
    sv: '/materialbank/:material/andra',
    en: '/materials-bank/:material/change',
  }),
  state: localPath({
    fi: '/aineistopankki/:material/tila',
    sv: '/materialbank/:material/status',
    en: '/materials-bank/:material/state',
  }),
  former: localPath({
    fi: '/aineistopankki/:material/aiemmat',
    sv: '/materialbank/:material/tidigare',
    en: '/materials-bank/:material/former',
  }),
  addFile: localPath({
    fi: '/aineistopankki/:material/tiedosto',
    sv: '/materialbank/:material/fil',
    en: '/materials-bank/:material/file',
  }),
  replaceFile: localPath({
    fi: '/aineistopankki/:material/tiedosto/:file',
    sv: '/materialbank/:material/fil/:file',
    en: '/materials-bank/:material/file/:file',
  }),
  fileState: localPath({
    fi: '/aineistopankki/:material/tiedosto/:file/tila',
    sv: '/materialbank/:material/fil/:file/status',
    en: '/materials-bank/:material/file/:file/state',
  }),
}

/** A file's address is what it holds: `<SHA-256>.pdf`. */
export const filePath = '/materials/:digest'
/** The small picture of a file, by the SHA-256 of the file. */
export const thumbnailPath = '/materials/:picture/thumbnail'

const kilo = (language: Language, bytes: number, kb: string, mb: string) =>
  bytes < 1_000_000
    ? `${formatNumber(language, Math.max(1, Math.round(bytes / 1000)))} ${kb}`
    : `${formatNumber(language, Math.round(bytes / 100_000) / 10)} ${mb}`

const kinds = (words: Record<FileKind, string>) => words
const audienceWords = (words: Record<Audience, string>) => words
const licenceWords = (words: Record<Licence, string>) => words
const states = (words: Record<MaterialState, string>) => words

const fiFound = plural('fi', { one: '# aineisto', other: '# aineistoa' })
const svFound = plural('sv', { one: '# material', other: '# material' })
const enFound = plural('en', { one: '# material', other: '# materials' })
const fiTaken = plural('fi', { one: 'Ladattu # kerran', other: 'Ladattu # kertaa' })
const svTaken = plural('sv', { one: 'Nedladdat # gång', other: 'Nedladdat # gånger' })
const enTaken = plural('en', { one: 'Downloaded once', other: 'Downloaded # times' })

/** What everyone reads. What keepers read: keep-words.ts. */
export const words = translated({
  fi: {
    title: 'Aineistot',
    description: 'Kaikukortin julisteet, oppaat ja muut aineistot, joita saa ladata ja käyttää.',
    lead: 'Lataa julisteita, oppaita ja tekstejä. Voit käyttää niitä, kun kerrot Kaikukortista.',
    language: 'Kieli',
    anyLanguage: 'Kaikki kielet',
    audience: 'Kenelle',
    anyone: 'Kaikille',
    year: 'Vuosi',
    anyYear: 'Kaikki vuodet',
    found: fiFound,
    none: 'Aineistoja ei ole vielä',
    noneWhy: 'Kaikukeskus ja alueet lisäävät aineistoja tähän.',
    noneFound: 'Näillä ehdoilla ei löydy aineistoja',
    noneFoundWhy: 'Valitse vähemmän ehtoja tai näytä kaikki.',
    showAll: 'Näytä kaikki aineistot',
    audiences: audienceWords({
      holders: 'Kortinhaltijat',
      issuers: 'Kortinjakajat',
      venues: 'Kohteet',
      coordinators: 'Vastuuhenkilöt',
      media: 'Media',
    }),
    licence: 'Käyttöehdot',
    licences: licenceWords({ 'cc-by': 'CC BY 4.0', cc0: 'CC0', own: 'Omat ehdot' }),
    licenceMeans: licenceWords({
      'cc-by': 'Saat jakaa ja muokata. Kerro tekijä ja lisenssi.',
      cc0: 'Saat käyttää vapaasti.',
      own: '',
    }),
    area: 'Alue',
    nation: 'Koko maa',
    kinds: kinds({
      pdf: 'PDF',
      docx: 'Word (DOCX)',
      pptx: 'PowerPoint (PPTX)',
      xlsx: 'Excel (XLSX)',
      png: 'kuva (PNG)',
      jpeg: 'kuva (JPEG)',
      webp: 'kuva (WebP)',
      svg: 'kuva (SVG)',
      txt: 'teksti (TXT)',
      csv: 'taulukko (CSV)',
    }),
    size: (bytes: number) => kilo('fi', bytes, 'kt', 'Mt'),
    pixels: (width: number, height: number) => `${width} × ${height} kuvapistettä`,
    open: 'Avaa',
    download: 'Lataa',
    taken: (times: number) => (times === 0 ? null : fiTaken(times)),
    files: 'Tiedostot',
    shows: 'Kuvassa',
    firstPage: 'Ensimmäinen sivu',
    updated: 'Päivitetty',
    newer: 'Tästä on uudempi painos',
    openNewer: 'Avaa uudempi painos',
    draft: 'Tämä on esikatselu',
    draftWhy: 'Vain aineiston ylläpitäjät näkevät sivun.',
    backToKeep: 'Palaa muokkaamaan',
  },
  sv: {
    title: 'Material',
    description: 'Affischer, guider och annat material om Kaikukortet som du får ladda ner och använda.',
    lead: 'Ladda ner affischer, guider och texter. Använd dem när du berättar om Kaikukortet.',
    language: 'Språk',
    anyLanguage: 'Alla språk',
    audience: 'För vem',
    anyone: 'Alla',
    year: 'År',
    anyYear: 'Alla år',
    found: svFound,
    none: 'Det finns inget material ännu',
    noneWhy: 'Kaikukeskus och områdena lägger till material här.',
    noneFound: 'Inget material hittades med de här valen',
    noneFoundWhy: 'Välj färre villkor eller visa allt.',
    showAll: 'Visa allt material',
    audiences: audienceWords({
      holders: 'Kortinnehavare',
      issuers: 'Kortutdelare',
      venues: 'Besöksmål',
      coordinators: 'Ansvarspersoner',
      media: 'Medier',
    }),
    licence: 'Villkor',
    licences: licenceWords({ 'cc-by': 'CC BY 4.0', cc0: 'CC0', own: 'Egna villkor' }),
    licenceMeans: licenceWords({
      'cc-by': 'Du får dela och bearbeta. Ange upphovspersonen och licensen.',
      cc0: 'Du får använda materialet fritt.',
      own: '',
    }),
    area: 'Område',
    nation: 'Hela landet',
    kinds: kinds({
      pdf: 'PDF',
      docx: 'Word (DOCX)',
      pptx: 'PowerPoint (PPTX)',
      xlsx: 'Excel (XLSX)',
      png: 'bild (PNG)',
      jpeg: 'bild (JPEG)',
      webp: 'bild (WebP)',
      svg: 'bild (SVG)',
      txt: 'text (TXT)',
      csv: 'tabell (CSV)',
    }),
    size: (bytes: number) => kilo('sv', bytes, 'kB', 'MB'),
    pixels: (width: number, height: number) => `${width} × ${height} bildpunkter`,
    open: 'Öppna',
    download: 'Ladda ner',
    taken: (times: number) => (times === 0 ? null : svTaken(times)),
    files: 'Filer',
    shows: 'På bilden',
    firstPage: 'Första sidan',
    updated: 'Uppdaterad',
    newer: 'Det finns en nyare upplaga',
    openNewer: 'Öppna den nyare upplagan',
    draft: 'Det här är en förhandsvisning',
    draftWhy: 'Bara de som sköter materialet ser sidan.',
    backToKeep: 'Tillbaka till redigeringen',
  },
  en: {
    title: 'Materials',
    description: 'Posters, guides and other materials about the Kaikukortti to download and use.',
    lead: 'Download posters, guides and texts. Use them when you tell people about the Kaikukortti.',
    language: 'Language',
    anyLanguage: 'All languages',
    audience: 'For whom',
    anyone: 'Everyone',
    year: 'Year',
    anyYear: 'All years',
    found: enFound,
    none: 'There are no materials yet',
    noneWhy: 'Kaikukeskus and the areas add materials here.',
    noneFound: 'No materials match these choices',
    noneFoundWhy: 'Choose fewer conditions, or show all.',
    showAll: 'Show all materials',
    audiences: audienceWords({
      holders: 'Cardholders',
      issuers: 'Card issuers',
      venues: 'Venues',
      coordinators: 'Coordinators',
      media: 'Media',
    }),
    licence: 'Terms of use',
    licences: licenceWords({ 'cc-by': 'CC BY 4.0', cc0: 'CC0', own: 'Own terms' }),
    licenceMeans: licenceWords({
      'cc-by': 'You may share and adapt it. Name the author and the licence.',
      cc0: 'You may use it freely.',
      own: '',
    }),
    area: 'Area',
    nation: 'The whole country',
    kinds: kinds({
      pdf: 'PDF',
      docx: 'Word (DOCX)',
      pptx: 'PowerPoint (PPTX)',
      xlsx: 'Excel (XLSX)',
      png: 'picture (PNG)',
      jpeg: 'picture (JPEG)',
      webp: 'picture (WebP)',
      svg: 'picture (SVG)',
      txt: 'text (TXT)',
      csv: 'table (CSV)',
    }),
    size: (bytes: number) => kilo('en', bytes, 'kB', 'MB'),
    pixels: (width: number, height: number) => `${width} × ${height} pixels`,
    open: 'Open',
    download: 'Download',
    taken: (times: number) => (times === 0 ? null : enTaken(times)),
    files: 'Files',
    shows: 'In the picture',
    firstPage: 'First page',
    updated: 'Updated',
    newer: 'There is a newer edition',
    openNewer: 'Open the newer edition',
    draft: 'This is a preview',
    draftWhy: 'Only those who look after the material see this page.',
    backToKeep: 'Go back to editing',
  },
})

export const stateNames = translated({
  fi: states({ draft: 'Luonnos', published: 'Julkaistu', withdrawn: 'Vedetty pois' }),
  sv: states({ draft: 'Utkast', published: 'Publicerat', withdrawn: 'Tillbakadraget' }),
  en: states({ draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' }),
})
