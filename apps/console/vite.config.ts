import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { compileMessages } from './compile-messages.ts';

export default defineConfig({
  plugins: [compileMessages(), react()],
  // The client is read from its source, like everywhere in this repository: no build of it has to be there first.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: { target: 'es2023', manifest: true, assetsInlineLimit: 0, reportCompressedSize: false },
});
