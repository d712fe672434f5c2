import {defineDocuments, defineLocations, type PresentationPluginOptions} from 'sanity/presentation'

const pages = [
  {type: 'article', title: 'title', path: '/articles/'},
  {type: 'condition', title: 'name', path: '/conditions/'},
  {type: 'biomarker', title: 'name', path: '/biomarkers/'},
  {type: 'treatmentClass', title: 'name', path: '/treatments/'},
] as const

/** Which page of the site shows a document, and which document a page of the site is made from. */
export const resolve: NonNullable<PresentationPluginOptions['resolve']> = {
  mainDocuments: defineDocuments(
    pages.map(({type, path}) => ({
      route: `${path}:slug`,
      filter: `_type == "${type}" && slug.current == $slug`,
    })),
  ),
  locations: Object.fromEntries(
    pages.map(({type, title, path}) => [
      type,
      defineLocations({
        select: {title, slug: 'slug.current'},
        resolve: (document) => ({
          locations: document?.slug
            ? [{title: String(document.title ?? 'Without a title'), href: `${path}${document.slug}`}]
            : [],
        }),
      }),
    ]),
  ),
}
