import type {BrowserContext, Request} from '@playwright/test'

const refusal = 'violates the following Content Security Policy directive'

/** What the Studio says on its console wherever it runs offline, each with its reason; anything else is a trouble. */
const expected: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    new RegExp(`^Loading the script 'https://core\\.sanity-cdn\\.com/bridge\\.js' ${refusal}`),
    'the build’s page names a script of another host; our policy keeps it away',
  ],
  [
    new RegExp(
      `^Loading the font 'https://(?:design-system|studio)-static\\.sanity\\.io/Inter\\S+' ${refusal}`,
    ),
    'the Studio asks another host for its fonts; the system’s are used',
  ],
  [
    new RegExp(
      `^Connecting to 'https://(?:sanity-cdn\\.com/v1/modules/|api\\.sanity\\.io/vX/intake/)\\S+' ${refusal}`,
    ),
    'the Studio asks for newer versions of itself and for feedback forms',
  ],
  [
    /^Fetch API cannot load https:\/\/(?:sanity-cdn\.com\/v1\/modules\/|api\.sanity\.io\/vX\/intake\/)\S+\. Refused to connect/,
    'the same refusals, told a second time',
  ],
  [/^Failed to load resource: the server responded with a status of/, 'told below with its address'],
  [
    /^Failed to fetch version for package \(using tag=latest\) sanity/,
    'the Studio’s own word on the first of them',
  ],
]

/** The Studio learns by dry runs what someone may do to a release in the state it is in; a refusal is an answer. */
function isDryRun(request: Request): boolean {
  return /"dryRun":\s*true/.test(request.postData() ?? '')
}

/** Troubles of a browser so far: errors of its console, thrown errors, and requests to the lake that did not succeed. */
export function noteTroubles(context: BrowserContext): string[] {
  const troubles: string[] = []
  context.on('console', (message) => {
    if (message.type() !== 'error') return
    if (!expected.some(([pattern]) => pattern.test(message.text())))
      troubles.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => troubles.push(`thrown: ${error.error().message}`))
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // `csp` never left; a stream or a query that its page no longer needs is aborted by the page itself.
    if (!['csp', 'net::ERR_ABORTED'].includes(reason)) troubles.push(`failed: ${reason} ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400 && !isDryRun(response.request()))
      troubles.push(`answered ${response.status()}: ${response.request().method()} ${response.url()}`)
  })
  return troubles
}
