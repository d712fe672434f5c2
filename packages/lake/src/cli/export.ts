import {createWriteStream} from 'node:fs'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {exportTo, rawLines} from '../archive/export-archive.ts'
import {UsageError} from './arguments.ts'
import {dataOption, type Command} from './command.ts'
import {withSnapshot} from './open-data.ts'

export const exportArchive: Command = {
  summary: 'Writes a dataset with its assets into an archive; the lake may run.',
  operands: 'FILE|-',
  options: {...dataOption, dataset: {value: 'NAME', describe: 'dataset to write', fallback: 'production'}},
  more: [
    'FILE.tar.gz: documents and assets, in the form of Sanity’s exports.',
    'FILE.ndjson, or - for standard output: the documents alone, as they are.',
  ].join('\n'),
  run: (given, {print, note, progress}) => {
    const [file = ''] = given.positionals
    const isRaw = file === '-' || file.endsWith('.ndjson')
    if (!isRaw && !/\.t(ar\.)?gz$/.test(file)) throw new UsageError('expected FILE.tar.gz, FILE.ndjson or -')
    const data = given.required('data')
    const dataset = given.required('dataset')
    return withSnapshot(data, async (db) => {
      if (!db.prepare('SELECT 1 FROM datasets WHERE name = ?').get(dataset))
        throw new Error(`There is no dataset “${dataset}” in ${data}.`)
      if (isRaw) {
        const lines = rawLines({db, dataset})
        if (file === '-') for (const line of lines) print(line.trimEnd())
        else await pipeline(Readable.from(lines), createWriteStream(file, {mode: 0o600}))
        return 0
      }
      const meter = progress('documents written')
      const {documents, assets} = await exportTo(file, {db, data, dataset, onProgress: meter.at})
      meter.end()
      note(`${file}: ${documents} documents, ${assets} assets`)
      return 0
    })
  },
}
