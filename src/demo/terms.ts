/** What the demo's theatre says of the card, in three languages. */
export const demoTerms = {
  texts: {
    included: {
      fi: 'Kaikki teatterin omat näytökset.\nKlubi-illat ja avoimet harjoitukset.',
      sv: 'Alla teaterns egna föreställningar.\nKlubbkvällar och öppna repetitioner.',
      en: 'All the theatre’s own performances.\nClub nights and open rehearsals.',
    },
    how: {
      fi: 'Hae lippu kassalta tuntia ennen näytöstä ja näytä kortti.',
      sv: 'Hämta biljetten i kassan en timme före föreställningen och visa kortet.',
      en: 'Get the ticket at the box office an hour before the show and show the card.',
    },
    cancelling: {
      fi: 'Soita kassalle tai vastaa vahvistusviestiin ennen näytöspäivää.',
      sv: 'Ring kassan eller svara på bekräftelsen före föreställningsdagen.',
      en: 'Call the box office or answer the confirmation before the day of the show.',
    },
    limits: {
      fi: 'Kymmenen lippua näytöstä kohti. Vierailunäytökset eivät kuulu etuun.',
      sv: 'Tio biljetter per föreställning. Gästspel ingår inte.',
      en: 'Ten tickets for each show. Guest performances are not included.',
    },
    courses: {
      fi: 'Teatterikerho aikuisille syksyllä ja keväällä. Ilmoittaudu kassalla.',
      sv: 'Teaterklubb för vuxna på hösten och våren. Anmäl dig i kassan.',
      en: 'A theatre club for adults in autumn and spring. Sign up at the box office.',
    },
    children: {
      fi: 'Omat alle 18-vuotiaat lapset ja lapsenlapset pääsevät mukaan.',
      sv: 'Egna barn och barnbarn under 18 år kommer in med dig.',
      en: 'Your own children and grandchildren under 18 get in with you.',
    },
    companions: {
      fi: 'Kerro kassalla, jos tarvitset paikan avustajan viereen.',
      sv: 'Berätta i kassan om du behöver en plats bredvid din assistent.',
      en: 'Tell the box office if you need a seat beside your assistant.',
    },
    accessibility: {
      fi: 'Esteetön sisäänkäynti pihan puolelta. Salissa on induktiosilmukka ja kaksi pyörätuolipaikkaa.',
      sv: 'Tillgänglig ingång från gården. I salen finns hörslinga och två rullstolsplatser.',
      en: 'Step-free entrance from the yard. The hall has an induction loop and two wheelchair spaces.',
    },
  },
  links: {
    home: 'https://tuohus.esimerkki.example/',
    tickets: 'https://tuohus.esimerkki.example/liput',
    programme: 'https://tuohus.esimerkki.example/ohjelma',
    accessibility: 'https://tuohus.esimerkki.example/esteettomyys',
  },
  limits: [
    { kind: 'course-place', volume: 1, period: 'term' },
    // A ticket a week: one faithful visitor has had them, and whoever tries the other cards dozens of times has not.
    { kind: 'ticket', volume: 52, period: 'calendar-year' },
  ],
  columns: {
    street: 'Tuohuskatu 1',
    postal_code: '87100',
    kinds: ['ticket', 'course-place'],
    course_fee_cents: 6000,
    course_excess_by_holder: true,
  },
} as const
