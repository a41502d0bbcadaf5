import { Circuit } from './circuit.js';

function circuitAt(startMs = 0) {
  const clock = { nowMs: startMs };
  const circuit = new Circuit({ failuresMax: 3, pauseMs: 100, pauseMaxMs: 400 }, () => clock.nowMs);
  return { clock, circuit };
}

test('a circuit opens at the third refusal in a row, not at the third ever', () => {
  const { circuit } = circuitAt();
  circuit.unreachable();
  circuit.unreachable();
  circuit.reached();
  circuit.unreachable();
  circuit.unreachable();
  expect(circuit.allow()).toBe(true);
  circuit.unreachable();
  expect(circuit.allow()).toBe(false);
});

test('after the pause one request may try; the others wait for what it finds', () => {
  const { circuit, clock } = circuitAt();
  for (let n = 0; n < 3; n += 1) circuit.unreachable();
  clock.nowMs = 99;
  expect(circuit.allow()).toBe(false);
  clock.nowMs = 100;
  expect(circuit.allow()).toBe(true);
  expect(circuit.allow()).toBe(false);
  circuit.reached();
  expect([circuit.allow(), circuit.allow(), circuit.isOpen]).toEqual([true, true, false]);
});

test('the pause doubles with each failed try and is bounded', () => {
  const { circuit, clock } = circuitAt();
  for (let n = 0; n < 3; n += 1) circuit.unreachable();
  for (const pauseMs of [100, 200, 400, 400]) {
    clock.nowMs += pauseMs - 1;
    expect(circuit.allow()).toBe(false);
    clock.nowMs += 1;
    expect(circuit.allow()).toBe(true);
    circuit.unreachable();
  }
});

test('a probe whose caller gave up lets the next one try', () => {
  const { circuit, clock } = circuitAt();
  for (let n = 0; n < 3; n += 1) circuit.unreachable();
  clock.nowMs = 100;
  expect(circuit.allow()).toBe(true);
  circuit.inconclusive();
  expect(circuit.allow()).toBe(true);
});
