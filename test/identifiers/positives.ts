import type { IdentifierKind } from '../../src/lib/identifiers.ts'

/**
 * Texts as people might type them into a field for something else, a line each. Every person, number and address is
 * invented; identity codes are the agency's own examples, of which the individual numbers are given to nobody.
 */
const texts: Record<IdentifierKind, string> = {
  'identity-code': `
    010203-123A
    010203A123B
    hetu 010203A123B puuttuu
    01.02.03-123A
    131052-308T
    Asiakas 010594Y9032 sai kortin
    kortti 020594X903P, toinen lippu
    Hetu: 030594W903B
    hetu 040594V9030
    050594U903M mukana avustaja
    010516B903X
    Lapsi 020516C903K tuli mukaan
    (030516D9037)
    010501E9032 ei muistanut korttia
    020503F9037
    barnet 020504A902E
    Personbeteckning 131052-308T
    kunden 010594Y9032 kom igen
    personnummer: 020594X903P
    Identity code 030594W903B
    the customer is 040594V9030
    131052 – 308T
    131052 308T
    13.10.52-308T
    131052+308T
    131052a308t
    131052-308U
    131052308T
    １３１０５２－３０８Ｔ
    Konsertti / 010516B903X
    Ryhmä: 131052-308T, 010594Y9032
    131052—308T
    Kadonnut kortti, henkilötunnus 020504A902E
    no ID, only 010501E9032`,
  phone: `
    Aino puh 0405551234
    soita +358-50-5551234
    0505551234 (Matti)
    numero: 050 555 1234.
    Asiakkaan äiti: 044-5551234
    019-555 123
    (018) 12345
    tel 0405551234
    +358 9 5551234
    +46-8-555 1234
    00358-40-555 1234
    040 555 12 34
    040 123 4567
    0401234567
    040-1234567
    040-123 4567
    040 1234 567
    Soita Ainolle 050 123 4567
    puh. 0400 123 456
    +358 40 123 4567
    +358401234567
    +358 (0)40 123 4567
    (+358) 40 1234567
    00358 40 123 4567
    00358401234567
    358401234567
    +358-40-123-4567
    040.123.4567
    (040) 123 4567
    040/1234567
    09 123 4567
    (09) 123 4567
    09-1234567
    Kotinumero 013 123 456
    08 1234 567
    03-123 4567 iltaisin
    02 123 4567
    014 123 4567
    019 1234567
    tel. 06-123 4567
    050 12345678
    044 123 4567 / Aino
    045 1234567 tekstiviestillä
    046-1234567
    041 123 45 67
    Ei vastannut numeroon 040 123 45 67
    Avustajan numero on 0501234567
    Peruttu puhelimella, 0441234567
    asiakas soittaa 0457 123 4567
    020 123 4567
    010 123 4567
    p. 040-123 45 67
    puh 123 4567
    puhelin: 12 345 678
    tfn 123 456
    Ring Aino 070-123 45 67
    +46 70 123 45 67
    0046 70 123 45 67
    +46(0)70 123 45 67
    mobil 050-123 4567
    telefon +358 18 12 345
    Åland 018 12 345
    ring 08-123 456 78
    nås på 040 123 4567
    hennes nummer 09-123 456
    +372 5123 4567
    +44 20 7946 0018
    +1 202 555 0143
    +380 44 123 4567
    +7 912 123 45 67
    +252 61 1234567
    call me at 040 123 4567
    phone 050 1234567 after six
    tel: +358 9 123 4567
    mobile +358 44 1234567
    reachable on 0400-123456
    ０４０ １２３ ４５６７
    040–123 4567
    040 – 123 4567
    Konsertti, 040 123 4567
    14.3.2026 040 1234567
    lippu 2 kpl, 0401234567, kiitos
    varaaja Esimerkki 040 123 4567 klo 18`,
  'e-mail': `
    aino.e@kunta.fi
    AINO.E(AT)KUNTA.FI
    aino.e[ät]kunta.fi
    aino.e {at} kunta {dot} fi
    aino_e at outlook.com
    aino ät gmail.com
    s-posti: aino.e @ kunta.fi
    aino@esimerkki.example
    aino.esimerkki@esimerkki.example
    Aino.Esimerkki@posti.esimerkki.fi
    aino_esimerkki+kaiku@esimerkki.fi
    aino@esimerkki.fi, iltaisin
    <aino@esimerkki.fi>
    mailto:aino@esimerkki.fi
    sähköposti: aino.e@esimerkki.fi
    AINO@ESIMERKKI.FI
    aino @ esimerkki.fi
    aino(at)esimerkki.fi
    aino (at) esimerkki.fi
    aino[at]esimerkki.fi
    aino [at] esimerkki [dot] fi
    aino(at)esimerkki(dot)fi
    aino at esimerkki.fi
    aino.esimerkki at esimerkki.fi
    aino at esimerkki dot fi
    aino ät esimerkki.fi
    aino.esimerkki ät esimerkki.fi
    aino (ät) esimerkki.fi
    aino[ät]esimerkki.fi
    aino ät esimerkki piste fi
    aino at esimerkki piste fi
    aino(a)esimerkki.fi
    aino miu esimerkki.fi
    Lähetä Ainolle (aino@esimerkki.fi)
    mejla aino@exempel.example
    e-post: aino.exempel@exempel.fi
    aino (snabel-a) exempel.fi
    aino at exempel punkt fi
    Skriv till aino.exempel(at)exempel.fi
    e-mail aino@example.org
    contact aino.example@mail.example.org please
    write to aino at example dot org
    aino＠esimerkki.fi
    aino@äiti.fi
    a@b.fi
    Konsertti / aino@esimerkki.fi
    varaus: aino-maria.esimerkki@esimerkki.net
    1234aino@esimerkki.com
    aino@esimerkki.fi;eino@esimerkki.fi`,
  iban: `
    FI4950009420028730
    FI49 5000 9420 0287 30
    FI21 1234 5600 0007 85
    FI2112345600000785
    fi21 1234 5600 0007 85
    IBAN: FI21 1234 5600 0007 85
    Tilinumero FI2112345600000785
    hyvitys tilille FI21-1234-5600-0007-85
    FI22 1234 5600 0007 85
    Kontonummer FI2112345600000785
    SE45 5000 0000 0583 9825 7466
    SE4550000000058398257466
    DE89 3704 0044 0532 0130 00
    EE38 2200 2210 2014 5685
    NO93 8601 1117 947
    GB29 NWBK 6016 1331 9268 19
    NL91 ABNA 0417 1643 00
    account FI21 1234 5600 0007 85 please`,
  'street-address': `
    Hämeentie 33 B 22, 00500 Helsinki
    Kaarlenkatu 3-5 A
    Storalånggatan 44
    Vasaesplanaden 10 B
    Bölevägen 12
    Vanha Maantie 6
    Satamakatu 4 as 2
    Rantakatu 12
    Rantakatu 12 A 4
    Rantakatu 12 A
    rantakatu 12
    Rantakatu 5-7
    Rantakatu 5 b 12, 87100 Kajaani
    Mannerheimintie 100
    Esimerkkitie 3
    Asuu osoitteessa Koivukuja 7
    Koivukuja 7 as. 3
    Metsäpolun päiväkodin vieressä, Kuusipolku 4
    Kuusipolku 4
    Rantaraitti 8 C
    Meriväylän varrella, Myllyväylä 15
    Vanhatie 1234
    Asuu Rantakadulla, Rantakatu 3
    Koti: Pihlajatie 2 B 14
    kortti postitetaan Mäntykuja 11
    Lapsi haetaan, Opettajantie 9
    Bulevardi 6 A 3
    Pohjoisesplanadi 27
    Puistopenger 4
    Pellavakuja 18 D
    Rautatienkatu 21 b
    Kotipiha 3 A 12
    Kallionmäki 3, 00530 Helsinki
    Sateenkaari 4 B 7
    Iso Esimerkinkatu 12
    Rantakadulla 5
    Kuusitiellä 8
    Storgatan 12
    Strandgatan 5 A 4
    Bor på Skolgatan 7
    Björkvägen 3
    björkvägen 3
    Kyrkogränden 2
    Skogsstigen 14
    Hem: Östra gatan 3, Långgatan 3
    Kyrkoesplanaden 25
    Parkallén 9
    Ängsbrinken 6 B
    Unionsgatan 12, 00100 Helsingfors
    Norra Esplanaden 27
    lives at 12 Main Street
    12 Main Street
    221B Baker Street
    5 Old Church Road
    Home: 7 Elm Avenue
    48 Rose Lane
    9 Park Drive, Vantaa
    12 main street`,
  'birth-date': `
    s. 12.12.1990
    synt. 3.3.2015
    född 12.12.90
    date of birth 12/12/1990
    12.12.1990
    1.2.1980
    01.02.1980
    1. 2. 1980
    1980-02-01
    1/2/1980
    1-2-1980
    1.2.80
    s. 1.2.80
    s. 1.2.1980
    s.1.2.2017
    synt. 1.2.1980
    synt. 1.2.2017
    syntynyt 1.2.80
    syntynyt 3.4.2018
    Syntynyt 1. helmikuuta 1980
    syntymäaika 1.2.1980
    syntymäaika: 010280
    Synt.aika 01021980
    1. helmikuuta 1980
    31.12.1999
    Asiakas 24.12.1955
    Aino, 5.6.1948, liput
    Lapsi s. 3.4.2016
    f. 1.2.80
    f. 3.4.2017
    född 1.2.1980
    född 1 februari 1980
    född den 3.4.2017
    födelsedatum 1.2.1980
    Barnet född 2018-04-03
    1 februari 1980
    24 december 1955
    born 1.2.1980
    born 1 February 1980
    born on 3 April 2017
    Date of birth: 1 February 1980
    DOB 01/02/1980
    b. 1.2.1980
    February 1, 1980
    1st February 1980
    12/31/1975
    date of birth 2017-04-03`,
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const positives = Object.entries(texts).flatMap(([kind, text]) =>
  lines(text).map((line) => ({ kind: kind as IdentifierKind, text: line })),
)
