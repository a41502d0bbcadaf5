import { execFileSync } from 'node:child_process';
import { curlOf } from './curl-of.js';

/** What a shell makes of the line, without running it. */
function argumentsOf(line: string): string[] {
  const script = `curl() { for part in "$@"; do printf '%s\\0' "$part"; done; }; ${line}`;
  const env = { ...process.env, REPRISE_TOKEN: 'a.b.c' };
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', env }).split('\0').slice(0, -1);
}

test('a read needs an address and a token, and the token stays out of the line', () => {
  const line = curlOf('http://console/api/eu', { method: 'GET', path: '/v1/ops/audit?limit=5&entity=market:fr' });
  expect(line).not.toContain('a.b.c');
  expect(argumentsOf(line)).toEqual([
    'http://console/api/eu/v1/ops/audit?limit=5&entity=market:fr',
    '-H',
    'Authorization: Bearer a.b.c',
  ]);
});

test('a reason with quotes, dollars and accents reaches the other side as it was typed', () => {
  const body = { to: 'live', reason: `l'été "$HOME" \`date\` \\ prêt` };
  const sent = argumentsOf(curlOf('http://console/api/eu', { method: 'POST', path: '/v1/x', body }));
  expect(sent.slice(0, 2)).toEqual(['-X', 'POST']);
  expect(JSON.parse(sent.at(-1) ?? '')).toEqual(body);
});
