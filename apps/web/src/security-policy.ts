type Policy = {scripts: string; connections: string; framedBy: string}

function contentSecurityPolicy({scripts, connections, framedBy}: Policy): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connections}`,
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ')
}

/**
 * Reader pages hold no client component, so no script at all may run on them: whatever slips into a text stays text.
 * The framework's own script is refused too, and with it its 135 KB; every page is whole without it.
 */
export const readerPolicy = contentSecurityPolicy({
  scripts: "'none'",
  connections: "'none'",
  framedBy: "'self'",
})

/** Drafts are shown inside the Studio, with the one script that leads to a field; the framework's stays refused. */
export function draftPolicy({siteUrl, studioOrigin}: {siteUrl: string; studioOrigin: string}): string {
  return contentSecurityPolicy({
    scripts: `${siteUrl}/preview/`,
    connections: "'self'",
    framedBy: `'self' ${studioOrigin}`,
  })
}

/** While developing, the framework compiles in the browser and keeps a socket open. */
export function developmentPolicy(studioOrigin: string): string {
  return contentSecurityPolicy({
    scripts: "'self' 'unsafe-inline' 'unsafe-eval'",
    connections: "'self' ws:",
    framedBy: `'self' ${studioOrigin}`,
  })
}
