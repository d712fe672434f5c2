import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/*', 'sanity-studio'].map((folder) => ({
      extends: true as const,
      test: {name: folder, include: [`${folder}/**/*.test.ts`, `${folder}/**/*.test.tsx`]},
    })),
    exclude: ['**/node_modules/**', '**/.next/**', '**/dist/**'],
    testTimeout: 20_000,
    passWithNoTests: false,
  },
})
