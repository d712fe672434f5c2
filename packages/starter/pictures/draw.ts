/*
 * Draws the pictures of the starter library: writes each as SVG and, from that, as the JPEG that is imported.
 * Run it after a change: node pictures/draw.ts
 */
import {writeFile} from 'node:fs/promises'
import sharp from 'sharp'
import {litWindow} from './lit-window.ts'
import {morningPath} from './morning-path.ts'
import {readingLamp} from './reading-lamp.ts'

const pictures = {'lit-window': litWindow, 'morning-path': morningPath, 'reading-lamp': readingLamp}

for (const [name, svg] of Object.entries(pictures)) {
  const at = (extension: string) => new URL(`${name}.${extension}`, import.meta.url)
  await writeFile(at('svg'), svg)
  const jpeg = await sharp(Buffer.from(svg))
    .flatten()
    .jpeg({quality: 84, mozjpeg: true, chromaSubsampling: '4:4:4'})
    .toBuffer()
  await writeFile(at('jpg'), jpeg)
  console.log(`${name}: ${Math.round(jpeg.length / 1024)} KB`)
}
