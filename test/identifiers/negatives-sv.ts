/** The same in Swedish. */
export const swedish = `
Höstkonsert
Julkonsert 12.12.2026
Julkonsert lö 12.12.2026 kl. 18
Vårkonsert den 14 mars 2026 kl. 15
Familjedag sö 3.5 kl. 10–14
Nyårskonsert 31.12.2025 kl. 17.30
Pjäsen Okänd soldat
Premiär 24.9.2026
Föreställningar 24.9–12.12.2026
Dockteater 1–5.6
Filmklubb 7.10, 14.10 och 21.10
Konstutställning 1.2–31.8.2026
Guidad visning kl. 13.00
Visningar 13.30 och 15.30
Keramikkurs, våren 2026
Keramikkurs 12.1–20.4.2026, 14 gånger
Akvarellkurs må 17.30–20.00
Gymnastik ti 9.15–10.00
Arbis, kurs 110234
Kursnummer 1203456
Körens jubileumskonsert 50 år
Orkestern 100 år
Symfoni nr 5
Beethovens nionde symfoni
Sibelius: Finlandia op. 26
Kompositör f. 1950
Poeten, född 1923
Självständighetsdagen 6.12
Vinterkrigets minneskväll
Barnteater, från 3 år
För barn över 7 år
K-18
Cirkus 2026
Jazzfestival 9–12.7.2026
Bokmässan 22–25.10.2026
Gym, kort för 10 gånger
Simning, engångsbiljett
Simhallen kl. 6.30–20.30
Bowling 1 h
Ishockey 3–2
Friidrott 100 m
Maraton 42,195 km
Naturstigen 5 km
Naturstig 3
Skidning 10 km
Planetarium 45 min
Stand up-kväll vol. 12
Dans 7.11 kl. 19–23
Sal 1, rad 12, plats 34
Rad 5 plats 10
2 vuxna, 3 barn
Biljetter 12,50 €
Biljetter 25/20/15 €
Pris 1 250,00 €
Bidrag 040 000 euro
Förköp 12 € + avgift 2,50 €
Högst 2 biljetter per kort
Högst 100 platser
Öppet må–fr 9–17, lö 10–15
Öppet må-to 09.00-16.00, fr 09.00-15.00
Öppet 09-17
Öppet vard. 08-20 lö 10-18
Kassan öppnar kl. 17.00
Kassan öppnar 30 min före
Dörrarna 18.30, start 19.00
Paus 20 min
Vecka 12
Veckorna 8–10
Maj 2026
05/2026
2026–2027
Läsåret 2026-2027
10.6.2026–15.8.2026
den 5 maj 2026
5 maj–7 juni 2026
09.12.2026 kl. 18.00
04.05.2026, 05.05.2026
12.06.26
Postnummer 00100
00100 Helsingfors
65100 Vasa
Postnumren 00100, 00120 och 00130
953 31 Haparanda
SE-953 31
AX-22100 Mariehamn
PB 123, 00101 Helsingfors
FO-nummer 1234567-8
FO-nummer 0112038-9
Momsnummer FI12345678
Kort ES12345
Enhet 3
Kassa 2, surfplatta
Faktura 1002345
Beslut 45/2026
Dnr 123/02.08/2026
Lag 731/1999
Förordning (EU) 2016/679
ISBN 978-952-264-123-4
Version 1.2.80
Punkt 4.2.1
Sidan 12–14
Tabell 12.1
3 x 20 min
80-talets disko
1980-talets hits
Året 1918
1939–1945
Kyrkan från 1780
Byggd 1925, renoverad 1998
Vasa stadsteater
Svenska Teatern, stora scenen
Åbo konstmuseum
Kulturhuset, kabinett 3
Biblioteket, andra våningen
Rum 204 B
Klass 3 A
Riksväg 8
Riksvägen 8 avstängd
Vägen hem
Vägen 2026
Livets väg
Omväg 3
Gatan sjunger
Gatufest
Gatukonst, rundtur 2
Storgatans marknad
Strandgatan 2026
Gränden, del 3
Stigen, scen 4
Sagostigen 6
Spår 9
Linje 12 A
Buss 110
Tåg 42 kl. 8.04
Renovering
Renovering 1.6–31.8
Renoveringen tar 12 veckor
Vattenskada, stängt tills vidare
Stället är stängt 24.12–6.1
Stängt midsommar 19–21.6.2026
Sommarpaus 1.6.2026–31.8.2026
Personalbrist
Tillståndet gick ut 31.12.2025
Avtalet upphör 30.6.2026
Försöket 1.9.2025–31.8.2026
Området går med 1.1.2027
Kommunen är inte längre med
Enheten flyttar 1.1.2026
Enheten delar ut cirka 40 kort om året
Nytt namn från 1.3.2026
Organisationerna slogs ihop
Samma utdelare finns redan
Begäran behöver kompletteras
Föreningen har 120 medlemmar
Diakoniarbete
Verkstad för 18–29-åringar
Rehabilitering
Arbete med invandrare, 5 språk
Barnet glömdes bort
På kortet står 2, i registret 1
Barnen var 3, inte 2
Barnet föddes förra veckan
Hela familjen på plats
Familjen har 4 barn
Assistent med
Tolk med
Två assistenter
Teckenspråkstolkad visning
Syntolkad föreställning
Lugn föreställning
Induktionsslinga raderna 1–8
Rullstolsplatser 6
Hiss till andra våningen, dörr 90 cm
Tröskel 2 cm, ramp 1:12
Tillgänglig ingång från gården
Ledarhund får följa med
Biljetten hämtas i kassan
Biljetter: lippu.fi
Bokning www.teatern.fi/biljetter
Mer på https://www.teatern.fi/kaiku
Programmet finns på teatern.fi
Vi äter på restaurangen
Vi ät och drack
#kaikukort #kultur
Gäst på scenen @stadsteatern
Visa kortet i kassan
Kortet gäller 12 mån
Kortet gäller till 14.3.2027
Gäller inte gästspel
Gratis för barn under 7 år
Under 18 år gratis
16 år fyllda
Materialavgift 15 €
Kursavgift 48 €, med Kaikukort 0 €
1 kurs per termin
Anmälan börjar 18.8 kl. 9
Avbokning 10 dagar före
Vi håller platsen 15 min
Fråga i kassan
Enligt överenskommelse
Föreställningen har 120 platser
Grupp 2, kl. 10.15
Kaféet öppet kl. 11–15
Lunch 11.00–13.30
Parkering 2 h med skiva
Festivalpass fr–sö
Undantag på grund av väder
Köld -25
Stormvarning 2.1.2026
Strömavbrott
Coronatiden 2020–2021
Undantagsförhållanden 16.3.2020–31.5.2020
Korten förlängs till 31.8.2026
Villkor 26.2.2025
Gäller från 26.2.2025
Styrelsens beslut 12.11.2026
Protokoll 3/2026, § 14
Åldersgränsen ändrades från 16 till 18
Besökare 1 234
Besökare 12 345 år 2025
Längd 180 cm
Storlek 42
101 dalmatiner
20 000 mil
Sju bröder
1001 natt
Född i Vasa
Född igen 2026
Hon föddes 1950
Födelsedagskonsert 14.3.2026
Teatern grundades 1872
Föreställning 4.3 kl. 19 i Stora salen
Workshop 12-16 år
Kurs 4021337
Stängt 1.7-31.7
Grundad 14.5.1987`
