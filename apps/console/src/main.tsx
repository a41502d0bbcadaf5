import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { readSettings } from './api/settings.js';
import './ui/styles.js';

const root = document.getElementById('console');
if (root === null) throw new Error('the page has no place for the console');

createRoot(root).render(
  <StrictMode>
    <App settings={await readSettings()} />
  </StrictMode>,
);
