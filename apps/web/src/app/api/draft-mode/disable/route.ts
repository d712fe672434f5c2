import {cookies} from 'next/headers'
import {siteEnv} from '../../../../env.ts'
import {leadTo} from '../../../../preview/answer-enable.ts'
import {draftCookie} from '../../../../preview/draft-cookie.ts'

/** The way out of the preview, for any browser. */
export async function GET(): Promise<Response> {
  const jar = await cookies()
  jar.set({...draftCookie(siteEnv()), value: '', maxAge: 0})
  return leadTo('/')
}
