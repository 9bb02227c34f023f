import { translated } from '../i18n/translated.ts'
import type { Measure } from '../publications/rules.ts'

export type Definition = { name: string; meaning: string; unit: string }

/** What each figure is called, what it counts and in which unit. No report goes without those of its figures. */
export const definitionWords = translated<Record<Measure, Definition>>({
  fi: {
    registered: {
      name: 'Rekisteröidyt kortit',
      meaning: 'Henkilökohtaiset kortit, jotka rekisteröitiin jakson aikana.',
      unit: 'korttia',
    },
    'taken-into-use': {
      name: 'Käyttöön otetut kortit',
      meaning:
        'Jaksolla rekisteröidyt kortit, joita on käytetty ainakin kerran julkaisun tilannepäivään mennessä.',
      unit: 'korttia',
    },
    valid: {
      name: 'Voimassa olevat kortit',
      meaning: 'Henkilökohtaiset kortit, jotka olivat voimassa jakson viimeisenä päivänä.',
      unit: 'korttia',
    },
    renewed: {
      name: 'Uusitut kortit',
      meaning: 'Kortit, joiden tilalle haltija sai jakson aikana uuden kortin.',
      unit: 'korttia',
    },
    expiring: {
      name: 'Vanhentuneet kortit',
      meaning: 'Kortit, joiden viimeinen voimassaolopäivä oli jakson aikana.',
      unit: 'korttia',
    },
    tickets: {
      name: 'Liput ja kurssipaikat',
      meaning:
        'Yksi pääsylippu, kurssipaikka tai kausikortti on yksi. Äiti ja kaksi lasta on kolme. Lippu lasketaan sen päivän ja paikan mukaan, jossa se hankittiin. Avustajan ja tulkin lippuja ja kumottuja kirjauksia ei lasketa.',
      unit: 'lippua',
    },
    users: {
      name: 'Käytetyt kortit',
      meaning: 'Eri kortit, joita käytettiin ainakin kerran jakson aikana.',
      unit: 'korttia',
    },
    'new-audience': {
      name: 'Ensi kertaa käyneet',
      meaning: 'Kortit, joita käytettiin tässä paikassa ensimmäistä kertaa jakson aikana.',
      unit: 'korttia',
    },
    'community-tickets': {
      name: 'Yhteisön kortin liput',
      meaning: 'Yhteisön Kaikukortilla hankitut liput. Ne eivät sisälly muihin lippuihin.',
      unit: 'lippua',
    },
  },
  sv: {
    registered: {
      name: 'Registrerade kort',
      meaning: 'Personliga kort som registrerades under perioden.',
      unit: 'kort',
    },
    'taken-into-use': {
      name: 'Kort som tagits i bruk',
      meaning:
        'Kort som registrerades under perioden och som har använts minst en gång fram till publikationens lägesdag.',
      unit: 'kort',
    },
    valid: {
      name: 'Giltiga kort',
      meaning: 'Personliga kort som var giltiga den sista dagen i perioden.',
      unit: 'kort',
    },
    renewed: {
      name: 'Förnyade kort',
      meaning: 'Kort som innehavaren fick bytta mot ett nytt under perioden.',
      unit: 'kort',
    },
    expiring: {
      name: 'Kort som gått ut',
      meaning: 'Kort vars sista giltighetsdag var under perioden.',
      unit: 'kort',
    },
    tickets: {
      name: 'Biljetter och kursplatser',
      meaning:
        'En inträdesbiljett, en kursplats eller ett säsongskort är en. En mamma och två barn är tre. Biljetten räknas enligt dagen och platsen där den skaffades. Assistenters och tolkars biljetter och ångrade registreringar räknas inte.',
      unit: 'biljetter',
    },
    users: {
      name: 'Använda kort',
      meaning: 'Olika kort som användes minst en gång under perioden.',
      unit: 'kort',
    },
    'new-audience': {
      name: 'Besökte för första gången',
      meaning: 'Kort som användes på den här platsen för första gången under perioden.',
      unit: 'kort',
    },
    'community-tickets': {
      name: 'Biljetter med gemenskapens kort',
      meaning: 'Biljetter som skaffats med gemenskapens Kaikukort. De ingår inte i de andra biljetterna.',
      unit: 'biljetter',
    },
  },
  en: {
    registered: {
      name: 'Cards registered',
      meaning: 'Personal cards that were registered during the period.',
      unit: 'cards',
    },
    'taken-into-use': {
      name: 'Cards taken into use',
      meaning:
        'Cards registered during the period that had been used at least once by the as-of day of the publication.',
      unit: 'cards',
    },
    valid: {
      name: 'Valid cards',
      meaning: 'Personal cards that were valid on the last day of the period.',
      unit: 'cards',
    },
    renewed: {
      name: 'Renewed cards',
      meaning: 'Cards that their holders had replaced with a new one during the period.',
      unit: 'cards',
    },
    expiring: {
      name: 'Cards that expired',
      meaning: 'Cards whose last day of validity was during the period.',
      unit: 'cards',
    },
    tickets: {
      name: 'Tickets and course places',
      meaning:
        'One admission ticket, course place or season pass is one. A mother with two children is three. A ticket counts by the day and the place where it was obtained. Tickets of assistants and interpreters and undone records are not counted.',
      unit: 'tickets',
    },
    users: {
      name: 'Cards used',
      meaning: 'Different cards that were used at least once during the period.',
      unit: 'cards',
    },
    'new-audience': {
      name: 'First visits',
      meaning: 'Cards that were used in this place for the first time during the period.',
      unit: 'cards',
    },
    'community-tickets': {
      name: 'Tickets with community cards',
      meaning: 'Tickets obtained with a community Kaikukortti. They are not part of the other tickets.',
      unit: 'tickets',
    },
  },
})
