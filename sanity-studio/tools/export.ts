/* Writes the documents, drafts and pictures of a dataset into an archive. */
import {exportDataset} from '@sanity/export'
import {resolve} from 'node:path'
import {runTool} from './run-tool.ts'

await runTool({
  usage: 'npm run export -- library.tar.gz',
  work: async ([path, ...more], client) => {
    if (!path || more.length > 0) return null
    const outputPath = resolve(path)
    const dataset = client.config().dataset ?? ''
    const {documentCount, assetCount} = await exportDataset({
      client,
      dataset,
      outputPath,
      assetConcurrency: 4,
    })
    return `Wrote ${outputPath}; documents: ${documentCount}, pictures: ${assetCount}`
  },
})
