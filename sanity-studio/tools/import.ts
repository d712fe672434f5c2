/* Brings an archive or NDJSON into a dataset. A document that exists stops it, is written over, or is left. */
import {sanityImport} from '@sanity/import'
import {createReadStream} from 'node:fs'
import {runTool} from './run-tool.ts'

const operations = new Map([
  [undefined, 'create' as const],
  ['--replace', 'createOrReplace' as const],
  ['--missing', 'createIfNotExists' as const],
])

await runTool({
  usage: 'npm run import -- library.tar.gz [--replace | --missing]',
  work: async ([path, option, ...more], client) => {
    const operation = operations.get(option)
    if (!path || !operation || more.length > 0) return null
    const {numDocs} = await sanityImport(createReadStream(path), {client, operation})
    return `Brought in ${path}; documents: ${numDocs}`
  },
})
