import type { NewsChoice } from '../accounts/rules.ts'
import { translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'

export const paths = {
  list: localPath({ fi: '/tiedotteet', sv: '/infobrev', en: '/bulletins' }),
  message: localPath({
    fi: '/tiedotteet/:message',
    sv: '/infobrev/:message',
    en: '/bulletins/:message',
  }),
  byMail: localPath({ fi: '/oma/tiedotteet', sv: '/min-sida/infobrev', en: '/home/bulletins' }),
  keep: localPath({ fi: '/tiedotteet-lahetys', sv: '/skicka-infobrev', en: '/send-bulletins' }),
  add: localPath({ fi: '/tiedotteet-lahetys/uusi', sv: '/skicka-infobrev/nytt', en: '/send-bulletins/new' }),
  one: localPath({
    fi: '/tiedotteet-lahetys/:message',
    sv: '/skicka-infobrev/:message',
    en: '/send-bulletins/:message',
  }),
  change: localPath({
    fi: '/tiedotteet-lahetys/:message/muuta',
    sv: '/skicka-infobrev/:message/andra',
    en: '/send-bulletins/:message/change',
  }),
  send: localPath({
    fi: '/tiedotteet-lahetys/:message/laheta',
    sv: '/skicka-infobrev/:message/skicka',
    en: '/send-bulletins/:message/send',
  }),
  state: localPath({
    fi: '/tiedotteet-lahetys/:message/tila',
    sv: '/skicka-infobrev/:message/status',
    en: '/send-bulletins/:message/state',
  }),
}

const choices = (names: Record<NewsChoice, string>) => names

/** What its readers see of a message. */
export const words = translated({
  fi: {
    title: 'Tiedotteet',
    lead: 'Kaikukeskus ja alueesi vastuuhenkilöt kertovat tässä sinun työtäsi koskevista asioista.',
    none: 'Sinulle ei ole vielä tiedotteita',
    noneWhy: 'Uudet tiedotteet tulevat tähän ja sähköpostiisi.',
    noneNew: 'Uusia tiedotteita ei ole nyt.',
    earlier: 'Aiemmat tiedotteet',
    unread: 'Lukematta',
    important: 'Tärkeä',
    centre: 'Kaikukeskus',
    onlyIn: {
      fi: 'Tiedote on vain suomeksi.',
      sv: 'Tiedote on vain ruotsiksi.',
      en: 'Tiedote on vain englanniksi.',
    },
    choose: 'Valitse, mitkä tiedotteet saat sähköpostiin',
    byMail: 'Tiedotteet sähköpostiin',
    byMailWhy: 'Kaikukannassa näet aina kaikki sinulle tarkoitetut tiedotteet.',
    choices: choices({ all: 'Kaikki', important: 'Vain tärkeät', none: 'Ei mitään' }),
    chooseOne: 'Valitse yksi vaihtoehto.',
    save: 'Tallenna valinta',
    all: 'Katso kaikki tiedotteet',
  },
  sv: {
    title: 'Infobrev',
    lead: 'Här berättar Kaikukeskus och ansvarspersonerna i ditt område om sådant som gäller ditt arbete.',
    none: 'Det finns inga infobrev till dig ännu',
    noneWhy: 'Nya infobrev kommer hit och till din e-post.',
    noneNew: 'Det finns inga nya infobrev just nu.',
    earlier: 'Tidigare infobrev',
    unread: 'Oläst',
    important: 'Viktigt',
    centre: 'Kaikukeskus',
    onlyIn: {
      fi: 'Infobrevet finns bara på finska.',
      sv: 'Infobrevet finns bara på svenska.',
      en: 'Infobrevet finns bara på engelska.',
    },
    choose: 'Välj vilka infobrev du får per e-post',
    byMail: 'Infobrev per e-post',
    byMailWhy: 'I Kaikukanta ser du alltid alla infobrev till dig.',
    choices: choices({ all: 'Alla', important: 'Bara viktiga', none: 'Inga' }),
    chooseOne: 'Välj ett alternativ.',
    save: 'Spara valet',
    all: 'Se alla infobrev',
  },
  en: {
    title: 'Bulletins',
    lead: 'Here Kaikukeskus and the coordinators of your area tell you what concerns your work.',
    none: 'There are no bulletins for you yet',
    noneWhy: 'New bulletins come here and to your e-mail.',
    noneNew: 'There are no new bulletins just now.',
    earlier: 'Earlier bulletins',
    unread: 'Not opened',
    important: 'Important',
    centre: 'Kaikukeskus',
    onlyIn: {
      fi: 'The bulletin is in Finnish only.',
      sv: 'The bulletin is in Swedish only.',
      en: 'The bulletin is in English only.',
    },
    choose: 'Choose which bulletins you get by e-mail',
    byMail: 'Bulletins by e-mail',
    byMailWhy: 'In Kaikukanta you always see all bulletins that are for you.',
    choices: choices({ all: 'All', important: 'Important only', none: 'None' }),
    chooseOne: 'Choose one of these.',
    save: 'Save the choice',
    all: 'See all bulletins',
  },
})
