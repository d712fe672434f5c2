import type {IncomingMessage, ServerResponse} from 'node:http'

const outage = `<!doctype html>
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
const scripts = /<script\b[^>]*>[\s\S]*?<\/script>|<link\b[^>]*\bas="script"[^>]*>/g

type Plain = {status: number; body: string; headers: [name: string, value: string][]}

/** The “not found” page that Next made while building, without its scripts; every word of it is in the HTML. */
export function plainNotFound(built: string): string {
  return built.replace(scripts, '')
}

/**
 * Answers with whole pages where Next's own are empty until a script runs, which none may: a plain 503 in place of its
 * 500 for a page that could not be made, and our “not found” in place of its shell. Routes of ours below /api and
 * /images set their own statuses and bodies, so those pass.
 */
export function answerPlainly(
  request: IncomingMessage,
  response: ServerResponse,
  {notFound}: {notFound: string},
): void {
  if (/^\/(?:api|images|_next)\//.test(request.url ?? '')) return
  const {write, writeHead, end, flushHeaders} = response
  let replaced = false
  const replace = (): boolean => {
    const plain = replaced || response.headersSent ? null : plainFor(response, notFound)
    if (!plain) return replaced
    replaced = true
    for (const name of response.getHeaderNames()) if (heldBack.test(name)) response.removeHeader(name)
    response.statusCode = plain.status
    for (const [name, value] of plain.headers) response.setHeader(name, value)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    end.call(response, request.method === 'HEAD' ? '' : plain.body, 'utf8')
    return true
  }
  // Next and its compression send the headers by different calls: whichever comes first decides.
  response.writeHead = (...args: unknown[]) =>
    !replaced && replace() ? response : Reflect.apply(writeHead, response, args)
  response.flushHeaders = () => void (replace() || flushHeaders.call(response))
  response.write = (...args: unknown[]) => replace() || Reflect.apply(write, response, args)
  response.end = (...args: unknown[]) => (replace() ? response : Reflect.apply(end, response, args))
}

function plainFor(response: ServerResponse, notFound: string): Plain | null {
  if (response.statusCode === 500) {
    const headers: Plain['headers'] = [
      ['cache-control', 'no-store'],
      ['retry-after', '10'],
    ]
    return {status: 503, body: outage, headers}
  }
  const isPage = String(response.getHeader('content-type')).startsWith('text/html')
  return response.statusCode === 404 && isPage ? {status: 404, body: notFound, headers: []} : null
}
