import {join} from 'node:path'
import {siteEnv} from '../../../env.ts'
import {logOnce} from '../../../log.ts'
import {answerPicture} from '../../../pictures/answer-picture.ts'
import {createPictureFiles, type PictureFiles} from '../../../pictures/picture-files.ts'

let files: PictureFiles | undefined

/** Pictures under the site's own origin, so that a reader's browser talks to nobody else. */
export async function GET(
  request: Request,
  {params}: {params: Promise<{path: string[]}>},
): Promise<Response> {
  const env = siteEnv()
  files ??= createPictureFiles(join(env.dataDir, 'site', 'pictures'))
  return answerPicture(new URL(request.url), (await params).path, {env, files, log: logOnce})
}
