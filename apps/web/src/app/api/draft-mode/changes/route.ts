import {draftMode} from 'next/headers'
import {siteEnv} from '../../../../env.ts'
import {logOnce} from '../../../../log.ts'
import {answerChanges} from '../../../../preview/answer-changes.ts'

/** What the script of a preview listens to. */
export async function GET(request: Request): Promise<Response> {
  const {isEnabled} = await draftMode()
  return answerChanges(request, {env: siteEnv(), isPreviewing: isEnabled, log: logOnce})
}
