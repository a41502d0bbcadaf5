import { readFileSync } from 'node:fs';
import { problemCodes } from '@reprise/contracts/http';
import { offerTermsRejectionCodes, quoteRejectionCodes } from './price-rejection.js';
import { priceListRejectionCodes } from './validate-price-list.js';

const readme = readFileSync(new URL('../../RULES.md', import.meta.url), 'utf8');

test.each([...quoteRejectionCodes, ...offerTermsRejectionCodes, ...priceListRejectionCodes])(
  '%s is explained among the rules',
  (code) => {
    expect(readme).toContain(`\`${code}\``);
  },
);

test.each(quoteRejectionCodes)('%s is a problem the API can answer', (code) => {
  expect(problemCodes).toHaveProperty(code);
});
