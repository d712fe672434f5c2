import type {IncomingMessage, ServerResponse} from 'node:http'

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Not available at the moment</title>
<style>:root{color-scheme:light dark}body{max-width:34rem;margin:15vh auto;padding:0 1.25rem;font:1.1875rem/1.6 system-ui,sans-serif;background:light-dark(#fdfbf7,#12191d);color:light-dark(#1b2529,#e9eeec)}a{color:light-dark(#0a4f5a,#8fdbe2)}</style>
<main>
<h1>This page is not available at the moment</h1>
<p>We could not get its text just now. Please try again in a minute.</p>
<p>If you feel very unwell, do not wait: call your care team, or 911 in an emergency.</p>
<p><a href="/">Start page</a></p>
</main>
</html>
`

const heldBack = /^(?:content-(?!security)|etag|x-next|transfer-)/

/**
 * Answers a page that could not be made with a plain 503 instead of Next's 500, which is an empty page where scripts
 * are off. Routes of ours below /api and /images set their own statuses and bodies, so those pass.
 */
export function answerOutages(request: IncomingMessage, response: ServerResponse): void {
  if (/^\/(?:api|images|_next)\//.test(request.url ?? '')) return
  const {write, writeHead, end, flushHeaders} = response
  let replaced = false
  const replace = (): boolean => {
    if (replaced || response.headersSent || response.statusCode !== 500) return replaced
    replaced = true
    for (const name of response.getHeaderNames()) if (heldBack.test(name)) response.removeHeader(name)
    response.statusCode = 503
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('cache-control', 'no-store')
    response.setHeader('retry-after', '10')
    end.call(response, request.method === 'HEAD' ? '' : page, 'utf8')
    return true
  }
  // Next and its compression send the headers by different calls: whichever comes first decides.
  response.writeHead = (...args: unknown[]) =>
    !replaced && replace() ? response : Reflect.apply(writeHead, response, args)
  response.flushHeaders = () => void (replace() || flushHeaders.call(response))
  response.write = (...args: unknown[]) => replace() || Reflect.apply(write, response, args)
  response.end = (...args: unknown[]) => (replace() ? response : Reflect.apply(end, response, args))
}
