import {defineConfig} from 'vite'

/** The script of previews; everything else of the site is Next's. */
export default defineConfig({
  base: '/preview/',
  publicDir: false,
  build: {
    outDir: 'public/preview',
    emptyOutDir: true,
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      input: 'src/preview/overlays.ts',
      output: {entryFileNames: 'overlays.js', chunkFileNames: '[hash].js'},
    },
  },
})
