import {defineConfig} from '@playwright/test'

/** Browser journeys: the real Studio build, the real lake and the site in production mode, one stack for each file. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  workers: 1,
  // A real Studio on a busy machine now and then misses a click; what only passed the second time is named in the summary.
  retries: 1,
  timeout: 180_000,
  reporter: [['list'], ['json']],
  outputDir: '../../../test-results',
  use: {
    browserName: 'chromium',
    viewport: {width: 1280, height: 900},
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? {executablePath: process.env['CHROMIUM_PATH']} : {}),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
