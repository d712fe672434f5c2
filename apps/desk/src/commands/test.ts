import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {z} from 'zod'
import {buildApps} from '../build.ts'
import {requireChromium} from '../chromium.ts'
import {projectRoot} from '../env.ts'

/** `npm test`: builds what changed, runs every unit test and every browser journey, and closes with one count. */
type Count = {passed: number; failed: number}

const vitestReport = z.object({numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean()})
const playwrightReport = z.object({
  stats: z.object({expected: z.number(), unexpected: z.number(), flaky: z.number()}),
})

const say = (line: string): void => console.log(line)
const reports = mkdtempSync(join(tmpdir(), 'lantern-test-'))
const bin = (name: string): string => join(projectRoot, 'node_modules/.bin', name)

function run(command: string, args: string[], env: Record<string, string>): boolean {
  const done = spawnSync(command, args, {cwd: projectRoot, stdio: 'inherit', env: {...process.env, ...env}})
  return done.status === 0
}

function runUnitTests(): Count {
  const file = join(reports, 'vitest.json')
  const ok = run(
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    {},
  )
  const report = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  return {
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, ok && report.success ? 0 : 1),
  }
}

function runJourneys(chromiumPath: string): Count {
  const file = join(reports, 'playwright.json')
  const args = ['test', '--config', 'apps/desk/journeys/playwright.config.ts']
  const ok = run(bin('playwright'), args, {CHROMIUM_PATH: chromiumPath, PLAYWRIGHT_JSON_OUTPUT_NAME: file})
  const {stats} = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (stats.flaky > 0)
    say(`${stats.flaky} journeys passed only the second time; their names stand above as flaky.`)
  return {passed: stats.expected + stats.flaky, failed: Math.max(stats.unexpected, ok ? 0 : 1)}
}

async function test(): Promise<void> {
  const chromiumPath = requireChromium(say)
  say('Building the Studio and the site where they changed …')
  await buildApps()
  const counts = [runUnitTests(), runJourneys(chromiumPath)]
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  say(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0
}

test().catch((error: unknown) => {
  console.error(`\nThe tests could not be run: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
