import { html } from 'hono/html'
import { holderCategoryNames } from '../i18n/category-names.ts'
import { compareFor, formatHolderDay, formatHolderNumber } from '../i18n/holder-format.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import { municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { fill } from '../web/paths.ts'
import type { Found } from './place-rules.ts'
import type { FinderSite } from './queries.ts'
import { groupSites } from './search-rules.ts'
import { finderWords } from './words.ts'

/**
 * Plain templates for the hundreds of rows: building them as components would cost most of the page's time. All that a
 * row needs of the language is got ready once.
 */
const partsIn = (reader: HolderLanguage) => {
  const t = finderWords[reader]
  const { tag, direction } = aboutLanguages[reader]
  const isRightToLeft = direction === 'rtl'
  const mark = (text: string) => html` <span class="tag wait">${text}</span>`
  /** From when on it is open, or until when. */
  const popUpDays = ({ popUpFrom, popUpUntil }: Pick<FinderSite, 'popUpFrom' | 'popUpUntil'>) => {
    if (popUpFrom) return ` ${t.popUpFrom(formatHolderDay(reader, popUpFrom))}`
    return popUpUntil ? ` ${t.popUpUntil(formatHolderDay(reader, popUpUntil))}` : ''
  }
  return {
    /** A name in letters of another direction keeps to itself. */
    name: (text: string) => (isRightToLeft ? html`<bdi>${text}</bdi>` : text),
    href: (id: number) => fill(publicPaths.site[reader], { site: id }),
    tags: ({ isPopUp, popUpFrom, popUpUntil, isPaused, phase }: FinderSite) =>
      html`${isPopUp ? mark(t.popUp) : ''}${isPopUp ? popUpDays({ popUpFrom, popUpUntil }) : ''}${!isPopUp && phase === 'preparing' ? mark(t.coming) : ''}${isPaused ? mark(t.paused) : ''}`,
    /** What the site says itself, in whatever language it has said it, else what is true everywhere. */
    how: ({ how, howLanguage, noBooking }: FinderSite) => {
      if (how === null) return html`<p class="how">${noBooking ? t.showCard : t.ask}</p>`
      if (howLanguage === tag) return html`<p class="how">${how}</p>`
      return html`<p class="how" lang="${howLanguage}"${isRightToLeft ? html` dir="ltr"` : ''}>${how}</p>`
    },
  }
}

/** Sites by distance: what, where and how far, and how to get the ticket in one sentence. */
export const NearList = ({
  reader,
  found,
}: {
  reader: HolderLanguage
  found: readonly Found<FinderSite>[]
}) => {
  const t = finderWords[reader]
  const names = holderCategoryNames[reader]
  const part = partsIn(reader)
  const far = (km: number) =>
    km > 0 ? html` · <span class="nb">${t.away(formatHolderNumber(reader, Math.round(km)))}</span>` : ''
  const row = ({ site, km }: Found<FinderSite>, index: number) =>
    html`<li id="r${index + 1}"><h3><a href="${part.href(site.id)}">${part.name(site.name)}</a></h3><p>${names[site.category]} · ${part.name(municipalityName(site, reader))}${far(km)}${part.tags(site)}</p>${part.how(site)}</li>`
  return html`<ul class="cards">${found.map(row)}</ul>`
}

/** Sites by municipality. @param told with how to get a ticket, where there are few enough to say it */
export const GroupedList = ({
  reader,
  sites,
  told,
}: {
  reader: HolderLanguage
  sites: readonly FinderSite[]
  told: boolean
}) => {
  const names = holderCategoryNames[reader]
  const part = partsIn(reader)
  const groups = groupSites(sites, (site) => municipalityName(site, reader), compareFor(reader))
  const row = (site: FinderSite) =>
    html`<li><p class="how"><a href="${part.href(site.id)}">${part.name(site.name)}</a></p><p>${names[site.category]}${part.tags(site)}</p>${told ? part.how(site) : ''}</li>`
  return (
    <>
      {groups.map(
        (group) =>
          html`<h3>${part.name(group.municipality)}</h3><ul class="cards">${group.sites.map(row)}</ul>`,
      )}
    </>
  )
}
