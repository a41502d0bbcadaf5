import { CallRefused, GatewayUnreachable, NotShownInTime, UsageError } from '../door/failures.js';
import { MarketFilesInvalid } from '../markets/load-market-files.js';
import { renderFailure } from './render-failure.js';

const problem = { type: '', title: '', status: 409, code: 'OutOfStock', detail: 'Gone.', errors: [], requestId: 'r' };
const mistake = { file: 'markets/fr.yaml', line: 3, column: 1, path: 'region', message: 'is missing' };

test.each([
  ['what was refused', new CallRefused('offer', problem), 1],
  ['what was not understood', new UsageError('There is no file.'), 2],
  ['market files with mistakes', new MarketFilesInvalid([mistake]), 2],
  ['a gateway that is away', new GatewayUnreachable('http://127.0.0.1:1', 'does not answer'), 3],
  ['what does not show in time', new NotShownInTime('region us to show market fr: not after 60 s'), 3],
])('%s ends with a text and its own exit code', (_name, error, code) => {
  const failure = renderFailure(error);
  expect(failure?.code).toBe(code);
  expect(failure?.text).toMatch(/^reprise: /);
  expect(failure?.text).not.toContain('    at ');
});

test('a mistake in a market file is shown where it is', () => {
  expect(renderFailure(new MarketFilesInvalid([mistake]))?.text).toBe(
    'reprise: 1 mistake in the market files, nothing was sent:\nmarkets/fr.yaml:3:1 region: is missing',
  );
});

test('a bug of ours is not dressed up', () => {
  expect(renderFailure(new TypeError('x is undefined'))).toBeUndefined();
});
