import type { PortClaim } from './require-free-port.ts';

/** The processes of a cell in the order of their ports: the gateway has the cell's own port, the others follow it. */
const offsets = {
  gateway: 0,
  catalog: 1,
  pricing: 2,
  inventory: 3,
  checkout: 4,
  finance: 5,
  psp: 6,
  postgres: 7,
  kafka: 8,
  kafkaController: 9,
} as const;

export type CellPort = keyof typeof offsets;
export type CellPorts = Readonly<Record<CellPort, number>>;

/** Ports of a cell whose gateway listens on `gatewayPort`. */
export function cellPorts(gatewayPort: number, overrides: Partial<CellPorts> = {}): CellPorts {
  const derived = Object.entries(offsets).map(([name, offset]) => [name, gatewayPort + offset]);
  return { ...(Object.fromEntries(derived) as CellPorts), ...overrides };
}

/** The variable that moves a port: `GATEWAY_PORT_EU`, `KAFKA_CONTROLLER_PORT_US`. */
export function portVariable(name: CellPort, region: string): string {
  return `${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_PORT_${region.toUpperCase()}`;
}

export function portClaims(region: string, ports: CellPorts, names: readonly CellPort[]): PortClaim[] {
  return names.map((name) => ({ port: ports[name], variable: portVariable(name, region) }));
}

export const cellPortNames = Object.keys(offsets) as readonly CellPort[];
