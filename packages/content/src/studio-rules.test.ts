import {createClient} from '@sanity/client'
import {validateDocument} from '@sanity/validation'
import {createSchema} from 'sanity'
import {describe, expect, test} from 'vitest'
import {brokenFixtures, fixtures} from './fixtures.ts'
import {documentType} from './parsers.ts'
import {schemaTypes} from './schema.ts'

const schema = createSchema({name: 'default', types: schemaTypes})
/** The Studio's own checks ask for one; it reaches nothing, as only uniqueness of an address would use it. */
const client = createClient({
  apiHost: 'http://127.0.0.1:1',
  useProjectHostname: false,
  projectId: 'lantern',
  dataset: 'production',
  apiVersion: '2025-02-19',
  useCdn: false,
  maxRetries: 0,
})

const stored = {
  _id: 'sample',
  _rev: 'one',
  _createdAt: '2026-01-05T09:00:00Z',
  _updatedAt: '2026-01-05T09:00:00Z',
}

/** Where the Studio stops an editor from publishing, as paths without the places in arrays. */
async function stoppedAt(fields: object, type: string): Promise<string[]> {
  const document = {...stored, ...fields, _type: type}
  const checked = await validateDocument({document, schema, client, getDocumentExists: async () => true})
  return checked.markers
    .filter(({level}) => level === 'error')
    .map(({path}) => path.filter((step) => typeof step === 'string').join('.'))
    .filter((path) => path !== 'slug')
}

/** What no form of the Studio can write. */
const unwritable = new Set(['an unknown block', 'a document of another type'])

describe('the Studio', () => {
  test.each(documentType.options)('lets an editor publish a %s that its parser takes', async (type) => {
    expect(await stoppedAt(fixtures[type], type)).toEqual([])
  })

  test.each(brokenFixtures.filter(({why}) => !unwritable.has(why)))(
    'stops the publishing of $why, which the parser refuses',
    async ({type, document, path}) => {
      const field = path.replace(/\[\d+\]/g, '')
      const stops = await stoppedAt(document, type)
      expect(
        stops.filter((stop) => field === stop || field.startsWith(`${stop}.`) || stop === ''),
      ).not.toEqual([])
    },
  )
})
