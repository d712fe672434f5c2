import type {Context} from 'hono'
import {createHash} from 'node:crypto'
import {assetPath, bytesOf, sizeOf, writeWhole} from '../assets/files.ts'
import {maxImageBytes, probeImage} from '../assets/probe.ts'
import {sniffMimeType} from '../assets/sniff.ts'
import {readTransform} from '../assets/transform.ts'
import {createTransformer} from '../assets/transformer.ts'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {readLimited} from '../http/body.ts'
import {LakeError} from '../lake-error.ts'
import {hasDataset} from '../project/datasets.ts'
import {requireIdentity} from './users.ts'

const maxFileBytes = 100_000_000
const described = ['label', 'title', 'description', 'creditLine'] as const

type Described = {_id: string; _type: string; extension: string; name: string; [field: string]: unknown}

async function describeImage(bytes: Buffer, sha1: string): Promise<Described> {
  const {width, height, extension, mimeType, ...looks} = await probeImage(bytes)
  const name = `${sha1}-${width}x${height}`
  const dimensions = {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height}
  const metadata = {_type: 'sanity.imageMetadata', dimensions, ...looks}
  return {
    _id: `image-${name}-${extension}`,
    _type: 'sanity.imageAsset',
    extension,
    mimeType,
    metadata,
    name: `${name}.${extension}`,
  }
}

function describeFile(filename: string, sha1: string, mimeType: string): Described {
  const extension = /\.([a-z0-9]{1,10})$/i.exec(filename)?.[1]?.toLowerCase() ?? 'bin'
  return {
    _id: `file-${sha1}-${extension}`,
    _type: 'sanity.fileAsset',
    extension,
    mimeType,
    name: `${sha1}.${extension}`,
  }
}

/** Takes raw bytes; the same bytes twice are the same asset. */
export const uploadAsset = (ctx: LakeContext, kind: 'images' | 'files') => async (c: Context<LakeEnv>) => {
  const identity = requireIdentity(c)
  const dataset = c.req.param('dataset') ?? ''
  if (!hasDataset(ctx.store, dataset)) throw new LakeError('notFound', `Dataset "${dataset}" not found`)
  const _type = kind === 'images' ? 'sanity.imageAsset' : 'sanity.fileAsset'
  // Before a byte is read: who may not keep it need not send it.
  const refusal = ctx.access.permit(identity, dataset, null, sketch({_id: kind, _type}))
  if (refusal) throw new LakeError('forbidden', refusal)
  const bytes = await readLimited(c.env.incoming, kind === 'images' ? maxImageBytes : maxFileBytes)
  if (bytes.byteLength === 0) throw new LakeError('invalidRequest', 'The upload is empty')
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  // A name without its folders; what is kept is kept by its digest alone.
  const filename = (c.req.query('filename') ?? '').split(/[/\\]/).at(-1)?.slice(0, 255) ?? ''
  const type = sniffMimeType(bytes, c.req.header('content-type') ?? '')
  const {name, ...known} =
    kind === 'images' ? await describeImage(bytes, sha1) : describeFile(filename, sha1, type)
  const place = assetPath(ctx.config.directory, kind, dataset, name)
  if (!place) throw new LakeError('invalidRequest', 'The asset cannot be named')
  const path = `${kind}/${ctx.config.projectId}/${dataset}/${name}`
  const document = {
    ...known,
    assetId: sha1,
    sha1hash: sha1,
    size: bytes.byteLength,
    uploadId: sha1.slice(0, 32),
    path,
    url: `${ctx.publicUrl()}/${path}`,
    ...(filename ? {originalFilename: filename} : {}),
    ...Object.fromEntries(
      described.flatMap((field) => (c.req.query(field) ? [[field, c.req.query(field)]] : [])),
    ),
  }
  const write = (dryRun: boolean) =>
    ctx.writer.mutate({
      dataset,
      body: {mutations: [{createIfNotExists: document}]},
      identity,
      options: {dryRun},
      cause: 'asset',
    })
  // What the grants or the guard refuse must leave no file behind that an address would serve.
  write(true)
  await writeWhole(place, bytes)
  write(false)
  return c.json({document: ctx.store.get(dataset, document._id)})
}

const sketch = <T extends {_id: string; _type: string}>(document: T) => ({
  ...document,
  _rev: '',
  _createdAt: '',
  _updatedAt: '',
})

const immutable = 'public, max-age=31536000, immutable'
const mimeTypes: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
}

function setDownload(c: Context<LakeEnv>, name: string | undefined): void {
  if (name !== undefined)
    c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
}

/** Pictures are public to whoever knows their address: readers' browsers ask for them without a token. */
export const serveImage = (ctx: LakeContext) => {
  const transformed = createTransformer(ctx.config.directory, ctx.limits.imageCacheBytes)
  return async (c: Context<LakeEnv>) => {
    const file = c.req.param('file') ?? ''
    const place = locate(ctx, c, 'images', file)
    const size = place && (await sizeOf(place))
    if (!place || size === null) throw new LakeError('notFound', 'Image not found')
    const extension = file.split('.').at(-1) ?? ''
    const wanted = readTransform(c.req.query(), extension, c.req.header('accept') ?? '')
    c.header('cache-control', immutable)
    c.header('vary', c.req.query('auto') ? 'Origin, Accept' : 'Origin')
    setDownload(c, c.req.query('dl'))
    c.header(
      'content-type',
      wanted ? `image/${wanted.format}` : (mimeTypes[extension] ?? 'application/octet-stream'),
    )
    if (!wanted) {
      c.header('content-length', String(size))
      return c.req.method === 'HEAD' ? c.body(null) : c.body(await bytesOf(place))
    }
    return c.body(new Uint8Array(await transformed(place, wanted)))
  }
}

function locate(
  ctx: LakeContext,
  c: Context<LakeEnv>,
  kind: 'images' | 'files',
  file: string,
): string | null {
  if (c.req.param('project') !== ctx.config.projectId) return null
  return assetPath(ctx.config.directory, kind, c.req.param('dataset') ?? '', file)
}

/** Files are only ever downloaded, never shown: a file may be a web page. */
export const serveFile = (ctx: LakeContext) => async (c: Context<LakeEnv>) => {
  const file = c.req.param('file') ?? ''
  const place = locate(ctx, c, 'files', file)
  const size = place && (await sizeOf(place))
  if (!place || size === null) throw new LakeError('notFound', 'File not found')
  c.header('cache-control', immutable)
  c.header('content-security-policy', "default-src 'none'; sandbox")
  c.header('content-type', 'application/octet-stream')
  c.header('content-length', String(size))
  setDownload(c, c.req.query('dl') || file)
  return c.req.method === 'HEAD' ? c.body(null) : c.body(await bytesOf(place))
}
