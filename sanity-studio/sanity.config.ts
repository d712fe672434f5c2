import {schemaTypes} from '@lantern/content/schema'
import {visionTool} from '@sanity/vision'
import {defineConfig} from 'sanity'
import {presentationTool} from 'sanity/presentation'
import {structureTool} from 'sanity/structure'
import {backendOptions} from './src/backend.ts'
import {resolve} from './src/locations.ts'
import {readSettings} from './src/settings.ts'
import {structure} from './src/structure.ts'

const settings = readSettings()
/** Documents of which there is one; they are neither made anew, nor copied, nor deleted. */
const singletons = new Set(['siteSettings'])
const singletonActions = new Set(['publish', 'discardChanges', 'restore'])

export default defineConfig({
  ...backendOptions(settings),
  name: 'default',
  title: 'Lantern',
  plugins: [
    structureTool({structure}),
    presentationTool({
      resolve,
      previewUrl: {
        initial: settings.siteUrl,
        // The site lets each secret in once, so there is no link to share.
        previewMode: {enable: '/api/draft-mode/enable', shareAccess: false},
      },
      allowOrigins: [settings.siteUrl],
    }),
    visionTool({defaultApiVersion: '2025-02-19', defaultDataset: settings.dataset}),
  ],
  schema: {
    types: schemaTypes,
    templates: (templates) => templates.filter(({schemaType}) => !singletons.has(schemaType)),
  },
  document: {
    // Hosted Sanity keeps comments with some plans only; a lake keeps them always.
    comments: {enabled: settings.apiHost !== null},
    actions: (actions, {schemaType}) =>
      singletons.has(schemaType)
        ? actions.filter(({action}) => action !== undefined && singletonActions.has(action))
        : actions,
    newDocumentOptions: (options) => options.filter(({templateId}) => !singletons.has(templateId)),
  },
  tasks: {enabled: false},
  announcements: {enabled: false},
  mediaLibrary: {enabled: false},
  scheduledDrafts: {enabled: false},
})
