import type {NextConfig} from 'next'
import {PHASE_DEVELOPMENT_SERVER} from 'next/constants.js'
import {developmentPolicy, readerPolicy} from './src/security-policy.ts'

const always = [
  {key: 'X-Content-Type-Options', value: 'nosniff'},
  {key: 'Referrer-Policy', value: 'no-referrer'},
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), browsing-topics=(), interest-cohort=()',
  },
  {key: 'Cross-Origin-Opener-Policy', value: 'same-origin'},
]

// These headers are fixed while building, and a draft's name the Studio's address: server.ts sets those.
const draftCookie = {type: 'cookie', key: '__prerender_bypass'} as const

const policy = (value: string) => [{key: 'Content-Security-Policy', value}]

export default function config(phase: string): NextConfig {
  const pages = '/((?!_next/|images/|api/).*)'
  const studioOrigin = process.env['STUDIO_URL'] ?? 'http://localhost:3333'
  return {
    poweredByHeader: false,
    reactStrictMode: true,
    transpilePackages: ['@lantern/clinical', '@lantern/content', '@lantern/app-links'],
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
      phase === PHASE_DEVELOPMENT_SERVER
        ? {source: pages, headers: policy(developmentPolicy(studioOrigin))}
        : {source: pages, missing: [draftCookie], headers: policy(readerPolicy)},
    ],
  }
}
