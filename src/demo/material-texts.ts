import type { MaterialFacts } from '../materials/queries.ts'

type Part = { title: string; lines: readonly string[] }

/** What a file of the demo says, and in which form it comes. */
export type DemoFile =
  | {
      kind: 'pdf'
      name: string
      lang: 'fi' | 'sv' | 'en'
      title: string
      lead: string
      parts: readonly Part[]
    }
  | { kind: 'txt' | 'svg'; name: string; text: string }

export type DemoMaterial = Omit<MaterialFacts, 'areaId' | 'replacedById' | 'year' | 'terms'> & {
  /** In the area of the demo's coordinator. */
  isLocal?: true
  /** How many years ago it was made. */
  age?: number
  terms?: string
  state?: 'draft'
  /** The title of the edition that took its place. */
  replacedBy?: string
  files: readonly DemoFile[]
}

const said = (fi: string, sv: string, en: string) => ({ fi, sv, en })
const onlyFinnish = (fi: string) => ({ fi, sv: null, en: null })

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><title>Kaiku</title><path fill="#0b4f4a" d="M5 38V18a15 15 0 0 1 30 0v20z"/><path fill="#f5a623" d="M12 38V19a8 8 0 0 1 16 0v19z"/><path fill="#fff" d="M12 38V19a8 8 0 0 1 8-8v27z"/></svg>\n`

const welcome: Part = {
  title: 'Näin se toimii',
  lines: ['Näytä kortti kassalla.', 'Saat maksuttoman lipun.', 'Lapsesi tai lapsenlapsesi pääsee mukaan.'],
}

const local = (year: string): DemoFile => ({
  ...{ kind: 'pdf', name: `Alueen esite ${year}.pdf`, lang: 'fi', title: `Kaikukortti alueella ${year}` },
  lead: 'Täältä saat kortin, ja näihin paikkoihin sillä pääsee.',
  parts: [
    {
      title: 'Mistä kortin saa',
      lines: ['Kysy korttia sosiaaliohjaajalta tai nuorisotyöstä.', 'Tulotodistusta ei tarvita.'],
    },
    welcome,
  ],
})

/** Invented materials, as the centre and one area might have them. */
export const demoMaterials: readonly DemoMaterial[] = [
  {
    title: said('Juliste kohteeseen', 'Affisch för stället', 'Poster for a venue'),
    description: said(
      'Kerro ovella, että Kaikukortti käy teillä.',
      'Berätta vid dörren att Kaikukortet gäller hos er.',
      'Tell at the door that the Kaikukortti card is welcome.',
    ),
    ...{ languages: ['fi', 'sv'], audiences: ['venues'], licence: 'cc-by', alt: null },
    files: [
      {
        ...{ kind: 'pdf', name: 'Juliste kohteeseen.pdf', lang: 'fi', title: 'Kaikukortti käy täällä' },
        ...{ lead: 'Tervetuloa. Kortilla pääset sisään maksutta.', parts: [welcome] },
      },
      {
        ...{ kind: 'pdf', name: 'Affisch för stället.pdf', lang: 'sv', title: 'Kaikukortet gäller här' },
        lead: 'Välkommen. Med kortet kommer du in gratis.',
        parts: [{ title: 'Så fungerar det', lines: ['Visa kortet i kassan.', 'Du får en gratis biljett.'] }],
      },
    ],
  },
  {
    title: said(
      'Selkoesite kortinhaltijalle',
      'Lättläst broschyr på finska',
      'Plain Finnish leaflet for holders',
    ),
    description: said(
      'Lyhyt esite selkokielellä. Sopii tulostaa ja antaa mukaan.',
      'En kort broschyr på lättläst finska att skriva ut och ge.',
      'A short leaflet in plain Finnish to print and hand over.',
    ),
    ...{ languages: ['fi-simple'], audiences: ['holders'], licence: 'cc0', alt: null },
    files: [
      {
        ...{ kind: 'pdf', name: 'Selkoesite.pdf', lang: 'fi', title: 'Sinun Kaikukorttisi' },
        ...{ lead: 'Kortilla saat lippuja. Liput eivät maksa mitään.', parts: [welcome] },
      },
    ],
  },
  {
    title: said('Kortinjakajan pikaopas', 'Snabbguide för kortutdelare', 'Quick guide for issuers'),
    description: said(
      'Yksi sivu: näin annat kortin asiakkaalle.',
      'En sida: så ger du kortet till klienten.',
      'One page: how to give the card to a client.',
    ),
    ...{ languages: ['fi'], audiences: ['issuers'], licence: 'cc-by', alt: null },
    files: [
      {
        ...{ kind: 'pdf', name: 'Kortinjakajan pikaopas.pdf', lang: 'fi', title: 'Näin annat kortin' },
        lead: 'Kortin antaminen vie muutaman minuutin.',
        parts: [
          { title: 'Ennen', lines: ['Varaa kortti ja ohje asiakkaan kielellä.'] },
          {
            title: 'Asiakkaan kanssa',
            lines: [
              'Kerro, mihin kortilla pääsee.',
              'Lue kortin koodi ja kysy lupa tietoihin.',
              'Anna kortti ja ohje.',
            ],
          },
        ],
      },
    ],
  },
  {
    title: said('Ohje kassalle', 'Anvisning för kassan', 'Instructions for the desk'),
    description: said(
      'Kiinnitä kassan viereen: kortin tarkistus ja lippu kolmella askeleella.',
      'Fäst vid kassan: kontroll och biljett i tre steg.',
      'Keep beside the desk: check and ticket in three steps.',
    ),
    ...{ languages: ['fi'], audiences: ['venues'], licence: 'cc-by', alt: null },
    files: [
      {
        ...{ kind: 'pdf', name: 'Ohje kassalle.pdf', lang: 'fi', title: 'Kaikukortti kassalla' },
        lead: 'Kolme askelta riittää.',
        parts: [
          {
            title: 'Tee näin',
            lines: ['Lue kortin koodi.', 'Katso, että kortti on voimassa.', 'Kirjaa käyttö ja anna lippu.'],
          },
        ],
      },
    ],
  },
  {
    title: said('Palvelukuvaus verkkosivuille', 'Beskrivning för webbplatsen', 'Description for a web site'),
    description: said(
      'Teksti, jonka voit kopioida omalle sivullesi.',
      'En text som du kan kopiera till din webbplats.',
      'A text that you can copy to your own site.',
    ),
    ...{
      languages: ['fi', 'sv', 'en'],
      audiences: ['issuers', 'venues', 'coordinators'],
      licence: 'cc0',
      alt: null,
    },
    files: [
      {
        kind: 'txt',
        name: 'Palvelukuvaus.txt',
        text: 'Meiltä voi saada Kaikukortin. Sillä pääsee maksutta kulttuuriin, kursseille ja liikuntaan, kun rahatilanne on tiukka. Kysy henkilökunnalta.\n',
      },
      {
        kind: 'txt',
        name: 'Beskrivning.txt',
        text: 'Hos oss kan du få ett Kaikukort. Med kortet kommer du gratis till kultur, kurser och motion när ekonomin är stram. Fråga personalen.\n',
      },
      {
        kind: 'txt',
        name: 'Description.txt',
        text: 'You can get a Kaikukortti card from us. It opens culture, courses and sports free of charge when money is tight. Ask the staff.\n',
      },
    ],
  },
  {
    title: said('Vastuuhenkilön vuosikello', 'Årsklocka för ansvarspersoner', 'The coordinator’s year'),
    description: said(
      'Mitä alueella tehdään mihinkin aikaan vuodesta.',
      'Vad som görs i området under året.',
      'What is done in an area in each season.',
    ),
    ...{ languages: ['fi'], audiences: ['coordinators'], licence: 'cc-by', alt: null },
    files: [
      {
        ...{ kind: 'pdf', name: 'Vuosikello.pdf', lang: 'fi', title: 'Alueen vuosikello' },
        lead: 'Neljä hetkeä, jotka pitävät verkoston ajan tasalla.',
        parts: [
          { title: 'Kevät', lines: ['Päivitä kohteiden ja jakajien tiedot.', 'Tilaa kortteja.'] },
          { title: 'Syksy', lines: ['Tee uusi esite.', 'Pidä yhteinen tapaaminen.'] },
        ],
      },
    ],
  },
  {
    title: said('Mediatiedote', 'Pressmeddelande', 'Press release'),
    description: said(
      'Tausta ja perustiedot toimittajille.',
      'Bakgrund och basfakta för redaktörer.',
      'Background and basic facts for journalists.',
    ),
    ...{ languages: ['fi'], audiences: ['media'], licence: 'cc-by', alt: null, age: 1 },
    files: [
      {
        ...{ kind: 'pdf', name: 'Mediatiedote.pdf', lang: 'fi', title: 'Kulttuuri kuuluu kaikille' },
        lead: 'Kaikukortti avaa ovia, kun rahatilanne on tiukka.',
        parts: [
          {
            title: 'Perustiedot',
            lines: [
              'Kortti on henkilökohtainen.',
              'Se on voimassa vuoden.',
              'Kortin saa sosiaali- ja terveysalan työntekijältä.',
            ],
          },
        ],
      },
      { kind: 'txt', name: 'Mediatiedote.txt', text: 'Kaikukortti avaa ovia, kun rahatilanne on tiukka.\n' },
    ],
  },
  {
    title: said('Kaiku-merkki', 'Kaikumärket', 'The Kaiku mark'),
    description: said(
      'Järjestelmän merkki vektorikuvana.',
      'Systemets märke som vektorbild.',
      'The mark of the system as a vector picture.',
    ),
    alt: said(
      'Vihreä kaari, jonka avoimesta ovesta tulee valoa.',
      'En grön båge med en öppen dörr som släpper in ljus.',
      'A green arch with light from an open door.',
    ),
    ...{ languages: ['fi', 'sv', 'en'], audiences: ['venues', 'coordinators', 'media'], licence: 'own' },
    terms: 'Käytä merkkiä sellaisenaan, kun kerrot Kaikusta.',
    files: [{ kind: 'svg', name: 'Kaiku-merkki.svg', text: logo }],
  },
  {
    title: onlyFinnish('Alueen esite'),
    description: onlyFinnish('Mistä kortin saa alueella ja mihin sillä pääsee.'),
    ...{ languages: ['fi'], audiences: ['holders', 'issuers'], licence: 'cc-by', alt: null, isLocal: true },
    files: [local('tänä vuonna')],
  },
  {
    title: onlyFinnish('Alueen vanha esite'),
    description: onlyFinnish('Viime vuoden esite.'),
    ...{ languages: ['fi'], audiences: ['holders', 'issuers'], licence: 'cc-by', alt: null, isLocal: true },
    ...{ age: 1, replacedBy: 'Alueen esite' },
    files: [local('viime vuonna')],
  },
  {
    title: onlyFinnish('Kutsu verkoston tapaamiseen'),
    description: onlyFinnish('Kutsupohja syksyn tapaamiseen.'),
    ...{ languages: ['fi'], audiences: ['coordinators'], licence: 'cc0', alt: null, isLocal: true },
    state: 'draft',
    files: [{ kind: 'txt', name: 'Kutsu.txt', text: 'Tervetuloa Kaikukortti-verkoston tapaamiseen.\n' }],
  },
]
