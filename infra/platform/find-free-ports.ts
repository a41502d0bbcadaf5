import { cellPortNames, cellPorts, portClaims } from './cell-ports.ts';
import type { CellPorts } from './cell-ports.ts';
import { PortInUse, requireFreePorts } from './require-free-port.ts';

const portStep = 1_000;
const lastPort = 32_000;

/** The first ranges, from `firstPort` up, on which nobody listens: a cell's ports for each region. Throws PortInUse when there are none. */
export async function findFreePorts(firstPort = 14_100): Promise<Readonly<Record<'eu' | 'us', CellPorts>>> {
  for (let port = firstPort; ; port += portStep) {
    const ports = { eu: cellPorts(port), us: cellPorts(port + 100) };
    try {
      for (const [region, cell] of Object.entries(ports))
        await requireFreePorts(portClaims(region, cell, cellPortNames));
      return ports;
    } catch (error) {
      if (!(error instanceof PortInUse) || port + portStep > lastPort) throw error;
    }
  }
}
