import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const backend = process.env.COACHBENCH_BACKEND ?? 'http://localhost:8080';

// In development the backend is reached through this server, so that cookies and the Origin check work as in production.
const proxied = { target: backend, changeOrigin: true, ws: true, headers: { origin: backend } };

/** Tells the service worker which files were built. A plugin for this brings some 270 packages with it. */
const serviceWorker: Plugin = {
  name: 'service-worker',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const files = ['favicon.svg', 'manifest.webmanifest', ...Object.keys(bundle).filter((name) => name.startsWith('assets/'))];
    const worker = readFileSync('src/service-worker.js', 'utf8');
    this.emitFile({
      type: 'asset',
      fileName: 'service-worker.js',
      source: worker.replace('self.__FILES__', JSON.stringify(files.map((name) => `/${name}`))),
    });
  },
};

export default defineConfig({
  plugins: [react(), serviceWorker],
  server: { proxy: { '/graphql': proxied, '/session': proxied, '/my-data.zip': proxied, '/people-data': proxied } },
  build: { chunkSizeWarningLimit: 900 },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
});
