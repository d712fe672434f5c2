import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {ask, startTestLake, studioOrigin} from '../../src/http/test-lake.ts'
import {contentEndpoints, openEndpoints, sessionEndpoints} from './endpoints.ts'
import {tally, type Options, type Report} from './report.ts'

/** A7: a token is used everywhere, well and badly, and must then be nowhere: no log, no answer, no address, no file. */
export async function canaryToken({seed: _seed}: Options): Promise<Report> {
  const report: Report = {row: 'A7 canary token', counts: {}, failures: []}
  const logged: string[] = []
  const write = process.stderr.write
  process.stderr.write = (chunk: string | Uint8Array): boolean => {
    logged.push(String(chunk))
    return true
  }
  const test = await startTestLake({log: 'info'})
  try {
    const token = test.lake.issueToken('canary', 'administrator')
    const [, secret = ''] = token.split('administrator-')
    const search = (where: string, text: string): void => {
      tally(report.counts, where)
      if (text.includes(secret)) report.failures.push(`the token is in ${where}`)
    }
    const endpoints = [...contentEndpoints('a'), ...sessionEndpoints, ...openEndpoints]
    const variants: Record<string, string>[] = [
      {},
      {origin: studioOrigin},
      {origin: 'http://evil.test'},
      {'content-type': 'text/plain'},
    ]
    for (const {method, path, body} of endpoints) {
      for (const more of variants) {
        const headers = {authorization: `Bearer ${token}`, 'content-type': 'application/json', ...more}
        const got = await ask(test.lake, path, {method, body, headers})
        search('answers', got.body)
        search('headers and addresses', JSON.stringify(got.headers))
      }
    }
    const {directory} = test.lake.context.config
    for (const entry of readdirSync(directory, {recursive: true, withFileTypes: true})) {
      if (entry.isFile()) search('files', readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    }
    search('logs', logged.join(''))
    report.counts['log lines'] = logged.length
    const rows = test.lake.context.store.db.prepare('SELECT hash FROM tokens').all()
    if (!rows.every(({hash}) => /^[0-9a-f]{64}$/.test(String(hash))))
      report.failures.push('a token is kept as it is')
    return report
  } finally {
    process.stderr.write = write
    await test.end()
  }
}
