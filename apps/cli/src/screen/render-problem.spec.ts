import { problemCodes } from '@reprise/contracts/http';
import { CallRefused } from '../door/failures.js';
import { renderProblem } from './render-problem.js';

const problem = {
  type: 'urn:reprise:problem:ValidationFailed',
  title: problemCodes.ValidationFailed.title,
  status: 400,
  code: 'ValidationFailed',
  detail: 'Two fields are wrong.',
  errors: [
    { field: 'body.currency', code: 'invalid_value', message: 'an ISO 4217 currency code such as "EUR"' },
    { field: 'body.code', code: 'too_small', message: 'is empty' },
  ],
  requestId: 'req-1',
};

test('a problem is one line that says what failed, then its fields as a table', () => {
  expect(renderProblem(new CallRefused('market fr', problem)).split('\n')).toEqual([
    'reprise: market fr: Two fields are wrong. (ValidationFailed)',
    '  field          code           message',
    '  body.currency  invalid_value  an ISO 4217 currency code such as "EUR"',
    '  body.code      too_small      is empty',
    '  request id req-1',
  ]);
});

test('a problem without fields says what to do next', () => {
  const refused = new CallRefused('market fr', {
    ...problem,
    code: 'Unauthenticated',
    detail: 'No token.',
    errors: [],
  });
  expect(renderProblem(refused).split('\n')).toEqual([
    'reprise: market fr: No token. (Unauthenticated)',
    expect.stringContaining('npm start renews it'),
    '  request id req-1',
  ]);
});
