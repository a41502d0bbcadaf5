import { readFileSync } from 'node:fs';
import { problemCodes } from '@reprise/contracts/http';
import { offerTermsRejectionCodes, quoteRejectionCodes } from './price-rejection.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test.each([...quoteRejectionCodes, ...offerTermsRejectionCodes])('%s is explained in the README', (code) => {
  expect(readme).toContain(`\`${code}\``);
});

test.each(quoteRejectionCodes)('%s is a problem the API can answer', (code) => {
  expect(problemCodes).toHaveProperty(code);
});
