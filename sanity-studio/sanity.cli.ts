import {defineCliConfig} from 'sanity/cli'
import {localSettings} from './src/settings.ts'

export default defineCliConfig({
  api: {projectId: localSettings.projectId, dataset: localSettings.dataset},
  deployment: {autoUpdates: false},
  server: {hostname: 'localhost', port: 3333},
})
