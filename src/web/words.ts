import { plural, translated } from '../i18n/translated.ts'

export const errorWords = translated({
  fi: {
    home: 'Siirry etusivulle',
    tellUs: 'Kerro meille, mitä tapahtui',
    desk: 'Siirry kassaan',
    back: 'Palaa edelliselle sivulle',
    wait: plural('fi', {
      one: 'Yritä uudelleen # minuutin kuluttua.',
      other: 'Yritä uudelleen # minuutin kuluttua.',
    }),
    waitHours: plural('fi', {
      one: 'Yritä uudelleen # tunnin kuluttua.',
      other: 'Yritä uudelleen # tunnin kuluttua.',
    }),
    reference: (number: string) => `Jos pyydät apua, kerro tämä numero: ${number}`,
    'not-found': ['Sivua ei löydy', 'Osoitteessa voi olla kirjoitusvirhe, tai sivu on poistettu.'],
    gone: ['Tämä ei ole enää saatavilla', 'Se on vedetty pois tai vaihdettu uuteen. Etsi uusin hakusivulta.'],
    forbidden: [
      'Tämä sivu ei kuulu rooliisi',
      'Jos tarvitset sivua työssäsi, kysy alueesi vastuuhenkilöltä.',
    ],
    device: [
      'Tällä laitteella voi käyttää vain kassaa',
      'Jos tarvitset tätä sivua, kirjaudu omalla tililläsi toisella laitteella.',
    ],
    foreign: [
      'Pyyntö tuli väärästä paikasta',
      'Avaa sivu uudelleen tästä palvelusta ja yritä sitten uudelleen.',
    ],
    method: ['Sivua ei voi avata näin', 'Palaa edelliselle sivulle ja yritä uudelleen.'],
    'too-large': ['Lähetit liian paljon kerralla', 'Palaa edelliselle sivulle ja lyhennä tekstiä.'],
    'too-many': [
      'Yrityksiä on ollut paljon',
      'Mitään ei mennyt rikki. Tunnus tai salasana voi olla kirjoitettu väärin.',
    ],
    again: 'Yritä uudelleen',
    busy: [
      'Palvelu ei ehdi juuri nyt vastata',
      'Odota muutama sekunti ja yritä sitten uudelleen. Jos lähetit lomaketta, palaa siihen selaimella ja lähetä se uudelleen.',
    ],
    bug: ['Palvelu ei vastaa juuri nyt', 'Vika on meillä. Yritä hetken päästä uudelleen.'],
  },
  sv: {
    home: 'Gå till startsidan',
    tellUs: 'Berätta för oss vad som hände',
    desk: 'Gå till kassan',
    back: 'Gå tillbaka till föregående sida',
    wait: plural('sv', { one: 'Försök igen om # minut.', other: 'Försök igen om # minuter.' }),
    waitHours: plural('sv', { one: 'Försök igen om # timme.', other: 'Försök igen om # timmar.' }),
    reference: (number: string) => `Om du ber om hjälp, berätta det här numret: ${number}`,
    'not-found': ['Sidan finns inte', 'Det kan vara ett skrivfel i adressen, eller så är sidan borttagen.'],
    gone: [
      'Det här finns inte längre',
      'Det har dragits tillbaka eller bytts ut. Sök efter det senaste på söksidan.',
    ],
    forbidden: [
      'Den här sidan hör inte till din roll',
      'Om du behöver sidan i ditt arbete, fråga områdets ansvarsperson.',
    ],
    device: [
      'På den här enheten kan du bara använda kassan',
      'Om du behöver sidan, logga in med ditt eget konto på en annan enhet.',
    ],
    foreign: ['Begäran kom från fel plats', 'Öppna sidan på nytt i den här tjänsten och försök sedan igen.'],
    method: ['Sidan kan inte öppnas så här', 'Gå tillbaka till föregående sida och försök igen.'],
    'too-large': [
      'Du skickade för mycket på en gång',
      'Gå tillbaka till föregående sida och förkorta texten.',
    ],
    'too-many': [
      'Det har varit många försök',
      'Ingenting har gått sönder. Koden eller lösenordet kan vara fel skrivet.',
    ],
    again: 'Försök igen',
    busy: [
      'Tjänsten hinner inte svara just nu',
      'Vänta några sekunder och försök sedan igen. Om du skickade ett formulär, gå tillbaka till det i webbläsaren och skicka det igen.',
    ],
    bug: ['Tjänsten svarar inte just nu', 'Felet är hos oss. Försök igen om en stund.'],
  },
  en: {
    home: 'Go to the front page',
    tellUs: 'Tell us what happened',
    desk: 'Go to the desk',
    back: 'Go back to the previous page',
    wait: plural('en', { one: 'Try again in # minute.', other: 'Try again in # minutes.' }),
    waitHours: plural('en', { one: 'Try again in # hour.', other: 'Try again in # hours.' }),
    reference: (number: string) => `If you ask for help, tell this number: ${number}`,
    'not-found': [
      'We cannot find this page',
      'There may be a typing error in the address, or the page has been removed.',
    ],
    gone: [
      'This is no longer available',
      'It has been withdrawn or replaced. Look for the latest one on the search page.',
    ],
    forbidden: [
      'This page does not belong to your role',
      'If you need it in your work, ask your area coordinator.',
    ],
    device: [
      'This device is for the desk only',
      'If you need this page, sign in with your own account on another device.',
    ],
    foreign: [
      'The request came from the wrong place',
      'Open the page again in this service and then try again.',
    ],
    method: ['This page cannot be opened like this', 'Go back to the previous page and try again.'],
    'too-large': ['You sent too much at once', 'Go back to the previous page and shorten the text.'],
    'too-many': [
      'There have been many attempts',
      'Nothing is broken. The code or the password may be typed wrong.',
    ],
    again: 'Try again',
    busy: [
      'The service cannot answer right now',
      'Wait a few seconds and then try again. If you sent a form, go back to it and send it again.',
    ],
    bug: ['The service is not answering right now', 'The fault is ours. Try again in a moment.'],
  },
})

export const problemWords = translated({
  fi: {
    atTill: 'Kassalla',
    program: 'Ohjelman tekijälle',
    repeat: 'Saman pyynnön voi lähettää uudelleen samalla Idempotency-Key-tunnuksella.',
    doNotRepeat: 'Älä lähetä samaa pyyntöä uudelleen muuttamatta sitä.',
    guide: 'Lue koko ohje',
    about: 'Kaikun avoimen rajapinnan vastaus',
    message:
      'Vastauksen kentässä endUserMessage on sama asia sanottuna asiakkaalle suomeksi, ruotsiksi ja englanniksi.',
  },
  sv: {
    atTill: 'I kassan',
    program: 'För den som gör programmet',
    repeat: 'Samma begäran kan skickas på nytt med samma Idempotency-Key.',
    doNotRepeat: 'Skicka inte samma begäran på nytt utan att ändra den.',
    guide: 'Läs hela anvisningen',
    about: 'Ett svar från Kaikus öppna gränssnitt',
    message:
      'I svarets fält endUserMessage finns samma sak sagd till kunden på finska, svenska och engelska.',
  },
  en: {
    atTill: 'At the till',
    program: 'For whoever writes the program',
    repeat: 'The same request may be sent again with the same Idempotency-Key.',
    doNotRepeat: 'Do not send the same request again without changing it.',
    guide: 'Read the whole guide',
    about: 'An answer of the open interface of Kaiku',
    message: 'The answer’s field endUserMessage tells the customer the same in Finnish, Swedish and English.',
  },
})
