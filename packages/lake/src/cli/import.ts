import {createReadStream, readFileSync} from 'node:fs'
import {importInto, type ImportMode} from '../archive/import-archive.ts'
import {lakeAt, lakeHere} from '../archive/targets.ts'
import {startLake, type Lake} from '../index.ts'
import {UsageError, type Arguments} from './arguments.ts'
import {dataOption, type Command} from './command.ts'
import {loadGuard} from './load-guard.ts'
import {requireLakeFile} from './open-data.ts'
import {standardRoles} from './roles.ts'
import {usersIn} from './users-in.ts'

function modeOf(given: Arguments): ImportMode {
  if (given.isSet('replace') && given.isSet('missing'))
    throw new UsageError('--replace and --missing exclude each other')
  if (given.isSet('replace')) return 'createOrReplace'
  return given.isSet('missing') ? 'createIfNotExists' : 'create'
}

/** A lake of this process on a free port, for as long as the import takes. */
async function startForImport(given: Arguments, dataset: string): Promise<Lake> {
  const directory = given.required('data')
  const guard = given.text('guard')
  requireLakeFile(directory)
  return startLake({
    directory,
    port: 0,
    streamPorts: [],
    projectId: given.required('project'),
    datasets: [{name: dataset}],
    allowedOrigins: [],
    roles: standardRoles,
    users: usersIn(directory),
    webhooks: [],
    publicUrl: given.required('asset-url'),
    ...(guard ? {guard: await loadGuard(guard)} : {}),
  })
}

export const importArchive: Command = {
  summary: 'Imports NDJSON or a tar.gz with assets, as `lake export` and Sanity’s tools write them.',
  operands: 'FILE|-',
  options: {
    ...dataOption,
    url: {value: 'URL', describe: 'instead of --data: a lake that runs, such as http://localhost:3900'},
    'token-file': {value: 'FILE', describe: 'with --url: a file that holds the token'},
    dataset: {value: 'NAME', describe: 'dataset to fill', fallback: 'production'},
    replace: {describe: 'replace documents that exist'},
    missing: {describe: 'leave documents that exist as they are'},
    guard: {value: 'MODULE[#NAME]', describe: 'with --data: the guard of a guarded dataset'},
    project: {
      value: 'ID',
      describe: 'with --data: project id in the addresses of assets',
      fallback: 'lantern',
    },
    'asset-url': {
      value: 'URL',
      describe: 'with --data: base of the addresses of assets',
      fallback: 'http://localhost:3900',
    },
  },
  more: [
    'Without --replace or --missing a document that exists is an error. The whole file is checked before anything is',
    'written; then each batch is one transaction, and an error names the line. Nothing is fetched from the network.',
  ].join('\n'),
  run: async (given, {print, progress}) => {
    const [file] = given.positionals
    if (!file) throw new UsageError('expected a file, or - for standard input')
    const mode = modeOf(given)
    const url = given.text('url')
    const dataset = given.required('dataset')
    const source = file === '-' ? process.stdin : createReadStream(file)
    const meter = progress('documents imported')
    const lake = url ? null : await startForImport(given, dataset)
    const token = lake?.issueToken('import', 'administrator') ?? ''
    try {
      const target = lake
        ? lakeHere(lake, dataset, token)
        : lakeAt({
            url: (url ?? '').replace(/\/$/, ''),
            token: readFileSync(given.required('token-file'), 'utf8').trim(),
            dataset,
          })
      const {documents, assets, batches} = await importInto({source, target, mode, onProgress: meter.at})
      print(`${documents} documents in ${batches} transactions, ${assets} assets`)
      return 0
    } finally {
      meter.end()
      // Left behind, it would be good for ninety days.
      lake?.context.access.tokens.revoke(token)
      await lake?.stop()
    }
  },
}
