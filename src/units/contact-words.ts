import { identifierWords } from '../i18n/identifier-words.ts'
import { translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'

export const contactPath = localPath({
  fi: '/jakajat/:unit/kayntitiedot',
  sv: '/kortutdelare/:unit/besok',
  en: '/issuers/:unit/visiting',
})

const problems = (texts: Record<string, string>) => texts

/** Of coming to a unit: what its people or its keepers tell the public. */
export const contactWords = translated({
  fi: {
    title: 'Käyntitiedot yleisölle',
    lead: 'Nämä näkyvät julkisilla sivuilla yksikön nimen alla. Kirjoita vain se, minkä kaikki saavat tietää.',
    hidden: 'Yksikköä ei näytetä yleisölle',
    hiddenWhy: 'Siksi myöskään näitä tietoja ei näytetä.',
    street: 'Käyntiosoite',
    streetHint: 'Katu ja paikkakunta. Jätä tyhjäksi, jos yksikön paikka on salassa.',
    phone: 'Toimiston puhelin',
    phoneHint: 'Toimiston yhteinen numero, ei kenenkään oma.',
    url: 'Verkkosivu',
    urlHint: 'Alkaa https://',
    notes: { fi: 'Näin tulet, suomeksi', sv: 'Näin tulet, ruotsiksi', en: 'Näin tulet, englanniksi' },
    noteHint: 'Aukiolo, ajanvaraus tai sisäänkäynti yhdellä tai kahdella lauseella.',
    save: 'Tallenna käyntitiedot',
    saved: 'Käyntitiedot on tallennettu.',
    none: 'Ei kerrottu',
    problems: problems({
      ...identifierWords('fi'),
      'street-long': 'Lyhennä osoitetta. Siinä voi olla enintään 200 merkkiä.',
      'phone-long': 'Lyhennä numeroa. Siinä voi olla enintään 40 merkkiä.',
      'phone-form': 'Tarkista puhelinnumero. Kirjoita vain numeroita ja välejä.',
      'url-long': 'Lyhennä osoitetta. Siinä voi olla enintään 500 merkkiä.',
      'url-form': 'Tarkista osoite. Sen pitää alkaa https:// ja olla kaikille avoin.',
      'note-long': 'Lyhennä ohjetta. Siinä voi olla enintään 300 merkkiä.',
    }),
  },
  sv: {
    title: 'Besöksuppgifter för allmänheten',
    lead: 'De här visas på de offentliga sidorna under enhetens namn. Skriv bara det som alla får veta.',
    hidden: 'Enheten visas inte för allmänheten',
    hiddenWhy: 'Därför visas inte heller de här uppgifterna.',
    street: 'Besöksadress',
    streetHint: 'Gata och ort. Lämna tomt om enhetens plats är hemlig.',
    phone: 'Byråns telefon',
    phoneHint: 'Byråns gemensamma nummer, inte någons eget.',
    url: 'Webbsida',
    urlHint: 'Börjar med https://',
    notes: { fi: 'Så kommer du, på finska', sv: 'Så kommer du, på svenska', en: 'Så kommer du, på engelska' },
    noteHint: 'Öppettider, tidsbokning eller ingång med en eller två meningar.',
    save: 'Spara besöksuppgifterna',
    saved: 'Besöksuppgifterna har sparats.',
    none: 'Inte uppgett',
    problems: problems({
      ...identifierWords('sv'),
      'street-long': 'Förkorta adressen. Den får ha högst 200 tecken.',
      'phone-long': 'Förkorta numret. Det får ha högst 40 tecken.',
      'phone-form': 'Kontrollera telefonnumret. Skriv bara siffror och mellanslag.',
      'url-long': 'Förkorta adressen. Den får ha högst 500 tecken.',
      'url-form': 'Kontrollera adressen. Den ska börja med https:// och vara öppen för alla.',
      'note-long': 'Förkorta anvisningen. Den får ha högst 300 tecken.',
    }),
  },
  en: {
    title: 'Visiting details for the public',
    lead: 'These are shown on the public pages under the unit’s name. Write only what everybody may know.',
    hidden: 'The unit is not shown to the public',
    hiddenWhy: 'So these details are not shown either.',
    street: 'Visiting address',
    streetHint: 'Street and town. Leave it empty if the unit’s place is secret.',
    phone: 'Phone of the office',
    phoneHint: 'The office’s common number, nobody’s own.',
    url: 'Web page',
    urlHint: 'Begins with https://',
    notes: { fi: 'How to come, in Finnish', sv: 'How to come, in Swedish', en: 'How to come, in English' },
    noteHint: 'Opening hours, booking or the entrance in a sentence or two.',
    save: 'Save the visiting details',
    saved: 'The visiting details have been saved.',
    none: 'Not told',
    problems: problems({
      ...identifierWords('en'),
      'street-long': 'Shorten the address. It can have 200 characters at most.',
      'phone-long': 'Shorten the number. It can have 40 characters at most.',
      'phone-form': 'Check the phone number. Write only digits and spaces.',
      'url-long': 'Shorten the address. It can have 500 characters at most.',
      'url-form': 'Check the address. It must begin with https:// and be open to all.',
      'note-long': 'Shorten the note. It can have 300 characters at most.',
    }),
  },
})
