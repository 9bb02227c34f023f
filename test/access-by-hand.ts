/**
 * Who may do what on which row, written by hand and not derived from anything: the second opinion on `src/access.ts`.
 * A new address has to be put here by somebody who has thought about it.
 *
 * `all`: every row · `area`: what lies in one's area · `own`: the place one works for · `yes`: the row has no owner,
 * or shows one's own things only · `mine`: one's own thing, which is not there while one has none. A role that is not named may never.
 */
export type Reach = 'all' | 'area' | 'own' | 'yes' | 'mine'

const tables: [reach: string, addresses: string][] = [
  [
    'everyone:yes',
    `GET /
     GET /fi
     GET /fi/kohteet
     GET /fi/haku
     GET /fi/minulle-kaikukortti
     GET /fi/nain-kaytat-korttia
     GET /fi/kysymyksia
     GET /fi/kaikukortti-pahkinankuoressa
     GET /fi/kayttoehdot
     GET /fi/tietosuojaseloste
     GET /fi/kortinjakajille
     GET /fi/kortinjakajille/perehdytysmateriaali-kortinjakajille
     GET /fi/kortinjakajille/muistilista
     GET /fi/kortinjakajille/kysymyksia
     GET /fi/kaikukortti-kohteille
     GET /fi/kaikukortti-kohteille/perehdytysmateriaali
     GET /fi/kaikukortti-kohteille/muistilista
     GET /fi/kaikukortti-kohteille/kysymyksia
     GET /fi/kaikukortti-kohteille/miksi-mukaan
     GET /fi/vastuuhenkiloille
     GET /fi/vastuuhenkiloille/muistilista
     GET /fi/vastuuhenkiloille/kysymyksia
     GET /fi/vastuuhenkiloille/ohjeet-ja-materiaalit
     GET /fi/lisatietoa
     GET /fi/lisatietoa/toimintamalli
     GET /fi/toimintamalli
     GET /fi/toimintamalli/:model
     GET /fi/toimintamalli/:model/muutokset
     GET /fi/lisatietoa/kaikukortin-kayttoonotto-alueella
     GET /fi/lisatietoa/kaikukeskus
     GET /fi/lisatietoa/hankkeet
     GET /fi/lisatietoa/julkaisut
     GET /fi/koulutukset
     GET /fi/koulutukset.ics
     GET /fi/yhteystiedot
     GET /fi/kiinnostus
     POST /fi/kiinnostus
     GET /fi/kiinnostus/kiitos
     GET /fi/tule-mukaan
     POST /fi/tule-mukaan
     GET /fi/tule-mukaan/kiitos
     GET /fi/laskutustiedot
     GET /fi/saavutettavuusseloste
     GET /fi/yhdenvertaisuus
     GET /fi/uutiset
     GET /fi/uutiset/:news
     GET /fi/tarinoita
     GET /fi/kohteet/:site
     GET /kohteet
     GET /kohteet/:site
     GET /fi/tapahtumat
     GET /fi/tapahtumat.ics
     GET /fi/tapahtumat.atom
     GET /fi/alueet
     GET /fi/alueet/:area/esite
     GET /fi/alueet/:area/esite/:edition
     GET /esite/:area/:edition/:paper
     GET /fi/alueet/:area
     GET /fi/alueet/:area/upote
     GET /fi/mista-kortin-saa
     GET /fi/tilastot
     GET /fi/tilastot/kuukaudet.csv
     GET /fi/aineistot
     GET /fi/aineistot/:material
     GET /materials/:digest
     GET /materials/:picture/thumbnail
     GET /fi/tarkista
     POST /fi/tarkista
     GET /.well-known/kaiku-keys.json
     GET /fi/avoin-data
     GET /fi/avoin-data/:publication
     GET /fi/avoin-data/:publication/:table
     GET /open-data/datapackage.json
     GET /open-data/publications.csv
     GET /open-data/:publication/datapackage.json
     GET /open-data/:publication/figures.csv
     GET /open-data/:publication/corrections.csv
     GET /fi/kirjaudu
     POST /fi/kirjaudu
     POST /fi/kirjaudu-ulos
     GET /fi/kirjaudu/vahvista/:token
     POST /fi/kirjaudu/vahvista/:token
     GET /fi/kirjaudu/avain
     POST /fi/kirjaudu/avain
     POST /passkeys/options
     GET /fi/kirjaudu/unohtunut
     POST /fi/kirjaudu/unohtunut
     GET /fi/kirjaudu/uusi-salasana/:token
     POST /fi/kirjaudu/uusi-salasana/:token
     GET /fi/kirjaudu/palvelu/:provider
     GET /kirjaudu/paluu
     GET /fi/kirjaudu/ei-onnistunut/:problem
     GET /fi/kutsu/:token
     POST /fi/kutsu/:token
     GET /fi/laite
     POST /fi/laite
     GET /fi/laite/:token
     POST /fi/laite/:token
     GET /fi/poista-laite
     GET /v/:token
     POST /v/:token
     GET /v/:token/k/:question
     POST /v/:token/k/:question
     GET /v/:token/loppu
     POST /v/:token/loppu
     POST /fi/poista-laite
     GET /fi/palaute
     POST /fi/palaute
     GET /fi/allekirjoitus/:token
     POST /fi/allekirjoitus/:token
     GET /fi/allekirjoitus/:token/allekirjoita
     POST /fi/allekirjoitus/:token/allekirjoita
     GET /fi/allekirjoitus/:token/vahvista
     POST /fi/allekirjoitus/:token/vahvista
     GET /fi/allekirjoitus/:token/kieltaydy
     POST /fi/allekirjoitus/:token/kieltaydy
     GET /fi/allekirjoitus/:token/oikea-henkilo
     POST /fi/allekirjoitus/:token/oikea-henkilo
     GET /fi/kopio/:token
     POST /fi/kopio/:token
     POST /fi/kopio/:token/tiedostot
     GET /fi/kopio/:token/tiedostot
     GET /fi/kopio/:token/tiedostot/:signedFile
     GET /fi/palaute/:token
     POST /fi/palaute/:token
     GET /fi/ohje
     GET /ohje.pdf
     GET /fi/luovutuslomake.pdf
     GET /fi/paperit
     GET /papers/poster.pdf
     GET /papers/sign.pdf
     GET /papers/desk-card.pdf
     GET /papers/card-backs.pdf
     GET /papers/service.txt
     GET /papers/press.txt
     GET /papers/picture.svg
     GET /papers/picture.png
     GET /fi/oma-kortti
     POST /fi/oma-kortti
     GET /fi/oma-kortti.js
     GET /fi/kassa/ilman-verkkoa
     GET /fi/kassa/portti
     GET /fi/kassa/harjoittelu
     GET /fi/kassa.js
     GET /fi/kassa.webmanifest
     GET /desk-icons/:icon
     GET /k
     GET /gallery
     GET /fi/gallery
     GET /fi/gallery/kirjeet
     GET /fi/gallery/kirjeet/:kind
     GET /fi/rajapinta
     GET /problems/:type`,
  ],
  [
    'centre:yes coordinator:yes issuer:yes venue:yes intermediary:yes auditor:yes',
    `GET /fi/oma
     GET /fi/oma/kieli
     POST /fi/oma/kieli
     GET /fi/oma/rooli
     POST /fi/oma/rooli
     GET /fi/oma/kirjautumiset
     POST /fi/oma/kirjautumiset
     GET /fi/oma/salasana
     POST /fi/oma/salasana
     GET /fi/oma/sahkoposti
     POST /fi/oma/sahkoposti
     GET /fi/oma/sahkoposti/:token
     POST /fi/oma/sahkoposti/:token
     GET /fi/oma/varmista
     POST /fi/oma/varmista
     GET /fi/oma/vahvistus
     GET /fi/oma/vahvistus/sovellus
     POST /fi/oma/vahvistus/sovellus/aloita
     POST /fi/oma/vahvistus/sovellus
     POST /fi/oma/vahvistus/varakoodit/tallessa
     POST /passkeys/new-options
     GET /fi/oma/vahvistus/avain
     POST /fi/oma/vahvistus/avain
     GET /fi/oma/palvelut
     GET /fi/kutsu/:token/rooli
     POST /fi/kutsu/:token/rooli`,
  ],
  [
    'centre:mine coordinator:mine issuer:mine venue:mine intermediary:mine auditor:mine',
    `GET /fi/oma/vahvistus/sovellus/poista
     POST /fi/oma/vahvistus/sovellus/poista
     GET /fi/oma/vahvistus/varakoodit
     POST /fi/oma/vahvistus/varakoodit
     GET /fi/oma/vahvistus/avaimet/:passkey
     POST /fi/oma/vahvistus/avaimet/:passkey
     GET /fi/oma/palvelut/:provider/:proof
     POST /fi/oma/palvelut/:provider/irrota`,
  ],
  [
    'issuer:yes',
    `GET /fi/anna-kortti
     POST /fi/anna-kortti
     GET /fi/kortit
     GET /fi/tehtavat
     GET /fi/kortti
     POST /fi/kortti
     GET /fi/uusi-kortti
     POST /fi/uusi-kortti
     GET /fi/kadonnut-kortti
     GET /fi/yhteison-kortit
     POST /fi/yhteison-kortit
     GET /fi/ryhmakaynnit
     GET /fi/ryhmakaynnit/uusi
     POST /fi/ryhmakaynnit/uusi
     GET /fi/anna/paperilta
     POST /fi/anna/paperilta
     GET /fi/harjoittele
     POST /fi/harjoittele`,
  ],
  [
    'venue:yes intermediary:yes',
    `GET /fi/tasmaytys
     POST /fi/tasmaytys
     GET /fi/ovilista
     POST /fi/ovilista
     GET /fi/ovilista.pdf
     GET /fi/ovilista.csv
     GET /fi/ovilista.xlsx`,
  ],
  // What one has uploaded oneself, and nobody else's.
  [
    'venue:mine intermediary:mine',
    `GET /fi/tasmaytys/:upload
     GET /fi/tasmaytys/:upload/sarakkeet
     POST /fi/tasmaytys/:upload/sarakkeet
     GET /fi/tasmaytys/:upload/lisaa
     POST /fi/tasmaytys/:upload/lisaa
     GET /fi/ovilista/:upload
     POST /fi/ovilista/:upload
     GET /fi/ovilista/:upload/sarakkeet
     POST /fi/ovilista/:upload/sarakkeet`,
  ],
  [
    'venue:own intermediary:own',
    `GET /fi/tasmaytykset/:reconciliation
     GET /fi/tasmaytykset/:reconciliation/kumoa
     POST /fi/tasmaytykset/:reconciliation/kumoa
     GET /fi/ovilistat/:list
     GET /fi/ovilistat/:list/kumoa
     POST /fi/ovilistat/:list/kumoa`,
  ],
  [
    'issuer:yes',
    `GET /fi/asiakkaan-tiedot
     POST /fi/asiakkaan-tiedot`,
  ],
  [
    'issuer:own',
    `GET /fi/asiakkaan-tiedot/:card
     GET /fi/asiakkaan-tiedot/:card/tiedot.json
     GET /fi/asiakkaan-tiedot/:card/poista
     POST /fi/asiakkaan-tiedot/:card/poista`,
  ],
  [
    'centre:yes coordinator:yes issuer:yes',
    `GET /fi/oma-varasto
     GET /fi/tilaukset/uusi
     POST /fi/tilaukset/uusi`,
  ],
  ['centre:yes coordinator:yes', 'GET /fi/tilaukset'],
  // A delivery is received by whom it was sent to: nothing is ever on its way to the centre.
  [
    'centre:mine coordinator:mine issuer:own',
    `POST /fi/oma-varasto/saapuvat/:delivery
     GET /fi/oma-varasto/saapuvat/:delivery/osa
     POST /fi/oma-varasto/saapuvat/:delivery/osa`,
  ],
  [
    'centre:all coordinator:area issuer:own',
    `GET /fi/tilaukset/:order
     GET /fi/tilaukset/:order/peru
     POST /fi/tilaukset/:order/peru
     GET /fi/jakajat/:unit/kayntitiedot
     POST /fi/jakajat/:unit/kayntitiedot`,
  ],
  [
    'centre:all coordinator:area',
    `GET /fi/tilaukset/:order/keskukselle
     POST /fi/tilaukset/:order/keskukselle
     GET /fi/tilaukset/:order/takaisin
     POST /fi/tilaukset/:order/takaisin
     GET /fi/tilaukset/:order/hylkaa
     POST /fi/tilaukset/:order/hylkaa
     GET /fi/tilaukset/:order/laheta
     POST /fi/tilaukset/:order/laheta`,
  ],
  [
    'issuer:own',
    `GET /fi/anna-kortti/:card
     GET /fi/kortit/:card/kumoa
     POST /fi/kortit/:card/kumoa
     GET /fi/kortti/:card
     GET /fi/kortti/:card/korjaa
     POST /fi/kortti/:card/korjaa
     GET /fi/kortti/:card/sulje
     POST /fi/kortti/:card/sulje
     GET /fi/kortti/:card/avaa
     POST /fi/kortti/:card/avaa
     GET /fi/kortti/:card/uusi
     GET /fi/uusi-kortti/:renewal
     POST /fi/uusi-kortti/:renewal
     GET /fi/uusi-kortti/:renewal/kumoa
     POST /fi/uusi-kortti/:renewal/kumoa
     GET /fi/yhteison-kortit/:card/uusi
     POST /fi/yhteison-kortit/:card/uusi
     GET /fi/ryhmakaynnit/:visit
     GET /fi/ryhmakaynnit/:visit/peru
     POST /fi/ryhmakaynnit/:visit/peru
     GET /fi/yhteison-kortit/:card/kumoa
     POST /fi/yhteison-kortit/:card/kumoa`,
  ],
  [
    'venue:yes intermediary:yes device:yes',
    `GET /fi/kassa
     POST /fi/kassa
     GET /fi/kassa/tapahtuma
     POST /fi/kassa/tapahtuma
     POST /fi/kassa/naytto
     GET /fi/kassa/tanaan
     GET /fi/odottavat
     GET /fi/kassa/toistuneet
     GET /desk-app/state
     POST /desk-app/checks
     POST /desk-app/uses
     POST /desk-app/undo
     POST /desk-app/arrivals`,
  ],
  [
    'venue:own intermediary:own device:own',
    `POST /fi/kassa/kaytot/:use/kumoa
     POST /fi/kassa/toistuneet/:repeat`,
  ],
  [
    'venue:own',
    `GET /fi/ryhmat/:visit
     POST /fi/ryhmat/:visit`,
  ],
  // A refused undo stands at this address; it shows the list of the day, whichever use is named.
  ['venue:yes intermediary:yes device:yes', 'GET /fi/kassa/kaytot/:use/kumoa'],
  [
    'venue:yes intermediary:yes device:yes',
    `GET /fi/kassa/varaukset
     POST /fi/kassa/varaukset`,
  ],
  [
    'venue:own intermediary:own device:own',
    `POST /fi/kassa/varaukset/:booking/peru
     POST /fi/kassa/varaukset/:booking/saapui
     POST /fi/kassa/varaukset/:booking/saapui/kumoa`,
  ],
  // As with an undo, a refused one stands at its address and shows the list.
  [
    'venue:yes intermediary:yes device:yes',
    `GET /fi/kassa/varaukset/:booking/peru
     GET /fi/kassa/varaukset/:booking/saapui
     GET /fi/kassa/varaukset/:booking/saapui/kumoa`,
  ],
  // A check is its maker's alone, even inside one site.
  [
    'venue:own intermediary:own device:own',
    `GET /fi/kassa/tarkistus/:check
     POST /fi/kassa/tarkistus/:check
     GET /fi/kassa/tarkistus/:check/odottamaan
     POST /fi/kassa/tarkistus/:check/odottamaan`,
  ],
  [
    'centre:yes',
    `GET /fi/alueet-yllapito/uusi
     POST /fi/alueet-yllapito/uusi
     GET /fi/uudet-alueet
     GET /fi/uudet-alueet/:interest
     GET /fi/uudet-alueet/:interest/keskustelu
     POST /fi/uudet-alueet/:interest/keskustelu
     GET /fi/uudet-alueet/:interest/ei-nyt
     POST /fi/uudet-alueet/:interest/ei-nyt
     GET /fi/uudet-alueet/:interest/avaa
     POST /fi/uudet-alueet/:interest/avaa
     GET /fi/kunnat
     GET /fi/kunnat/:municipality/liita
     POST /fi/kunnat/:municipality/liita
     GET /fi/jakajat/pyynnot
     GET /fi/palvelut
     GET /fi/palvelut/uusi
     POST /fi/palvelut/uusi
     GET /fi/palvelut/:provider
     POST /fi/palvelut/:provider/koe
     POST /fi/palvelut/:provider/salaisuus
     GET /fi/palvelut/:provider/lopeta
     POST /fi/palvelut/:provider/lopeta
     GET /fi/palvelut/:provider/ryhma/:role
     POST /fi/palvelut/:provider/ryhma/:role
     POST /fi/palvelut/:provider/ryhma/:group/poista
     GET /fi/lahtevat
     GET /fi/lahtevat/:mail
     GET /fi/lahtevat/:mail/yrita
     POST /fi/lahtevat/:mail/yrita
     GET /fi/sitoumuspohjat/:kind/muuta
     POST /fi/sitoumuspohjat/:kind/muuta
     GET /fi/painokset
     GET /fi/painokset/uusi
     POST /fi/painokset/uusi
     GET /fi/painokset/:run
     GET /fi/painokset/:run/painettu
     POST /fi/painokset/:run/painettu
     GET /fi/painokset/:run/kortit.pdf
     GET /fi/painokset/:run/tunnukset.csv
     POST /fi/toimintamalli-yllapito/uusi
     POST /fi/toimintamalli-yllapito/:model/peru
     GET /fi/toimintamalli-yllapito/:model/muutokset
     GET /fi/toimintamalli-yllapito/:model/julkaise
     POST /fi/toimintamalli-yllapito/:model/julkaise
     GET /fi/toimintamalli-yllapito/:model/kohdat/uusi
     POST /fi/toimintamalli-yllapito/:model/kohdat/uusi
     GET /fi/toimintamalli-yllapito/:model/kohdat/:point
     POST /fi/toimintamalli-yllapito/:model/kohdat/:point
     GET /fi/toimintamalli-yllapito/:model/kohdat/:point/siirra
     POST /fi/toimintamalli-yllapito/:model/kohdat/:point/siirra
     GET /fi/toimintamalli-yllapito/:model/kohdat/:point/poista
     POST /fi/toimintamalli-yllapito/:model/kohdat/:point/poista
     GET /fi/toimintamalli-yllapito/:model/seuraukset/uusi
     POST /fi/toimintamalli-yllapito/:model/seuraukset/uusi
     POST /fi/toimintamalli-yllapito/:model/seuraukset/:consequence/paata
     GET /fi/saannot/uusi
     POST /fi/saannot/uusi
     GET /fi/saannot/tallenna
     POST /fi/saannot/tallenna
     GET /fi/saannot/peru
     POST /fi/saannot/peru
     GET /fi/havainnot
     GET /fi/havainnot/rajat
     POST /fi/havainnot/rajat
     GET /fi/havainnot/rajat/peru
     POST /fi/havainnot/rajat/peru
     GET /fi/havainnot/vaiennetut/:mute/palauta`,
  ],
  // How signals are made is told to everybody whose place may be in one; the signals themselves to the centre alone.
  ['centre:yes coordinator:yes issuer:yes venue:yes auditor:yes', `GET /fi/havainnot/nain-ne-syntyvat`],
  // Who uses the name is shown to an area of its own partners; leave is the centre's to give.
  [
    'centre:yes coordinator:yes',
    `GET /fi/nimen-kaytto
     GET /fi/nimen-kaytto/luettelo.csv
     GET /fi/nimen-kaytto/sitoumuksella
     GET /fi/nimen-kaytto/sitoumuksella.csv`,
  ],
  ['centre:all coordinator:area', `GET /fi/nimen-kaytto/:nameUse`],
  [
    'centre:yes',
    `GET /fi/nimen-kaytto/lupa
     POST /fi/nimen-kaytto/lupa
     GET /fi/nimen-kaytto/ilman-lupaa
     POST /fi/nimen-kaytto/ilman-lupaa
     GET /fi/nimen-kaytto/loppunut
     POST /fi/nimen-kaytto/loppunut
     POST /fi/sitoumukset/irtisanomisaika`,
  ],
  [
    'centre:all',
    `GET /fi/nimen-kaytto/:nameUse/muuta
     POST /fi/nimen-kaytto/:nameUse/muuta
     GET /fi/nimen-kaytto/:nameUse/paata
     POST /fi/nimen-kaytto/:nameUse/paata
     GET /fi/nimen-kaytto/:nameUse/vaihe
     POST /fi/nimen-kaytto/:nameUse/vaihe
     GET /fi/havainnot/:signal
     POST /fi/havainnot/:signal
     GET /fi/havainnot/:signal/avaa
     POST /fi/havainnot/:signal/avaa
     GET /fi/havainnot/:signal/vaienna
     POST /fi/havainnot/:signal/vaienna
     POST /fi/havainnot/vaiennetut/:mute/palauta
     GET /fi/alueet-yllapito/:area/lisaa-kunta
     POST /fi/alueet-yllapito/:area/lisaa-kunta
     GET /fi/alueet-yllapito/:area/kunnat/:municipality
     POST /fi/alueet-yllapito/:area/kunnat/:municipality
     GET /fi/alueet-yllapito/:area/kokeilu/paatos
     POST /fi/alueet-yllapito/:area/kokeilu/paatos
     POST /fi/alueet-yllapito/:area/kokeilu/paatos/kumoa
     GET /fi/organisaatiot/:organisation/yhdista
     POST /fi/organisaatiot/:organisation/yhdista`,
  ],
  [
    'centre:yes coordinator:yes',
    `GET /fi/alueet-yllapito
     GET /fi/toimintamalli-yllapito
     GET /fi/toimintamalli-yllapito/uusi
     GET /fi/toimintamalli-yllapito/:model
     GET /fi/toimintamalli-yllapito/:model/peru
     GET /fi/toimintamalli-yllapito/:model/sitoutuneet
     GET /fi/toimintamalli-yllapito/:model/sitoutuneet.csv
     GET /fi/saannot
     GET /fi/kotikunnat
     POST /fi/kotikunnat
     GET /fi/postinumerot
     GET /fi/poikkeukset
     GET /fi/poikkeukset/uusi
     POST /fi/poikkeukset/uusi
     GET /fi/organisaatiot
     GET /fi/organisaatiot/luettelo.csv
     GET /fi/organisaatiot/uusi
     POST /fi/organisaatiot/uusi
     GET /fi/jakajat
     GET /fi/jakajat/luettelo.csv
     GET /fi/jakajat/uusi
     POST /fi/jakajat/uusi
     GET /fi/kohteet-yllapito
     GET /fi/kohteet-yllapito/luettelo.csv
     GET /fi/kohteet-yllapito/uusi
     POST /fi/kohteet-yllapito/uusi
     GET /fi/aineistopankki
     GET /fi/aineistopankki/uusi
     POST /fi/aineistopankki/uusi
     GET /fi/arkisto
     GET /fi/koulutukset-yllapito
     GET /fi/koulutukset-yllapito/uusi
     POST /fi/koulutukset-yllapito/uusi
     GET /fi/tiedotteet-lahetys
     GET /fi/tiedotteet-lahetys/uusi
     POST /fi/tiedotteet-lahetys/uusi
     GET /fi/sitoumuspohjat
     GET /fi/sitoumuspohjat/:kind
     GET /fi/sitoumukset/luonnokset
     GET /fi/sitoumukset/luonnokset/uusi
     POST /fi/sitoumukset/luonnokset/uusi
     GET /fi/sitoumukset/odottavat
     GET /fi/sitoumukset/joukot
     GET /fi/sitoumukset/joukot/uusi
     POST /fi/sitoumukset/joukot/uusi
     GET /fi/hyva-tahto
     GET /fi/hyva-tahto/luettelo.csv
     GET /fi/hyva-tahto/luettelo.xlsx
     GET /fi/perehdytykset
     GET /fi/vahvistukset
     GET /fi/vahvistukset.csv
     GET /fi/vahvistukset/muistuta
     POST /fi/vahvistukset/muistuta`,
  ],
  [
    'centre:all coordinator:area',
    `GET /fi/uudet-paikat/:request
     GET /fi/uudet-paikat/:request/hyvaksy
     POST /fi/uudet-paikat/:request/hyvaksy
     GET /fi/uudet-paikat/:request/ei-nyt
     POST /fi/uudet-paikat/:request/ei-nyt`,
  ],
  ['centre:yes coordinator:yes', `GET /fi/uudet-paikat`],
  [
    'centre:all coordinator:area',
    `GET /fi/alueet-yllapito/:area
     GET /fi/alueet-yllapito/:area/teksti
     POST /fi/alueet-yllapito/:area/teksti
     GET /fi/alueet-yllapito/:area/eteneminen
     POST /fi/alueet-yllapito/:area/eteneminen
     GET /fi/alueet-yllapito/:area/eteneminen/:step
     POST /fi/alueet-yllapito/:area/eteneminen/:step
     GET /fi/alueet-yllapito/:area/tapaamiset/uusi
     POST /fi/alueet-yllapito/:area/tapaamiset/uusi
     POST /fi/alueet-yllapito/:area/tapaamiset/:meeting
     GET /fi/alueet-yllapito/:area/kokeilu
     GET /fi/alueet-yllapito/:area/kokeilu/kysely
     POST /fi/alueet-yllapito/:area/kokeilu/kysely
     GET /fi/alueet-yllapito/:area/esite
     POST /fi/alueet-yllapito/:area/esite
     GET /fi/alueet-yllapito/:area/esite/esikatselu.pdf
     GET /fi/alueet-yllapito/:area/esite/julkaise
     POST /fi/alueet-yllapito/:area/esite/julkaise
     GET /fi/alueet-yllapito/:area/esite/:edition/veda-pois
     POST /fi/alueet-yllapito/:area/esite/:edition/veda-pois
     GET /fi/alueet-yllapito/:area/paikallissivu
     POST /fi/alueet-yllapito/:area/paikallissivu
     GET /fi/alueet-yllapito/:area/upotus
     GET /fi/toimintamalli-yllapito/:model/sitoutuneet/jakaja/:unit
     POST /fi/toimintamalli-yllapito/:model/sitoutuneet/jakaja/:unit
     GET /fi/toimintamalli-yllapito/:model/sitoutuneet/kohde/:site
     POST /fi/toimintamalli-yllapito/:model/sitoutuneet/kohde/:site
     GET /fi/arkisto/raportti/:archivedReport
     POST /fi/arkisto/raportti/:archivedReport
     GET /fi/arkisto/raportti/:archivedReport/paatos
     POST /fi/arkisto/raportti/:archivedReport/paatos
     GET /fi/arkisto/raportti/:archivedReport/paketti
     POST /fi/arkisto/raportti/:archivedReport/paketti
     GET /fi/arkisto/raportti/:archivedReport/paketti/:reportPackage
     GET /fi/raportit/:publication/:kind/:place/arkistoi
     POST /fi/raportit/:publication/:kind/:place/arkistoi
     GET /fi/arkisto/sitoumus/:commitment
     POST /fi/arkisto/sitoumus/:commitment
     GET /fi/arkisto/sitoumus/:commitment/paatos
     POST /fi/arkisto/sitoumus/:commitment/paatos
     GET /fi/arkisto/sitoumus/:commitment/paketti
     POST /fi/arkisto/sitoumus/:commitment/paketti
     GET /fi/arkisto/sitoumus/:commitment/paketti/:signedFile
     GET /fi/sitoumukset/luonnokset/:commitment/osapuolet
     POST /fi/sitoumukset/luonnokset/:commitment/osapuolet
     GET /fi/sitoumukset/luonnokset/:commitment/lisaykset
     POST /fi/sitoumukset/luonnokset/:commitment/lisaykset
     GET /fi/sitoumukset/luonnokset/:commitment/tarkista
     POST /fi/sitoumukset/luonnokset/:commitment/tarkista
     GET /fi/sitoumukset/luonnokset/:commitment/peru
     POST /fi/sitoumukset/luonnokset/:commitment/peru
     GET /fi/sitoumukset/luonnokset/:commitment/avaa
     POST /fi/sitoumukset/luonnokset/:commitment/avaa
     GET /fi/sitoumukset/odottavat/:commitment/muistuta
     POST /fi/sitoumukset/odottavat/:commitment/muistuta
     GET /fi/sitoumukset/joukot/:batch
     GET /fi/sitoumukset/joukot/:batch/tila
     POST /fi/sitoumukset/joukot/:batch/tila
     GET /fi/sitoumukset/joukot/:batch/koodit
     POST /fi/sitoumukset/joukot/:batch/koodit
     GET /fi/koulutukset-yllapito/:training
     GET /fi/koulutukset-yllapito/:training/muuta
     POST /fi/koulutukset-yllapito/:training/muuta
     GET /fi/koulutukset-yllapito/:training/peru
     POST /fi/koulutukset-yllapito/:training/peru
     GET /fi/koulutukset-yllapito/:training/tila
     POST /fi/koulutukset-yllapito/:training/tila
     GET /fi/koulutukset-yllapito/:training/osallistujat
     POST /fi/koulutukset-yllapito/:training/osallistujat
     GET /fi/tiedotteet-lahetys/:message
     GET /fi/tiedotteet-lahetys/:message/muuta
     POST /fi/tiedotteet-lahetys/:message/muuta
     GET /fi/tiedotteet-lahetys/:message/laheta
     POST /fi/tiedotteet-lahetys/:message/laheta
     GET /fi/tiedotteet-lahetys/:message/tila
     POST /fi/tiedotteet-lahetys/:message/tila
     GET /fi/aineistopankki/:material
     GET /fi/aineistopankki/:material/muuta
     POST /fi/aineistopankki/:material/muuta
     GET /fi/aineistopankki/:material/tila
     POST /fi/aineistopankki/:material/tila
     GET /fi/aineistopankki/:material/aiemmat
     POST /fi/aineistopankki/:material/aiemmat
     GET /fi/aineistopankki/:material/tiedosto
     POST /fi/aineistopankki/:material/tiedosto
     GET /fi/aineistopankki/:material/tiedosto/:file
     POST /fi/aineistopankki/:material/tiedosto/:file
     GET /fi/aineistopankki/:material/tiedosto/:file/tila
     POST /fi/aineistopankki/:material/tiedosto/:file/tila
     GET /fi/poikkeukset/:exception
     GET /fi/poikkeukset/:exception/peru
     POST /fi/poikkeukset/:exception/peru
     POST /fi/kotikunnat/:home/lopeta
     GET /fi/organisaatiot/:organisation
     GET /fi/organisaatiot/:organisation/tiedot
     POST /fi/organisaatiot/:organisation/tiedot
     GET /fi/jakajat/:unit
     GET /fi/jakajat/:unit/tiedot
     POST /fi/jakajat/:unit/tiedot
     GET /fi/jakajat/:unit/muutos
     POST /fi/jakajat/:unit/muutos
     POST /fi/jakajat/:unit/muutos/peru
     GET /fi/jakajat/:unit/tauko
     POST /fi/jakajat/:unit/tauko
     POST /fi/jakajat/:unit/tauko/paata
     GET /fi/jakajat/:unit/sulje
     POST /fi/jakajat/:unit/sulje
     POST /fi/jakajat/:unit/avaa
     GET /fi/jakajat/:unit/yhdista
     POST /fi/jakajat/:unit/yhdista
     GET /fi/kohteet-yllapito/:site
     GET /fi/kohteet-yllapito/:site/tiedot
     POST /fi/kohteet-yllapito/:site/tiedot
     GET /fi/kohteet-yllapito/:site/muutos
     POST /fi/kohteet-yllapito/:site/muutos
     POST /fi/kohteet-yllapito/:site/muutos/peru
     GET /fi/kohteet-yllapito/:site/tauko
     POST /fi/kohteet-yllapito/:site/tauko
     POST /fi/kohteet-yllapito/:site/tauko/paata
     GET /fi/kohteet-yllapito/:site/sulje
     POST /fi/kohteet-yllapito/:site/sulje
     POST /fi/kohteet-yllapito/:site/avaa
     GET /fi/kohteet-yllapito/:site/yhdista
     POST /fi/kohteet-yllapito/:site/yhdista
     GET /fi/kohteet-yllapito/:site/valittajat
     POST /fi/kohteet-yllapito/:site/valittajat
     POST /fi/kohteet-yllapito/:site/valittajat/:organisation/poista
     GET /fi/kohteet-yllapito/:site/odottavat
     POST /fi/kohteet-yllapito/:site/odottavat
     GET /fi/kohteet-yllapito/:site/tapahtumat
     GET /fi/kohteet-yllapito/:site/tapahtumat/uusi
     POST /fi/kohteet-yllapito/:site/tapahtumat/uusi
     GET /fi/kohteet-yllapito/:site/tapahtumat/tuonti
     POST /fi/kohteet-yllapito/:site/tapahtumat/tuonti
     GET /fi/kohteet-yllapito/:site/tapahtumat/syote
     POST /fi/kohteet-yllapito/:site/tapahtumat/syote
     GET /fi/kohteet-yllapito/:site/tapahtumat/:event
     POST /fi/kohteet-yllapito/:site/tapahtumat/:event
     GET /fi/kohteet-yllapito/:site/tapahtumat/:event/kopioi
     POST /fi/kohteet-yllapito/:site/tapahtumat/:event/kopioi
     POST /fi/kohteet-yllapito/:site/tapahtumat/:event/peru
     POST /fi/kohteet-yllapito/:site/tapahtumat/:event/palauta
     GET /fi/kohteet-yllapito/:site/tapahtumat/tuonti/:import
     POST /fi/kohteet-yllapito/:site/tapahtumat/tuonti/:import
     GET /fi/kohteet-yllapito/:site/tapahtumat/syote/:feed/lopeta
     POST /fi/kohteet-yllapito/:site/tapahtumat/syote/:feed/lopeta
     POST /fi/kohteet-yllapito/:site/tapahtumat/syote/:feed/lue
     GET /fi/kohteet-yllapito/:site/ehdot
     POST /fi/kohteet-yllapito/:site/ehdot
     GET /fi/kohteet-yllapito/:site/ehdot/esikatselu
     GET /fi/kohteet-yllapito/:site/ehdot/kaannos/:to
     POST /fi/kohteet-yllapito/:site/ehdot/kaannos/:to
     GET /fi/kohteet-yllapito/:site/hyva-tahto
     GET /fi/kohteet-yllapito/:site/hyva-tahto/luettelo.csv
     GET /fi/kohteet-yllapito/:site/hyva-tahto/luettelo.xlsx
     GET /fi/kohteet-yllapito/:site/hyva-tahto/todistus.pdf
     GET /fi/kohteet-yllapito/:site/hyva-tahto/hinnat
     GET /fi/kohteet-yllapito/:site/hyva-tahto/hinnat/uudet
     POST /fi/kohteet-yllapito/:site/hyva-tahto/hinnat/uudet
     GET /fi/ihmiset/:account/vahvistus
     POST /fi/ihmiset/:account/vahvistus
     GET /fi/ihmiset/:account/paata
     POST /fi/ihmiset/:account/paata
     GET /fi/ihmiset/:account/paata/:role
     POST /fi/ihmiset/:account/paata/:role`,
  ],
  [
    'centre:all',
    `GET /fi/jakajat/pyynnot/:unit
     POST /fi/jakajat/pyynnot/:unit`,
  ],
  [
    'centre:yes coordinator:yes issuer:yes venue:yes',
    `GET /fi/ihmiset
     GET /fi/ihmiset.csv
     GET /fi/ihmiset/kutsu
     POST /fi/ihmiset/kutsu
     GET /fi/ihmiset/kutsut`,
  ],
  [
    // Both sides of a commitment have its signed files; the other place's and the other area's are not there.
    'centre:all coordinator:area issuer:own venue:own',
    `GET /fi/sitoumus/:commitment/tiedostot
     POST /fi/sitoumus/:commitment/tiedostot
     GET /fi/sitoumus/:commitment/tiedostot/:signedFile`,
  ],
  [
    'centre:all coordinator:area issuer:own venue:own',
    `GET /fi/ihmiset/:account
     GET /fi/ihmiset/kutsut/:invitation
     POST /fi/ihmiset/kutsut/:invitation
     GET /fi/yhteyshenkilot/:kind/:id
     POST /fi/yhteyshenkilot/:kind/:id
     GET /fi/yhteyshenkilot/:kind/:id/:contact/muokkaa
     POST /fi/yhteyshenkilot/:kind/:id/:contact/muokkaa
     GET /fi/yhteyshenkilot/:kind/:id/:contact/vaihda
     POST /fi/yhteyshenkilot/:kind/:id/:contact/vaihda
     GET /fi/yhteyshenkilot/:kind/:id/:contact/paata
     POST /fi/yhteyshenkilot/:kind/:id/:contact/paata`,
  ],
  [
    'centre:yes coordinator:yes issuer:yes venue:yes intermediary:yes',
    `GET /fi/omat-tilastot
     GET /fi/omat-tilastot/taulukko.csv`,
  ],
  ['centre:yes coordinator:yes issuer:yes venue:yes', `GET /fi/paperit/omat`],
  // Commitments: who keeps an area those of the area, a partner those that its own organisation is a party of.
  ['issuer:yes venue:yes', `GET /fi/omat-sitoumukset`],
  [
    'centre:yes coordinator:yes',
    `GET /fi/sitoumukset
     GET /fi/sitoumukset/luettelo.csv
     GET /fi/sitoumukset/luettelo.xlsx
     GET /fi/sitoumukset/paattyvat
     GET /fi/sitoumukset/irtisanomisaika
     GET /fi/sitoumukset/vakinaista
     POST /fi/sitoumukset/vakinaista`,
  ],
  [
    'centre:all coordinator:area issuer:own venue:own',
    `GET /fi/sitoumus/:commitment/voimassaolo
     GET /fi/sitoumus/:commitment/irtisano
     POST /fi/sitoumus/:commitment/irtisano
     GET /fi/sitoumus/:commitment/irtisano/vahvista
     POST /fi/sitoumus/:commitment/irtisano/vahvista
     GET /fi/sitoumus/:commitment/peru-paattyminen
     POST /fi/sitoumus/:commitment/peru-paattyminen`,
  ],
  [
    'centre:all coordinator:area',
    `GET /fi/sitoumus/:commitment/paata
     POST /fi/sitoumus/:commitment/paata
     GET /fi/sitoumus/:commitment/paata/vahvista
     POST /fi/sitoumus/:commitment/paata/vahvista
     GET /fi/sitoumus/:commitment/pidenna
     POST /fi/sitoumus/:commitment/pidenna
     GET /fi/sitoumus/:commitment/pidenna/vahvista
     POST /fi/sitoumus/:commitment/pidenna/vahvista
     GET /fi/sitoumus/:commitment/seuraaja
     POST /fi/sitoumus/:commitment/seuraaja
     GET /fi/sitoumus/:commitment/seuraaja/vahvista
     POST /fi/sitoumus/:commitment/seuraaja/vahvista`,
  ],
  [
    'coordinator:yes issuer:yes venue:yes intermediary:yes',
    `GET /fi/tiedotteet
     GET /fi/oma/tiedotteet
     POST /fi/oma/tiedotteet`,
  ],
  // What an area's keepers tell all who work there.
  ['coordinator:area issuer:area venue:area intermediary:area', 'GET /fi/tiedotteet/:message'],
  [
    'issuer:yes venue:yes',
    `GET /fi/kokeilukysely
     POST /fi/kokeilukysely
     GET /fi/oma-paikka
     GET /fi/alkuun
     GET /fi/perehdytys
     GET /fi/perehdytys/oppitunti/:lesson
     POST /fi/perehdytys/oppitunti/:lesson
     GET /fi/perehdytys/harjoittelu
     POST /fi/perehdytys/harjoittelu
     GET /fi/perehdytys/tyokaverit
     GET /fi/oma-muistilista
     GET /fi/oma-muistilista/:point
     POST /fi/oma-muistilista/:point
     POST /fi/oma-muistilista/:point/poista
     GET /fi/vahvista
     POST /fi/vahvista`,
  ],
  ['issuer:mine venue:mine', `GET /fi/perehdytys/todistus.pdf`],
  [
    'centre:yes coordinator:yes issuer:yes venue:yes intermediary:yes auditor:yes',
    `GET /fi/omat-koulutukset
     GET /fi/omat-koulutukset/:training
     POST /fi/omat-koulutukset/:training
     POST /fi/omat-koulutukset/:training/peru`,
  ],
  [
    'venue:yes',
    `POST /fi/odottavat
     GET /fi/oma-kohde/hyva-tahto
     GET /fi/oma-kohde/hyva-tahto/luettelo.csv
     GET /fi/oma-kohde/hyva-tahto/luettelo.xlsx
     GET /fi/oma-kohde/hyva-tahto/todistus.pdf
     GET /fi/oma-kohde/hyva-tahto/hinnat
     GET /fi/oma-kohde/hyva-tahto/hinnat/uudet
     POST /fi/oma-kohde/hyva-tahto/hinnat/uudet
     GET /fi/ryhmat
     GET /fi/oma-kohde/tapahtumat
     GET /fi/oma-kohde/tapahtumat/uusi
     POST /fi/oma-kohde/tapahtumat/uusi
     GET /fi/oma-kohde/tapahtumat/tuonti
     POST /fi/oma-kohde/tapahtumat/tuonti
     GET /fi/oma-kohde/tapahtumat/syote
     POST /fi/oma-kohde/tapahtumat/syote
     GET /fi/oma-kohde/ehdot
     POST /fi/oma-kohde/ehdot
     GET /fi/oma-kohde/ehdot/esikatselu
     GET /fi/oma-kohde/ehdot/kaannos/:to
     POST /fi/oma-kohde/ehdot/kaannos/:to
     POST /fi/laitteet`,
  ],
  [
    'centre:all coordinator:area',
    `GET /fi/kohteet-yllapito/:site/hyva-tahto/hinnat/:prices/korjaa
     POST /fi/kohteet-yllapito/:site/hyva-tahto/hinnat/:prices/korjaa
     GET /fi/kohteet-yllapito/:site/hyva-tahto/hinnat/:prices/poista
     POST /fi/kohteet-yllapito/:site/hyva-tahto/hinnat/:prices/poista
     GET /fi/kohteet-yllapito/:site/hyva-tahto/hinnat/:prices/palauta
     POST /fi/kohteet-yllapito/:site/hyva-tahto/hinnat/:prices/palauta`,
  ],
  [
    'venue:own',
    `GET /fi/oma-kohde/tapahtumat/:event
     POST /fi/oma-kohde/tapahtumat/:event
     GET /fi/oma-kohde/tapahtumat/:event/kopioi
     POST /fi/oma-kohde/tapahtumat/:event/kopioi
     POST /fi/oma-kohde/tapahtumat/:event/peru
     POST /fi/oma-kohde/tapahtumat/:event/palauta
     GET /fi/oma-kohde/tapahtumat/tuonti/:import
     POST /fi/oma-kohde/tapahtumat/tuonti/:import
     GET /fi/oma-kohde/tapahtumat/syote/:feed/lopeta
     POST /fi/oma-kohde/tapahtumat/syote/:feed/lopeta
     POST /fi/oma-kohde/tapahtumat/syote/:feed/lue`,
  ],
  [
    'venue:own',
    `GET /fi/oma-kohde/hyva-tahto/hinnat/:prices/korjaa
     POST /fi/oma-kohde/hyva-tahto/hinnat/:prices/korjaa
     GET /fi/oma-kohde/hyva-tahto/hinnat/:prices/poista
     POST /fi/oma-kohde/hyva-tahto/hinnat/:prices/poista
     GET /fi/oma-kohde/hyva-tahto/hinnat/:prices/palauta
     POST /fi/oma-kohde/hyva-tahto/hinnat/:prices/palauta`,
  ],
  ['centre:yes venue:yes intermediary:yes', 'GET /fi/lipunmyyntijarjestelmat'],
  [
    'venue:yes intermediary:yes',
    `GET /fi/lipunmyyntijarjestelmat/uusi
     POST /fi/lipunmyyntijarjestelmat/uusi`,
  ],
  [
    'venue:yes',
    `GET /fi/lipunmyyntijarjestelmat/hyvaksy
     POST /fi/lipunmyyntijarjestelmat/hyvaksy`,
  ],
  // Whoever's program it is: that is what an approval is for.
  [
    'venue:all',
    `GET /fi/lipunmyyntijarjestelmat/:program/hyvaksy
     POST /fi/lipunmyyntijarjestelmat/:program/hyvaksy`,
  ],
  [
    'venue:own',
    `GET /fi/lipunmyyntijarjestelmat/:program/paata-hyvaksynta
     POST /fi/lipunmyyntijarjestelmat/:program/paata-hyvaksynta`,
  ],
  [
    'centre:all venue:own intermediary:own',
    `GET /fi/lipunmyyntijarjestelmat/:program
     GET /fi/lipunmyyntijarjestelmat/:program/paata
     POST /fi/lipunmyyntijarjestelmat/:program/paata
     GET /fi/lipunmyyntijarjestelmat/:program/avaimet/:key/paata
     POST /fi/lipunmyyntijarjestelmat/:program/avaimet/:key/paata`,
  ],
  [
    'venue:own intermediary:own',
    `GET /fi/lipunmyyntijarjestelmat/:program/uusi-avain
     POST /fi/lipunmyyntijarjestelmat/:program/uusi-avain
     GET /fi/lipunmyyntijarjestelmat/:program/ilmoitukset
     GET /fi/lipunmyyntijarjestelmat/:program/ilmoitukset/uusi
     POST /fi/lipunmyyntijarjestelmat/:program/ilmoitukset/uusi
     GET /fi/lipunmyyntijarjestelmat/:program/ilmoitukset/osoitteet/:webhook/salaisuus
     POST /fi/lipunmyyntijarjestelmat/:program/ilmoitukset/osoitteet/:webhook/salaisuus
     GET /fi/lipunmyyntijarjestelmat/:program/ilmoitukset/osoitteet/:webhook/lopeta
     POST /fi/lipunmyyntijarjestelmat/:program/ilmoitukset/osoitteet/:webhook/lopeta
     POST /fi/lipunmyyntijarjestelmat/:program/ilmoitukset/osoitteet/:webhook/koe
     POST /fi/lipunmyyntijarjestelmat/:program/ilmoitukset/:notice/laheta
     POST /fi/lipunmyyntijarjestelmat/:program/ilmoitukset/osoitteet/:webhook/jatka`,
  ],
  ['centre:yes coordinator:yes venue:yes', 'GET /fi/laitteet'],
  ['venue:own', 'GET /fi/laitteet/:pairing'],
  ['centre:all coordinator:area venue:own', 'POST /fi/laitteet/:device/poista'],
  // Which rows, the numbers that are asked for say; what is not one's own is not there.
  [
    'centre:yes coordinator:yes issuer:yes',
    `GET /fi/varasto
     GET /fi/varasto/numerot
     GET /fi/varasto/tunnus
     POST /fi/varasto/tunnus
     GET /fi/varasto/sulje
     POST /fi/varasto/sulje`,
  ],
  ['centre:yes coordinator:yes', `GET /fi/palautteet`],
  // Which ones, the numbers that are sent say; what is not one's own is left as it is.
  [
    'centre:yes coordinator:yes',
    `GET /fi/palautteet/roskaviestit
     POST /fi/palautteet/roskaviestit`,
  ],
  [
    'centre:all coordinator:area',
    `GET /fi/palautteet/:feedback
     POST /fi/palautteet/:feedback`,
  ],
  [
    'centre:yes coordinator:yes',
    `GET /fi/varasto/siirra
     POST /fi/varasto/siirra
     GET /fi/varasto/avaa
     POST /fi/varasto/avaa`,
  ],
  [
    'issuer:own',
    `GET /fi/kortti/:card/suostumukset
     GET /fi/kortti/:card/suostumukset/peru-kysymykset
     POST /fi/kortti/:card/suostumukset/peru-kysymykset
     GET /fi/kortti/:card/suostumukset/peru-kortti
     POST /fi/kortti/:card/suostumukset/peru-kortti
     GET /fi/kortti/:card/kysymykset
     POST /fi/kortti/:card/kysymykset
     GET /fi/kortti/:card/kysymykset/lopeta
     POST /fi/kortti/:card/kysymykset/lopeta`,
  ],
  [
    'centre:yes coordinator:yes issuer:yes venue:yes auditor:yes',
    `GET /fi/ensikaytto
     GET /fi/ensikaytto.csv
     GET /fi/hyvinvoinnin-muutos
     GET /fi/hyvinvoinnin-muutos.csv`,
  ],
  [
    'centre:yes',
    `GET /fi/hyvinvointikysymykset
     GET /fi/hyvinvointikysymykset.csv`,
  ],
  [
    'centre:yes coordinator:yes issuer:yes venue:yes auditor:yes',
    `GET /fi/raportit
     POST /fi/raportit`,
  ],
  [
    'centre:all coordinator:area issuer:own venue:own auditor:all',
    `GET /fi/raportit/:publication/:kind/:place
     GET /fi/raportit/:publication/:kind/:place/raportti.pdf
     GET /fi/raportit/:publication/:kind/:place/raportti.xlsx
     GET /fi/raportit/:publication/:kind/:place/raportti.csv
     GET /fi/raportit/:publication/:kind/:place/raportti.json`,
  ],
  [
    'centre:yes',
    `GET /fi/tekstit
     GET /fi/tekstit/uusi
     POST /fi/tekstit/uusi
     GET /fi/tekstit/:content
     GET /fi/tekstit/:text/kenelle
     POST /fi/tekstit/:text/kenelle
     GET /fi/tekstit/:content/kertoja
     POST /fi/tekstit/:content/kertoja
     GET /fi/tekstit/:content/muokkaa/:edition
     POST /fi/tekstit/:content/muokkaa/:edition
     GET /fi/tekstit/:content/versio/:version
     POST /fi/tekstit/:content/versio/:version
     GET /fi/tekstit/:content/esikatselu/:version
     GET /fi/tekstit/:content/poista-julkaisusta/:version
     POST /fi/tekstit/:content/poista-julkaisusta/:version`,
  ],
  [
    'centre:all coordinator:area issuer:own venue:own',
    `GET /fi/sitoumus/:commitment
     GET /fi/sitoumus/:commitment/tulosta
     GET /fi/sitoumus/:commitment/paperi/:party/tiedosto
     GET /fi/sitoumus/:commitment/allekirjoita/:party
     POST /fi/sitoumus/:commitment/allekirjoita/:party
     GET /fi/sitoumus/:commitment/allekirjoita/:party/vahvista
     POST /fi/sitoumus/:commitment/allekirjoita/:party/vahvista
     GET /fi/sitoumus/:commitment/kieltaydy/:party
     POST /fi/sitoumus/:commitment/kieltaydy/:party
     GET /fi/sitoumus/:commitment/allekirjoittaja/:party
     POST /fi/sitoumus/:commitment/allekirjoittaja/:party`,
  ],
  [
    'centre:all coordinator:area',
    `GET /fi/sitoumus/:commitment/linkki/:party
     POST /fi/sitoumus/:commitment/linkki/:party
     GET /fi/sitoumus/:commitment/paperi/:party
     POST /fi/sitoumus/:commitment/paperi/:party
     GET /fi/sitoumus/:commitment/ota-takaisin
     POST /fi/sitoumus/:commitment/ota-takaisin`,
  ],
  [
    'auditor:yes',
    `GET /fi/loki
     GET /fi/loki.csv`,
  ],
]

/** `GET /fi/…` → role → how far it reaches. An address that stands twice is a slip of the pen. */
export const accessByHand = new Map<string, Record<string, Reach>>()
for (const [reaches, addresses] of tables) {
  const reach = Object.fromEntries(reaches.split(' ').map((pair) => pair.split(':') as [string, Reach]))
  for (const address of addresses.split('\n').map((line) => line.trim())) {
    if (accessByHand.has(address)) throw new Error(`${address} stands twice in the table`)
    accessByHand.set(address, reach)
  }
}
