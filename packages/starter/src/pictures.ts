import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {ref} from './document.ts'

/** A picture of the starter library; `assetId` is the id that Sanity gives to a file with these bytes. */
export type StarterPicture = {
  id: PictureName
  path: string
  alt: string
  sha1: string
  assetId: string
}

type PictureName = 'lit-window' | 'morning-path' | 'reading-lamp'

const width = 1600
const height = 900

function drawn(id: PictureName, alt: string): StarterPicture {
  const path = fileURLToPath(new URL(`../pictures/${id}.jpg`, import.meta.url))
  const sha1 = createHash('sha1').update(readFileSync(path)).digest('hex')
  return {id, path, alt, sha1, assetId: `image-${sha1}-${width}x${height}-jpg`}
}

const files: Record<PictureName, StarterPicture> = {
  'lit-window': drawn(
    'lit-window',
    'A small house by a lake in the evening, with a warm lamp in its window.',
  ),
  'morning-path': drawn('morning-path', 'A path that winds through green hills toward a low morning sun.'),
  'reading-lamp': drawn(
    'reading-lamp',
    'A lamp that lights an open report and a cup on a table by the window.',
  ),
}

export const starterPictures: StarterPicture[] = Object.values(files)

/** The figure of a picture drawn for this library. */
export function picture(name: PictureName) {
  const {assetId, alt} = files[name]
  return {
    _type: 'figure' as const,
    image: {_type: 'image' as const, asset: ref(assetId)},
    alt,
    credit: 'Drawn for Lantern',
    licence: 'MIT',
  }
}
