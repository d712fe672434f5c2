import {approved, digestOf, newKeyPair, signDocument} from '@lantern/clinical'
import {anyDocument, runs} from '@lantern/clinical/fixtures'
import {expect, test} from '@playwright/test'
import {sample} from 'fast-check'
import {fileURLToPath} from 'node:url'
import {build} from 'vite'

/**
 * The digest that a browser computes is the one that the review service signs: random documents are digested and
 * verified in both. The page is not a secure context, as a Studio over plain HTTP is not, so it has no WebCrypto.
 */
const documents = sample(anyDocument, runs).map((document) => ({
  ...document,
  _id: 'document-a',
  approval: {_ref: 'signOff.a'},
}))

/** The package as one script, as a browser gets it. */
async function bundled(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('@lantern/clinical'))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {write: false, minify: false, lib: {entry, formats: ['iife'], name: 'clinical'}},
  })
  const [output] = Array.isArray(built) ? built : []
  const [chunk] = output?.output ?? []
  return chunk?.type === 'chunk' ? chunk.code : ''
}

test('a browser and Node give every document the same digest and believe the same signatures', async ({
  page,
}) => {
  await page.route('http://plain.example/', (route) =>
    route.fulfill({contentType: 'text/html', body: '<p>x'}),
  )
  await page.goto('http://plain.example/')
  await page.addScriptTag({content: await bundled()})
  expect(await page.evaluate(() => [window.isSecureContext, typeof crypto.subtle])).toEqual([
    false,
    'undefined',
  ])

  // As JSON, which is how documents come: the test's own way into a page loses fields called `__proto__`.
  const inBrowser = await page.evaluate((json) => {
    const rules: {digestOf: (document: unknown) => string} = Reflect.get(window, 'clinical')
    const all: unknown[] = JSON.parse(json)
    return all.map((document) => rules.digestOf(document))
  }, JSON.stringify(documents))
  expect(inBrowser).toEqual(documents.map(digestOf))
  console.log(`${documents.length} documents, the same digest in both, seed ${runs.seed}`)

  const {secretKey, publicKey} = newKeyPair()
  const judgement = {
    id: 'a',
    kind: 'clinical' as const,
    outcome: 'approved' as const,
    reviewers: [{personId: 'person-a', name: 'Dr. A'}],
    signedAt: '2026-11-01T00:00:00Z',
    validUntil: '2027-11-01T00:00:00Z',
  }
  const signed = documents.slice(0, 50).map((document) => ({
    document,
    signOff: signDocument(document, judgement, {id: 'key', secretKey}),
  }))
  const states = await page.evaluate(
    ({json, key}) => {
      const rules: {approved: (question: object) => {state: string}} = Reflect.get(window, 'clinical')
      const trusted = {keys: [{id: 'key', publicKey: key}], trustSample: false}
      const asked: object[] = JSON.parse(json)
      return asked.map((one) => rules.approved({...one, trusted, now: new Date()}).state)
    },
    {json: JSON.stringify(signed), key: publicKey},
  )
  expect(new Set(states)).toEqual(new Set(['approved']))
  const trusted = {keys: [{id: 'key', publicKey}], trustSample: false}
  expect(signed.every((one) => approved({...one, trusted, now: new Date()}).state === 'approved')).toBe(true)
})
