import { translated } from '../i18n/translated.ts'

/** What is said beside the camera’s picture. */
export const scannerWords = translated({
  fi: {
    title: 'Kamera',
    starting: 'Kamera käynnistyy.',
    looking: 'Näytä kortin QR-koodi kameralle.',
    closer: 'Tuo kortti lähemmäs kameraa.',
    paused: 'Kamera on tauolla.',
    refused: 'Kameran käyttö on estetty. Salli se selaimen asetuksissa tai kirjoita tunnus.',
    none: 'Kameraa ei löydy. Kirjoita tunnus tai käytä lukijaa.',
    lightOn: 'Sytytä valo',
    lightOff: 'Sammuta valo',
    photo: 'Lue kortti kuvasta',
    photoNone: 'Kuvassa ei näy koodia. Kirjoita tunnus.',
  },
  sv: {
    title: 'Kamera',
    starting: 'Kameran startar.',
    looking: 'Visa kortets QR-kod för kameran.',
    closer: 'Håll kortet närmare kameran.',
    paused: 'Kameran är pausad.',
    refused: 'Kameran är blockerad. Tillåt den i webbläsarens inställningar eller skriv koden.',
    none: 'Ingen kamera hittades. Skriv koden eller använd en läsare.',
    lightOn: 'Tänd lampan',
    lightOff: 'Släck lampan',
    photo: 'Läs kortet från en bild',
    photoNone: 'Ingen kod syns på bilden. Skriv koden.',
  },
  en: {
    title: 'Camera',
    starting: 'The camera is starting.',
    looking: 'Show the QR code of the card to the camera.',
    closer: 'Bring the card closer to the camera.',
    paused: 'The camera is paused.',
    refused: 'The camera is blocked. Allow it in the browser settings, or type the code.',
    none: 'No camera was found. Type the code or use a reader.',
    lightOn: 'Turn on the light',
    lightOff: 'Turn off the light',
    photo: 'Read the card from a picture',
    photoNone: 'There is no code in the picture. Type the code.',
  },
})
