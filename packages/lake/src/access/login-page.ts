import type {Context} from 'hono'
import {html} from 'hono/html'
import type {LakeEnv} from '../env.ts'

/** The whole login: name and password, or a one-time code. Plain HTML, no script, no style. */
export function loginPage(
  c: Context<LakeEnv>,
  page: {origin: string; targetOrigin: string; message: string | null},
): Response | Promise<Response> {
  // Chromium applies form-action to the redirect that answers the form as well.
  const policy = `default-src 'none'; form-action 'self' ${page.targetOrigin}; frame-ancestors 'none'`
  c.header('content-security-policy', policy)
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>Log in</title>
        </head>
        <body>
          <main>
            <h1>Log in</h1>
            ${page.message ? html`<p role="alert">${page.message}</p>` : ''}
            <form method="post" action="/v1/auth/login">
              <input type="hidden" name="origin" value="${page.origin}" />
              <p>
                <label for="name">Account or email</label>
                <input id="name" name="name" required autocomplete="username" spellcheck="false" />
              </p>
              <p>
                <label for="password">Password</label>
                <input
                  id="password"
                  name="password"
                  type="password"
                  required
                  autocomplete="current-password"
                />
              </p>
              <button>Log in</button>
            </form>
            <h2>Or with a one-time code</h2>
            <p>An administrator makes one; the first was printed when the lake started.</p>
            <form method="post" action="/v1/auth/login">
              <input type="hidden" name="origin" value="${page.origin}" />
              <label for="code">One-time code</label>
              <input id="code" name="code" required autocomplete="one-time-code" spellcheck="false" />
              <button>Log in</button>
            </form>
          </main>
        </body>
      </html>`,
    page.message ? 401 : 200,
  )
}
