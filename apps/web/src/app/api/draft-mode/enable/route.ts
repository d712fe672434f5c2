import {cookies, draftMode} from 'next/headers'
import {join} from 'node:path'
import {askLake} from '../../../../content/lake.ts'
import {siteEnv} from '../../../../env.ts'
import {logOnce} from '../../../../log.ts'
import {answerEnable} from '../../../../preview/answer-enable.ts'
import {draftCookie} from '../../../../preview/draft-cookie.ts'
import {issuePass} from '../../../../preview/draft-pass.ts'
import {secretLifetimeMs} from '../../../../preview/preview-secret.ts'
import {createUsedSecrets} from '../../../../preview/used-secrets.ts'

/** Where the Studio's Presentation tool comes in. */
export async function GET(request: Request): Promise<Response> {
  const env = siteEnv()
  const {isEnabled} = await draftMode()
  return answerEnable(new URL(request.url), {
    ask: (question) => askLake(env, question),
    used: createUsedSecrets(join(env.dataDir, 'site', 'used-preview-secrets'), 2 * secretLifetimeMs),
    isPreviewing: isEnabled,
    begin: async () => {
      // `next dev` has no server of ours in front of it, which alone knows a pass.
      if (process.env.NODE_ENV === 'development') return void (await draftMode()).enable()
      const value = issuePass(env.previewToken ?? '', Date.now())
      void (await cookies()).set({...draftCookie(env), value})
    },
    log: logOnce,
  })
}
