import type { ServiceName } from '@reprise/contracts/events';
import { hearingServiceSchema, listDeadLetters, listServiceDeadLetters } from '@reprise/contracts/http';
import type { Call, HttpApp, ServiceClient } from '@reprise/platform/http';
import { RequestRefused } from '@reprise/platform/http';
import { json } from 'node:stream/consumers';
import type { z } from 'zod';

type Groups = z.output<(typeof listServiceDeadLetters)['responses'][200]>['groups'];

/** An overview is worth less than its wait: a service slower than this counts as unreachable. */
const WAIT_MS = 3_000;

/** Mounts the overview of what every service set aside: each is asked at the same time, and one that is down hides nothing of the others. */
export function mountDeadLetterOverview(
  app: Pick<HttpApp, 'mount'>,
  clients: ReadonlyMap<ServiceName, ServiceClient>,
): void {
  const services = hearingServiceSchema.options;
  app.mount(listDeadLetters, async (call) => {
    const asked = await Promise.all(services.map((service) => groupsOf(service, clients, call)));
    const groups = asked.flatMap((found) => found ?? []);
    const lettersIn = (wanted: string) =>
      groups.reduce((sum, { state, letters }) => (state === wanted ? sum + letters : sum), 0);
    return {
      groups,
      dead: lettersIn('dead'),
      parked: lettersIn('parked'),
      unreachable: services.filter((_, i) => asked[i] === undefined),
    };
  });
}

async function groupsOf(
  service: (typeof hearingServiceSchema.options)[number],
  clients: ReadonlyMap<ServiceName, ServiceClient>,
  call: Call<typeof listDeadLetters>,
): Promise<Groups | undefined> {
  try {
    const answered = await clients.get(service)?.send({
      method: 'GET',
      path: `${listDeadLetters.path}/${service}?limit=1`,
      headers: { authorization: call.raw.headers.authorization ?? '', 'x-request-id': call.requestId },
      deadlineAtMs: Math.min(call.deadlineAtMs, Date.now() + WAIT_MS),
      signal: call.signal,
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
