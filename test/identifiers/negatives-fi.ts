/** What people write in Finnish about events, places, reasons and rules: nothing in it names or reaches a person. */
export const finnish = `
Syyskonsertti
Joulukonsertti 12.12.2026
Joulukonsertti la 12.12.2026 klo 18
Kevätkonsertti 14.3.2026 klo 15.00
Perhepäivä su 3.5. klo 10–14
Uudenvuoden konsertti 31.12.2025 klo 17.30
Näytelmä: Tuntematon sotilas
Tuntematon sotilas, ensi-ilta 24.9.2026
Tuntematon sotilas 24.9.–12.12.2026
Nukketeatteri 1.–5.6.
Elokuva: Kesän lapset (2024)
Elokuvakerho 7.10., 14.10. ja 21.10.
Taidenäyttely 1.2.–31.8.2026
Museon pysyvä näyttely
Opastettu kierros klo 13.00
Opastus 13.30 ja 15.30
Keramiikkakurssi, kevät 2026
Keramiikkakurssi 12.1.–20.4.2026, 14 kertaa
Akvarellikurssi ma 17.30–20.00
Jumppa ti 9.15–10.00 ja to 9.15–10.00
Vesijumppa maanantaisin klo 10
Kansalaisopiston kurssi 110234
Kurssinumero 1203456
Kuoron juhlakonsertti 50 vuotta
Orkesterin 100-vuotisjuhla
Kaupunginorkesteri 1926–2026
Sinfonia nro 5
Beethovenin 9. sinfonia
Sibelius: Finlandia op. 26
Mozart 250
Teos 1812
Ooppera: Taikahuilu (1791)
Sibelius (1865–1957)
Säveltäjä s. 1950
Runoilija, s. 1923
Itsenäisyyspäivän konsertti 6.12.1917 muistoksi
Talvisodan muistoilta
Lapua 1976
Lastenteatteri, ikäsuositus 3–6 v
Suositus yli 7-vuotiaille
K-18
Sirkus 2026
Jazzfestivaali 9.–12.7.2026
Jazzfestivaalit 2026, päivälippu
Kirjamessut 22.–25.10.2026
Kuntosali, 10 kerran kortti
Uinti, kertalippu
Uimahalli klo 6.30–20.30
Keilailu 1 h
Jääkiekko 3–2
Ottelu HPK 4 – TPS 2
Pesäpallo, lohko 3
Yleisurheilu 100 m ja 400 m aidat
Maraton 42,195 km
Luontopolku 5 km
Luontopolku 3
Hiihto 10 km
Suunnistus, rata 4
Tiedekeskus, planetaarioesitys 45 min
Planetaario klo 12, 13 ja 14
Stand up -ilta vol. 12
Impro 24/7
Klubi 007
Tanssit 7.11. klo 19–23
Bändi-ilta: The 5678's
Teatteri 2.0
Tila 123
Sali 1, rivi 12, paikka 34
Rivi 5 paikka 10
Katsomo B, rivi 3
Lippu 1/2
2 aikuista, 3 lasta
Liput 12,50 €
Liput 25/20/15 €
Hinta 1 250,00 €
Avustus 040 000 euroa
Budjetti 1 040 500 €
Budjetti 12 040 500 000 €
Ennakkoliput 12 € + palvelumaksu 2,50 €
Ovelta 15 euroa, ennakkoon 12
Enintään 2 lippua kortilla
Enintään 100 paikkaa
Käytössä on 20 paikkaa esitystä kohti
Kortilla saa 1–2 lippua
Avoinna ma–pe 9–17, la 10–15
Avoinna ma-to 09.00-16.00, pe 09.00-15.00
Avoinna 09-17
Auki 08–20, la 10–18
ark 08-20 la 10-18
Kassa avataan klo 17.00
Kassa avataan 30 min ennen
Ovet 18.30, esitys 19.00
Väliaika 20 min, kesto 2 h 30 min
Viikko 12
Viikot 8–10
vko 23/2026
Toukokuu 2026
05/2026
05/2026–06/2026
1/2026
2026–2027
Lukuvuosi 2026-2027
Kausi 2025/2026
10.6.2026–15.8.2026
1.1.2026-31.12.2026
2026-03-15
2026-03-15T18:00
09.12.2026
09.12.2026 klo 18.00
09.12.2026 18.00
04.05.2026, 05.05.2026, 06.05.2026
01.02.2026 01.03.2026
01-06-2026
12.6. ja 13.6.
12.06.26
010526 1900
010526-020526
Keskiviikkona 4.3. klo 04.05
Postinumero 00100
00100 Helsinki
87100 Kajaani
Alue 00100–00990
Postinumerot 00100, 00120 ja 00130
00530 00100
02150 Espoo, 01300 Vantaa
01300 01350 01360
FI-00100 Helsinki
PL 123, 00101 Helsinki
Y-tunnus 1234567-8
Y-tunnus 0112038-9
0112038-9
ALV FI01120389
ALV-tunnus FI12345678
OVT 003701120389
Kortti ES12345
Kortin loppu 4F7K
Laite 3
Kassa 2, tabletti
Tilausnumero 2026-00123
Lasku 1002345
Päätös 45/2026
Diaarinumero KAJ/1234/02.05.00/2026
Dnro 123/02.08/2026
Laki 731/1999
Asetus (EU) 2016/679
ISBN 978-952-264-123-4
ISSN 1234-5678
Versio 1.2.80
Versio 2.10.3
Kohta 4.2.1
Luku 3, kohta 12
Sivu 12–14
s. 12
s. 45–47
Kuva 3.2
Taulukko 12.1
Kaava 2 x 3 x 4
3 x 20 min
5+1 tarjous
50/50
80-luvun disko
1980-luvun hitit
70-luku
90's klubi
Vuoden 1950 elokuvat
Vuonna 1918
1939–1945
Porvoo 1346–2026
Kirkko vuodelta 1780
Rakennettu 1925, korjattu 1998
Kajaanin kaupunginteatteri
Oulun taidemuseo
Espoon kulttuurikeskus, Tapiola-sali
Helsingin kaupunginmuseo, Hakasalmen huvila
Tampere-talo, iso sali
Kulttuuritalo, kabinetti 3
Kirjasto 10
Oodi, 2. krs
Kauppakeskus, 3. kerros
Huone 204 B
Luokka 3 A
3 B -luokan näytelmä
Päiväkoti Metsätähti, ryhmä 2
Valtatie 4
Valtatie 4 suljettu
Kantatie 51 -festivaali
Tie 2026
Elämäntie
Opintie
Kadun äänet
Katu 2026
Katufestivaali
Katutaidekierros 2
Rantakadun kesä
Rantakatu 2026
Kauppakadun markkinat
Torikatu soi
Taidetie
Silkkitie, osa 3
Silkkitie 3 tuntia
Polku, kohtaus 4
Satupolku 6
Hämeentie-viikot
Bulevardin teatteri
Väylä 100 vuotta
Raitti auki
Kujan takana
Esplanadin lava
Seinäruusu 5
Laituri 9
Raide 3
Linja 12 A
Bussi 110
Raitiovaunu 4
Juna 42 klo 8.04
Remontti
Remontti 1.6.–31.8.
Remontti kestää 12 viikkoa
Putkirikko, suljettu toistaiseksi
Kohde on suljettu 24.12.–6.1.
Suljettu juhannuksena 19.–21.6.2026
Kesätauko 1.6.2026–31.8.2026
Henkilökuntapula
Henkilökunta vaihtuu
Lupa päättyi 31.12.2025
Sopimus päättyy 30.6.2026
Sopimus allekirjoitettu 15.1.2026
Kokeilu 1.9.2025–31.8.2026
Kokeilu jatkuu vuoden loppuun
Alue liittyy verkostoon 1.1.2027
Kunta ei ole enää mukana
Yksikkö siirtyy hyvinvointialueelle 1.1.2026
Yksikkö lopettaa, asiakkaat siirtyvät keskustaan
Yksikkö jakaa noin 40 korttia vuodessa
Toimipiste muutti
Muutto uusiin tiloihin
Uusi nimi 1.3.2026 alkaen
Nimi muuttui 2024
Organisaatio sulautui
Kahdesti kirjattu
Sama jakaja on jo listalla
Pyyntö täydennettävä
Ei kuulu sosiaali- ja terveysalaan
Yhdistys, 120 jäsentä
Mielenterveysyhdistys, 3 työntekijää
Diakoniatyö
Työpajatoiminta 18–29-vuotiaille
Nuorten työpaja
Kuntouttava työtoiminta
Päihdekuntoutus
Maahanmuuttajatyö, 5 kieltä
Kotouttaminen 2026
Lapsi unohtui kirjata
Kortilla oli väärä lapsimäärä
Kortissa lukee 2, rekisterissä 1
Lapsia oli 3, ei 2
Lapsi syntyi viime viikolla
Lapset tulivat eri bussilla
Koko perhe paikalla
Uusi lapsi perheessä
Perheessä on 4 lasta
Avustaja mukana
Tulkki mukana
Kaksi avustajaa
Viittomakielinen opastus
Kuvailutulkattu esitys
Selkokielinen opastus klo 14
Rauhallinen näytös
Rento esitys, valot 50 %
Induktiosilmukka rivit 1–8
Pyörätuolipaikkoja 6
Hissi 2. kerrokseen, ovi 90 cm
Kynnys 2 cm, luiska 1:12
Inva-WC 1. kerroksessa
Esteetön sisäänkäynti pihan puolelta
Opaskoira saa tulla mukaan
Lippu haetaan kassalta
Liput lippukassalta tai verkosta
Liput: lippu.fi
Varaukset www.teatteri.fi/liput
Lisätietoja https://www.teatteri.fi/kaiku
Ohjelma osoitteessa teatteri.fi
Seuraa @kaupunginteatteri
#kaikukortti #kulttuuri
Instagram @kulttuuritalo
Keikka @ Kulttuuritalo
Näytä kortti kassalla
Kortti voimassa 12 kk
Kortti voimassa 14.3.2027 asti
Ei koske vierailuesityksiä
Ei koske ensi-iltoja eikä vuotta 2027
Koskee ma–to-näytöksiä
Maksuton alle 7-vuotiaille
Alle 18-vuotiaat ilmaiseksi
16 vuotta täyttäneille
Yli 65-vuotiaat
Materiaalimaksu 15 €
Kurssimaksu 48 €, Kaikukortilla 0 €
1 kurssi lukukaudessa
2 kurssia vuodessa, enintään 60 €
Ilmoittautuminen alkaa 18.8. klo 9
Ilmoittautuminen 1.–15.8.2026
Peruutus 10 pv ennen
Säilytämme paikan 15 min
Nouda liput 30 minuuttia ennen
Kysy kassalta
Sovitaan erikseen
Pyydä apua henkilökunnalta
Korttitunnus kysytään
Näytöksessä 120 paikkaa, joista 10 Kaikukortille
Ryhmä 2, klo 10.15
Ryhmä A4
Ryhmälippu 10+1
Kahvila auki klo 11–15
Lounas 11.00–13.30
Pysäköinti 2 h kiekolla
Festivaalipassi pe–su
Ranneke nro 456
Narikka 3 €
Poikkeus säästä johtuen
Pakkanen -25
Myrskyvaroitus 2.1.2026
Sähkökatko
Korona-aika 2020–2021
Poikkeusolot 16.3.2020–31.5.2020
Tauko 18.3.2020–13.5.2020
Kortteja jatketaan 31.8.2026 saakka
Jatketaan 6 kuukaudella
Ehdot 26.2.2025
Voimassa 26.2.2025 alkaen
Hallituksen päätös 12.11.2026
Kokouspöytäkirja 3/2026, § 14
Johtoryhmän päätös 45 § 12.11.2026
Ohjausryhmä 4.11.2026
Ikäraja muuttui 16:sta 18:aan
Enimmäismäärä 20 lasta
Mittari 1–10, vastasi 8
Kävijöitä 1 234
Kävijöitä 12 345 vuonna 2025
Näyttelyssä 2 500 esinettä
Juoksumatka 2,5 km
Pituus 180 cm
Koko 42
Nro 040
A 12
7. taivas
100 tarinaa
12 kuukautta
24 h
360°
1001 yötä
Ali Baba ja 40 rosvoa
Seitsemän veljestä
Kolme muskettisoturia
101 dalmatialaista
20 000 peninkulmaa
Fahrenheit 451
Tohtori 2
Catch-22
Area 51
Agentti 007
Viides element 5
Hän syntyi vuonna 1950
Äiti syntyi Karjalassa
Synttärit 2026
Syntymäpäiväkonsertti 14.3.2026
80-vuotissyntymäpäivä 14.3.2026
Syntyi uusi perinne 2026
Teatteri syntyi 1872
Synt. 1950
Taiteilijat 1.2. ja 2.2.
Syyslomaviikon työpaja 12.10.–16.10. klo 10–12
Kesäteatteri 3.7.2026 klo 19.00 ja 4.7.2026 klo 14.00
Nukketeatteri Hupilainen: Prinsessa ja herne 5+
Kurssi nro 4021337
Kurssi 0304056
Joulumarkkinat 5.12.2026, 10-16
Konsertti Kallion kirkossa 6.6. klo 18
Ryhmänäyttely 2.2.–28.2.2026
Tanssitunti ti 17:15-18:00
Lippukoodi 8841 2277
Varausnumero 55231 100
Avustaja maksutta, 1 kpl
Liput 8/5/0 €
Kansallismuseo, avoinna 11–18, ma suljettu
Suljettu 24.12.2026-1.1.2027
Kausi 1.9.2026-30.4.2027
Kaikukortti käy ma-pe klo 08-16
Kaikukortti käy 1.1.2015 alkaen
Sopimus 1.6.2014
Perustettu 14.5.1987
Yhdistys rekisteröity 3.11.1998
Sopimus voimassa 31.12.2012 saakka
Näyttely: Helsinki 1952
Elokuva (ensi-ilta 12.3.1999)
Teatterin 50-vuotisjuhla 14.5.2026
Peruttu sairauden vuoksi, uusi aika 13.3.
Sali A 12
Näytös 3 B 2
Osasto 4 A 12
Asiakas pyysi siirtoa toiseen ryhmään
Asema-aukio 2026
Rautatientori, lava 2
Torikatu 4 -näytelmä
Koskikatu 11 tapahtuma
Pohjoinen Hesperia
Kirkkotie 2026
Tie 4 A
Kevät 2 A 3
Kevät 12 b
Linja 55 B
Numero 7 D 12
SM-liiga 2025-2026
Kulttuurikaari
Hyvän mielen katu
Klassikkokierros 3x
Vapaa pääsy 0 €
RT 91-11107
SFS-EN 301549
YouTube @kaikukanava
Paikka @ Oodi 3.5.
Tapahtuma alkaa at 18`
