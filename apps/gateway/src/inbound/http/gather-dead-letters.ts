import type { ServiceName } from '@reprise/contracts/events';
import { hearingServiceSchema, listDeadLetters, listServiceDeadLetters } from '@reprise/contracts/http';
import type { HttpApp, ServiceClient } from '@reprise/platform/http';
import { RequestRefused } from '@reprise/platform/http';
import { json } from 'node:stream/consumers';
import type { z } from 'zod';

type Groups = z.output<(typeof listServiceDeadLetters)['responses'][200]>['groups'];

type Overview = z.output<(typeof listDeadLetters)['responses'][200]>;

/** Who asks, and until when. */
interface Asker {
  readonly authorization: string;
  readonly requestId: string;
  readonly deadlineAtMs: number;
  readonly signal: AbortSignal;
}

/** An overview is worth less than its wait: a service slower than this counts as unreachable. */
const WAIT_MS = 3_000;

/** Mounts the overview of what every service set aside: each is asked at the same time, and one that is down hides nothing of the others. */
export function mountDeadLetterOverview(
  app: Pick<HttpApp, 'mount'>,
  clients: ReadonlyMap<ServiceName, ServiceClient>,
): void {
  app.mount(listDeadLetters, (call) =>
    gatherDeadLetters(clients, {
      authorization: call.raw.headers.authorization ?? '',
      requestId: call.requestId,
      deadlineAtMs: call.deadlineAtMs,
      signal: call.signal,
    }),
  );
}

/** Asks every service on behalf of an operator. */
export async function gatherDeadLetters(
  clients: ReadonlyMap<ServiceName, ServiceClient>,
  asker: Asker,
): Promise<Overview> {
  const services = hearingServiceSchema.options;
  const asked = await Promise.all(services.map((service) => groupsOf(service, clients, asker)));
  const groups = asked.flatMap((found) => found ?? []);
  const lettersIn = (wanted: string) =>
    groups.reduce((sum, { state, letters }) => (state === wanted ? sum + letters : sum), 0);
  return {
    groups,
    dead: lettersIn('dead'),
    parked: lettersIn('parked'),
    unreachable: services.filter((_, i) => asked[i] === undefined),
  };
}

async function groupsOf(
  service: (typeof hearingServiceSchema.options)[number],
  clients: ReadonlyMap<ServiceName, ServiceClient>,
  { authorization, requestId, deadlineAtMs, signal }: Asker,
): Promise<Groups | undefined> {
  try {
    const answered = await clients.get(service)?.send({
      method: 'GET',
      path: `${listDeadLetters.path}/${service}?limit=1`,
      headers: { authorization, 'x-request-id': requestId },
      deadlineAtMs: Math.min(deadlineAtMs, Date.now() + WAIT_MS),
      signal,
    });
    if (answered === undefined) return undefined;
    const body: unknown = await json(answered.body);
    if (answered.status !== 200) return undefined;
    return listServiceDeadLetters.responses[200].parse(body).groups;
  } catch (error) {
    if (error instanceof RequestRefused) return undefined;
    throw error;
  }
}
