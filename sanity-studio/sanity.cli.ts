import {defineCliConfig} from 'sanity/cli'
import {localSettings} from './src/settings.ts'

const content = '../packages/content/src'
const schema = '.sanity/schema.json'

export default defineCliConfig({
  api: {projectId: localSettings.projectId, dataset: localSettings.dataset},
  deployment: {autoUpdates: false},
  server: {hostname: 'localhost', port: 3333},
  schemaExtraction: {path: schema, enforceRequiredFields: true},
  typegen: {
    schema,
    path: `${content}/**/queries.ts`,
    generates: `${content}/generated/query-types.ts`,
    formatGeneratedCode: false,
    overloadClientMethods: false,
  },
})
