import { Progress } from './show-progress.ts';

function screenOf(isTTY: boolean): {
  screen: { isTTY: boolean; columns: number; write(text: string): void };
  said: string[];
} {
  const said: string[] = [];
  return { screen: { isTTY, columns: 60, write: (text) => void said.push(text) }, said };
}

test('where there is no terminal, only what is done is written, a line each', () => {
  let nowMs = 1_000;
  const { screen, said } = screenOf(false);
  const progress = new Progress(screen, () => nowMs);
  progress.doing('starting');
  nowMs = 13_345;
  progress.done('eu: services are ready');
  progress.end();
  expect(said).toEqual(['  12.3 s  eu: services are ready\n']);
});

test('a terminal keeps what is done above the line that says what is being done', () => {
  const { screen, said } = screenOf(true);
  const progress = new Progress(screen, () => 0);
  progress.doing('starting');
  progress.done('built');
  progress.end();
  expect(said.join('')).toBe(
    '\r\x1b[K   0.0 s  starting' + '\r\x1b[K   0.0 s  built\n' + '\r\x1b[K   0.0 s  starting' + '\r\x1b[K',
  );
});

test('what is being done never wraps: a wrapped line could not be rewritten', () => {
  const { screen, said } = screenOf(true);
  const progress = new Progress(screen, () => 0);
  progress.doing('x'.repeat(200));
  progress.end();
  expect(said[0]?.replace('\r\x1b[K', '').length).toBeLessThan(60);
});
