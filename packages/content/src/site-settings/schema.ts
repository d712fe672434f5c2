import {CogIcon} from '@sanity/icons/Cog'
import {defineType} from 'sanity'
import {line, many, paragraph, plainTextField} from '../values/fields.ts'

export const siteSettingsSchema = defineType({
  name: 'siteSettings',
  title: 'Site settings',
  type: 'document',
  icon: CogIcon,
  fields: [
    line({name: 'siteName', title: 'Name of the site', required: true}),
    line({name: 'tagline', title: 'Tagline', required: true}),
    paragraph({name: 'disclaimer', title: 'Disclaimer', description: 'On every page.', required: true}),
    line({name: 'sampleBanner', title: 'Banner for sample content'}),
    plainTextField({name: 'homeIntro', title: 'Welcome on the home page', required: true}),
    many({name: 'featuredArticles', title: 'Featured articles', to: ['article'], required: true}),
    many({name: 'featuredConditions', title: 'Featured conditions', to: ['condition'], required: true}),
    paragraph({name: 'footerNote', title: 'Note at the foot'}),
  ],
  preview: {select: {title: 'siteName', subtitle: 'tagline'}},
})
