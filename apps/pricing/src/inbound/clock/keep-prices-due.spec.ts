import { silentLogger } from '@reprise/platform/persistence';
import { waitFor } from '@reprise/platform/testing';
import type { RepriceDue } from '../../application/reprice-due.js';
import { KeepPricesDue } from './keep-prices-due.js';

/** Work that becomes due at moments of the real clock, some of which fails when it is first tried. */
class Diary {
  readonly done: number[] = [];
  asked = 0;
  failures = 0;

  constructor(private readonly due: number[]) {}

  async run(): Promise<boolean> {
    this.asked += 1;
    const [next] = this.due;
    if (next === undefined || next > Date.now()) return false;
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('the database is away');
    }
    this.due.shift();
    this.done.push(Date.now() - next);
    return true;
  }

  async msUntilNext(): Promise<number> {
    return this.due[0] === undefined ? Infinity : this.due[0] - Date.now();
  }

  add(at: number): void {
    this.due.push(at);
  }
}

const kept = (diary: Diary) => new KeepPricesDue(diary as unknown as RepriceDue, silentLogger as never);

test('what is due in a moment is done then, not at the next beat, and nobody asks in between', async () => {
  const diary = new Diary([Date.now() + 150]);
  const stop = kept(diary).start();
  await waitFor(() => diary.done.length === 1);
  expect(diary.done[0]).toBeGreaterThanOrEqual(0);
  expect(diary.asked).toBeLessThanOrEqual(4);
  await stop.run();
});

test('woken, it looks at once', async () => {
  const diary = new Diary([]);
  const keeper = kept(diary);
  const stop = keeper.start();
  await waitFor(() => diary.asked === 1);
  diary.add(Date.now());
  keeper.wake();
  await waitFor(() => diary.done.length === 1, { timeoutMs: 900 });
  await stop.run();
});

test('what failed is tried again, and stopping waits for what is under way', async () => {
  const diary = new Diary([Date.now()]);
  diary.failures = 1;
  const stop = kept(diary).start();
  await waitFor(() => diary.done.length === 1);
  await stop.run();
  const { asked } = diary;
  diary.add(Date.now());
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([diary.asked, diary.done.length]).toEqual([asked, 1]);
});
