import { Progress } from './progress.js';

function recording(isTTY: boolean) {
  const sink = { isTTY, text: '', write: (text: string) => (sink.text += text) };
  return sink;
}

test('a log gets a line a step and no moving numbers', () => {
  const sink = recording(false);
  const progress = new Progress(sink);
  progress.step('one');
  progress.detail('50 %');
  progress.step('two');
  progress.clear();
  expect(sink.text).toBe('one\ntwo\n');
});

test('a terminal gets one line that rewrites itself and is gone at the end', () => {
  const sink = recording(true);
  const progress = new Progress(sink);
  progress.step('one');
  progress.detail('one: 50 %');
  progress.clear();
  expect(sink.text).toBe('\r\x1b[Kone\r\x1b[Kone: 50 %\r\x1b[K');
});
