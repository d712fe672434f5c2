import type {Article} from '@lantern/content/read'
import {siteEnv} from '../../env.ts'
import {cropRect, parsePictureId, pictureWidths} from '../../pictures/picture-name.ts'
import './picture.css'

export type FigureContent = Article['hero']
type Use = {figure: FigureContent; sizes: string; first?: boolean}

/** A figure with its picture in several widths, all from the site's own origin, with room kept for it. */
export function Picture({figure, sizes, first = false}: Use) {
  const image = <PictureImage figure={figure} sizes={sizes} first={first} />
  const {caption, credit, licence} = figure
  return (
    <figure className="figure">
      {image}
      {(caption || credit) && (
        <figcaption>
          {caption}{' '}
          {credit && <span className="figure-credit">{[credit, licence].filter(Boolean).join(', ')}</span>}
        </figcaption>
      )}
    </figure>
  )
}

export function PictureImage({figure, sizes, first = false}: Use) {
  const picture = parsePictureId(figure.image.asset._ref)
  if (!picture) return null
  const {projectId, dataset} = siteEnv()
  const rect = cropRect(picture, figure.image.crop)
  const [, , width, height] = rect ?? [0, 0, picture.width, picture.height]
  const file = `/images/${projectId}/${dataset}/${picture.sha1}-${picture.width}x${picture.height}.${picture.extension}`
  const address = (w: number) => `${file}?fm=webp${rect ? `&rect=${rect.join(',')}` : ''}&w=${w}`
  const smaller = pictureWidths.filter((w) => w <= width)
  const widths = smaller.length > 0 ? smaller : [pictureWidths[0]]
  return (
    <img
      src={address(widths.find((w) => w >= 800) ?? widths.at(-1) ?? pictureWidths[0])}
      srcSet={widths.map((w) => `${address(w)} ${w}w`).join(', ')}
      sizes={sizes}
      width={width}
      height={height}
      alt={figure.decorative ? '' : figure.alt}
      loading={first ? undefined : 'lazy'}
      fetchPriority={first ? 'high' : undefined}
      decoding={first ? undefined : 'async'}
    />
  )
}
