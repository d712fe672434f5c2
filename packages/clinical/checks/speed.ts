/** How long the rules take on a document of 3,000 words, as medians: `node checks/speed.ts`. */
import {approved, checkWriting, digestOf, signDocument, verifySignOff} from '@lantern/clinical'
import {biomarker, judgement, serviceKey, trusted} from '../src/sign-off/sign-off.fixture.ts'

const sentence = 'Your care team can tell you more about what this test may mean for you now. '
const body = Array.from({length: 75}, (_, at) => ({
  _key: `b${at}`,
  _type: 'block',
  style: 'normal',
  markDefs: [],
  children: [{_key: 's', _type: 'span', marks: [], text: sentence.repeat(3).trim()}],
}))
const document = {...biomarker, body}
const signOff = signDocument(document, judgement, serviceKey)
const now = new Date('2026-11-24T00:00:00Z')
const known = {
  prose: new Set(['summary']),
  required: ['body'],
  names: ['HER2', 'breast cancer'],
  terms: [{id: 'term-test', term: 'biopsy', synonyms: [], avoid: []}],
  brands: [],
  sources: new Map(),
  now,
}

const tasks: Record<string, () => unknown> = {
  digest: () => digestOf(document),
  sign: () => signDocument(document, judgement, serviceKey),
  'verify a sign-off': () => verifySignOff(signOff, trusted),
  'approved()': () => approved({document, signOff, trusted, now}),
  'all checks while writing': () => checkWriting(document, known),
}

for (const [name, task] of Object.entries(tasks)) {
  const times = Array.from({length: 120}, () => {
    const start = performance.now()
    task()
    return performance.now() - start
  }).slice(20)
  const median = times.sort((a, b) => a - b)[times.length / 2] ?? Number.NaN
  console.log(`${name}: ${median.toFixed(2)} ms, the middle of ${times.length}`)
}
