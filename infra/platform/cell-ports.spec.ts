import { cellPortNames, cellPorts, portVariable } from './cell-ports.ts';

test('no two processes of the two regions share a port', () => {
  const ports = [4100, 4200].flatMap((gateway) => Object.values(cellPorts(gateway)));
  expect(new Set(ports).size).toBe(2 * cellPortNames.length);
});

test('a moved gateway takes the ports of its cell along, except those that are set', () => {
  const ports = cellPorts(9000, { kafka: 19_092 });
  expect(ports).toMatchObject({ gateway: 9000, catalog: 9001, postgres: 9007, kafka: 19_092, kafkaController: 9009 });
});

test('the variable of a port has the name the messages tell people to set', () => {
  expect(portVariable('gateway', 'eu')).toBe('GATEWAY_PORT_EU');
  expect(portVariable('kafkaController', 'us')).toBe('KAFKA_CONTROLLER_PORT_US');
});
