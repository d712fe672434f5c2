import type {NextConfig} from 'next'
import {PHASE_DEVELOPMENT_SERVER} from 'next/constants.js'

// Reader pages hold no client component, so no script at all may run on them: whatever slips into a text stays text.
// The framework's own script is refused too, and with it its 135 KB; every page is whole without it.
const readerScripts = "'none'"
// Development and preview need the framework's inline script.
const frameworkScripts = "'self' 'unsafe-inline' 'unsafe-eval'"

function contentSecurityPolicy(scripts: string, framedBy: string): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    scripts === readerScripts ? "connect-src 'none'" : "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ')
}

const always = [
  {key: 'X-Content-Type-Options', value: 'nosniff'},
  {key: 'Referrer-Policy', value: 'no-referrer'},
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), browsing-topics=(), interest-cohort=()',
  },
  {key: 'Cross-Origin-Opener-Policy', value: 'same-origin'},
]

const draftCookie = {type: 'cookie', key: '__prerender_bypass'} as const

const policy = (value: string) => [{key: 'Content-Security-Policy', value}]

export default function config(phase: string): NextConfig {
  const scripts = phase === PHASE_DEVELOPMENT_SERVER ? frameworkScripts : readerScripts
  const pages = '/((?!_next/|images/|api/).*)'
  return {
    poweredByHeader: false,
    reactStrictMode: true,
    transpilePackages: ['@lantern/content', '@lantern/app-links'],
    typescript: {ignoreBuildErrors: true},
    images: {unoptimized: true},
    devIndicators: false,
    experimental: {
      inlineCss: true,
      // Pages live in memory only: a restart begins from the lake, and no page outlives the content it came from.
      isrFlushToDisk: false,
    },
    headers: async () => [
      {source: '/:path*', headers: always},
      {source: pages, missing: [draftCookie], headers: policy(contentSecurityPolicy(scripts, "'self'"))},
    ],
  }
}
