import { portInUseMessage } from './require-free-port.ts';

test('a busy port is one line that names the port, its owner and both ways out', () => {
  expect(portInUseMessage({ port: 4100, variable: 'GATEWAY_PORT_EU' }, 4711)).toBe(
    'Port 4100 is in use (pid 4711). Stop it or set GATEWAY_PORT_EU=<another port>.',
  );
});

test('an owner that cannot be seen is left out of the line', () => {
  expect(portInUseMessage({ port: 4208, variable: 'KAFKA_PORT_US' }, undefined)).toBe(
    'Port 4208 is in use. Stop it or set KAFKA_PORT_US=<another port>.',
  );
});
