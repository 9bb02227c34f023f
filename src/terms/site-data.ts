import type { Category } from '../network/rules.ts'
import type { PublicSite } from './queries.ts'
import type { Terms } from './rules.ts'

/** The nearest type of schema.org: what is no building of one kind is a place. */
const types: Record<Category, string> = {
  culture: 'Place',
  education: 'Place',
  science: 'Place',
  sports: 'SportsActivityLocation',
}

type Facts = {
  site: PublicSite
  terms: Terms
  town: string
  url: string
  list: { name: string; url: string }
}

/**
 * The place and the way to it, for search engines (schema.org, JSON-LD). That tickets are free is not said: they are
 * so for holders of the card alone.
 */
export const siteData = ({ site, terms, town, url, list }: Facts): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': types[site.category],
      '@id': `${url}#place`,
      name: site.name,
      url,
      ...(terms.links.home ? { sameAs: terms.links.home } : {}),
      address: {
        '@type': 'PostalAddress',
        ...(terms.street ? { streetAddress: terms.street } : {}),
        ...(terms.postalCode ? { postalCode: terms.postalCode } : {}),
        addressLocality: town,
        addressCountry: site.country,
      },
      ...(terms.traits.includes('stepFree')
        ? {
            amenityFeature: {
              '@type': 'LocationFeatureSpecification',
              name: 'Step-free entrance',
              value: true,
            },
          }
        : {}),
    },
    {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: list.name, item: list.url },
        { '@type': 'ListItem', position: 2, name: site.name },
      ],
    },
  ],
})
