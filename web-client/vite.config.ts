import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const backend = process.env.COACHBENCH_BACKEND ?? 'http://localhost:8080';

// In development the backend is reached through this server, so that cookies and the Origin check work as in production.
const proxied = { target: backend, changeOrigin: true, ws: true, headers: { origin: backend } };

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/graphql': proxied, '/session': proxied } },
  build: { chunkSizeWarningLimit: 900 },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
});
