import { Bug, Fault, invariant } from './fault.js';

test('a fault says whether trying again can help, and keeps what caused it', () => {
  const cause = new Error('ECONNREFUSED');
  const fault = new Fault('the broker is away', { retriable: true, cause });
  expect(fault).toMatchObject({ name: 'Fault', message: 'the broker is away', retriable: true, cause });
  expect(fault).toBeInstanceOf(Error);
  expect('cause' in new Fault('no cause', { retriable: false })).toBe(false);
});

test('a kind of fault carries its own name', () => {
  class LockNotGranted extends Fault {}
  expect(new LockNotGranted('busy', { retriable: true }).name).toBe('LockNotGranted');
});

test('a bug is not a fault: nobody may retry it', () => {
  expect(new Bug('impossible')).not.toBeInstanceOf(Fault);
});

test('invariant passes what holds, narrows it, and throws a Bug for what does not', () => {
  const found: string | undefined = ['x'][0];
  invariant(found !== undefined, 'the list has one');
  expect(found.length).toBe(1);
  expect(() => invariant(0, 'zero is not enough')).toThrow(new Bug('zero is not enough'));
});
