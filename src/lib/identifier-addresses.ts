import { afterNoDigit, afterNoLetter, findAll } from './edges.ts'

const finnish = [
  'katu|kadun|kadulla|kadulta|kadulle|tie|tien|tiellä|tieltä|tielle|kuja|kujan|kujalla|kujalta|polku|polun|polulla',
  'raitti|raitin|raitilla|väylä|väylän|väylällä|puistikko|bulevardi|esplanadi|aukio|aukiolla|penger|kaarre|rinne',
].join('|')
const swedish = [
  'gatan|gata|vägen|väg|gränden|gränd|stigen|stig|stråket|allén|esplanaden|brinken|bulevarden|platsen|torget|kajen',
].join('|')
const english = 'Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Terrace|Crescent|Close|Court|Square'

/** Roads, paths and stages that have numbers and no homes. */
const notHomes = [
  'valtatie|kantatie|seututie|yhdystie|moottoritie|rautatie|pyörätie|päätie|ohitustie|kulkutie|tutkimustie',
  'luontopolku|taidepolku|kulttuuripolku|opintopolku|tarinapolku|satupolku|runopolku|hoitopolku|palvelupolku',
  'elämänpolku|oppimispolku|rastipolku|polkupolku|jumppapolku|äänipolku|metsäpolku|seikkailupolku|ajopolku',
  'riksvägen|riksväg|motorvägen|motorväg|stamväg|stamvägen|landsvägen|järnvägen|järnväg|naturstigen|naturstig',
  'kulturstigen|konststigen|sagostigen|omväg|huvudvägen|genväg|äventyrsstigen|taidekuja|taidekatu',
  'aakkoskatu|sesamgatan|seesamkatu|seesamtie|kulttuurikatu|ilmaväylä|meriväylä|vesiväylä|laivaväylä',
  'veneväylä|käytävätie|moottoritien|valtatien|kantatien|luontopolun|kulttuuripolun|taidepolun|valtatiellä',
].join('|')
const notHome = new RegExp(`^(?:${notHomes})$`, 'iu')

/** What makes a number an amount, a time or a date, and no house. */
const unit = [
  'km|m|cm|min|h|t|kk|v|vk|€|euroa?|eur|e|%|kg|hlö|henk\\p{L}*|vuot\\p{L}*|vuosi|minuutti\\p{L}*|tunti\\p{L}*|kertaa',
  'esity\\p{L}*|osa|osaa|kuva\\p{L}*|lasta|lapsi|paikkaa|lippua|askelta|rasti\\p{L}*|metriä|kilometriä|näytö\\p{L}*',
  'år|minuter|timm\\p{L}*|gånger|delar|meter|kilometer|platser|biljetter|barn|stationer|years?|minutes?|hours?',
  'times|parts?|metres|miles|tickets?|children|seats|days|kr|tammi\\p{L}*|helmi\\p{L}*|maalis\\p{L}*',
  'huhti\\p{L}*|touko\\p{L}*|kesäk\\p{L}*|heinäk\\p{L}*|elok\\p{L}*|syysk\\p{L}*|lokak\\p{L}*|marras\\p{L}*|jouluk\\p{L}*',
  'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december',
].join('|')
const notAmount = `(?!\\d|[.:,]\\d|\\.? ?- ?\\d+\\.| ?x ?\\d|\\.? ?(?:${unit})(?!\\p{L}))`
/** A house: up to four digits, but no year; `12 A`, `5-7`, `24b`. */
const house = `(?:n:?r?o?\\.? )?(?!(?:19|20)\\d\\d(?!\\d))(?!0)\\d{1,4}${notAmount}`

const north = new RegExp(
  `${afterNoLetter}(\\p{L}[\\p{L}'-]{1,40}?(?:${finnish}|${swedish})|(?:Bulevardi|Esplanadi|Bulevarden)),? ?${house}`,
  'giu',
)
/** `Aleksis Kiven katu 10`, `Lilla gatan 5`. */
const apart = new RegExp(
  `${afterNoLetter}\\p{Lu}\\p{L}{2,40} (?:katu|tie|kuja|[Gg]atan|[Vv]ägen|[Gg]ränden|[Ee]splanaden) ${house}`,
  'u',
)
/** A word, a number and then a stair with a flat, or a postal code with its place. */
const home = new RegExp(
  String.raw`${afterNoLetter}\p{Lu}\p{L}{2,40} (?!(?:19|20)\d\d(?!\d))\d{1,4}(?: ?[a-wyzA-WYZ] ?\d{1,3}(?![\p{L}\d.:])|(?: ?[a-zA-Z])?,? (?:FI-|AX-)?\d{5} \p{Lu}\p{L})`,
  'gu',
)
const notFlat = new RegExp(
  `^(?:${[
    'Esitys|Näytös|Sali|Kerros|Luokka|Ryhmä|Luku|Paikka|Rivi|Kassa|Osa|Osasto|Kevät|Syksy|Kesä|Talvi|Numero|Nro',
    'Linja|Huone|Jakso|Sarja|Kurssi|Taso|Versio|Sal|Rad|Plats|Grupp|Rum|Kurs|Vår|Höst|Klass|Akt|Del|Linje',
    'Row|Room|Hall|Stage|Gate|Group|Seat|Level|Spring|Autumn|Class|Act|Part|Line|Door',
  ].join('|')}) `,
  'u',
)
const anglo = new RegExp(
  `${afterNoDigit}(?!(?:19|20)\\d\\d )\\d{1,4}[A-Za-z]? (?:\\p{Lu}[\\p{L}'.]+ ){1,3}(?:${english})(?![\\p{L}\\d])(?! (?:Trip|Movie|Race|Show|Festival|Party|Band|Music|Art|Food|Dance|Theatre|Performance))`,
  'u',
)
const angloLower = new RegExp(
  String.raw`${afterNoDigit}(?!(?:19|20)\d\d )\d{1,4}[a-z]? [\p{L}']+ (?:street|road|avenue|lane)(?= ?(?:[,.;)]|$))`,
  'iu',
)

/** True when a street and the number of a house stand in the text: Finnish, Swedish or English. */
export const holdsAddress = (text: string): boolean =>
  findAll(text, north).some(({ parts: [street] }) => !notHome.test(street!)) ||
  apart.test(text) ||
  findAll(text, home).some(({ found }) => !notFlat.test(found)) ||
  anglo.test(text) ||
  angloLower.test(text)
