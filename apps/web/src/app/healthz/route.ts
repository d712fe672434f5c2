export const dynamic = 'force-dynamic'

/** Answers as soon as the site can serve; it asks the lake nothing. */
export function GET(): Response {
  return new Response('ok\n', {
    headers: {'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store'},
  })
}
