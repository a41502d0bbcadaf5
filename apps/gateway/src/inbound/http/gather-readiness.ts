import type { ServiceName } from '@reprise/contracts/events';
import { getOpsMarket, getReadiness, getServiceReadiness, readinessServices } from '@reprise/contracts/http';
import { localDayAt, systemClock } from '@reprise/kernel';
import { RequestRefused } from '@reprise/platform/http';
import type { Call, HttpApp, ServiceClient } from '@reprise/platform/http';
import { setTimeout as sleep } from 'node:timers/promises';
import { json } from 'node:stream/consumers';
import type { z } from 'zod';

export type Readiness = z.output<(typeof getReadiness)['responses'][200]>;
type OpsMarket = z.output<(typeof getOpsMarket)['responses'][200]>;
type ServiceReadiness = z.output<(typeof getServiceReadiness)['responses'][200]>;
/** What gathering needs of a call: who asks, and until when. */
type Asker = Pick<Call, 'raw' | 'requestId' | 'deadlineAtMs' | 'signal'>;

/** How long a service may take to hear a version that was just written, in milliseconds, and how often it is asked. */
const HEARD_WITHIN_MS = 10_000;
const ASK_AGAIN_MS = 100;

/** Asks every service that knows a part of a market’s readiness. */
export class GatherReadiness {
  constructor(
    private readonly clients: ReadonlyMap<ServiceName, ServiceClient>,
    private readonly region: string,
    /** Where the gateway of each region is: a market is asked about where its offers are. */
    private readonly gatewayUrls: Readonly<Record<string, string>>,
  ) {}

  mount(app: Pick<HttpApp, 'mount'>): void {
    app.mount(getReadiness, async (call) => {
      const { date, atVersion } = call.query;
      return this.here(call.params.market, call, { date, atVersion });
    });
  }

  /** The market as this region’s catalog knows it. */
  async market(code: string, asker: Asker): Promise<OpsMarket> {
    return ask(this.clients, 'catalog', `/v1/ops/markets/${code}`, asker, getOpsMarket.responses[200]);
  }

  /** The report of the market’s own region, once it has heard the version that is to be opened. */
  async at({ market, version, definition }: OpsMarket, asker: Asker): Promise<Readiness> {
    const { region } = definition;
    if (region === this.region) return this.here(market, asker, { atVersion: version });
    const base = this.gatewayUrls[region];
    if (base === undefined)
      throw new RequestRefused('ServiceUnavailable', `Nobody said where the gateway of the region ${region} is.`, {
        details: { region },
      });
    const url = new URL(`/v1/ops/markets/${market}/readiness?atVersion=${version}`, base);
    const answered = await fetch(url, { headers: headersOf(asker), signal: signalOf(asker) }).catch(() => undefined);
    if (answered?.status === 200) return getReadiness.responses[200].parse(await answered.json());
    throw new RequestRefused(
      'ServiceUnavailable',
      `The gateway of the region ${region} does not say how ready ${market} is; nothing was changed.`,
      { details: { region } },
    );
  }

  private async here(
    code: string,
    asker: Asker,
    asked: { readonly date?: string | undefined; readonly atVersion?: number | undefined },
  ): Promise<Readiness> {
    const market = await this.market(code, asker);
    if (market.definition.region !== this.region)
      throw new RequestRefused('MarketInOtherRegion', `The region ${market.definition.region} serves ${code}.`, {
        errors: [
          {
            field: 'path.market',
            code: 'MarketInOtherRegion',
            message: `Ask the ${market.definition.region} gateway.`,
          },
        ],
        details: { region: market.definition.region, gatewayUrl: this.gatewayUrls[market.definition.region] },
      });
    const version = Math.max(market.version, asked.atVersion ?? 0);
    const date = asked.date ?? localDayAt(systemClock.now(), market.definition.timeZone);
    const parts = await Promise.all(
      readinessServices.map((service) => this.partOnceHeard(service, code, { date, version }, asker)),
    );
    const checks = parts.flatMap((part) => part.checks);
    const count = (wanted: string): number => checks.filter(({ outcome }) => outcome === wanted).length;
    const [blocking, warnings] = [count('block'), count('warn')];
    return {
      ...{ market: code, version, status: market.status, date },
      ready: blocking === 0,
      ...{ blocking, warnings, passing: count('pass'), checks },
    };
  }

  /** A service hears of a change a moment after it was made; a report on the market before it would be of another market. */
  private async partOnceHeard(
    service: (typeof readinessServices)[number],
    code: string,
    { date, version }: { readonly date: string; readonly version: number },
    asker: Asker,
  ): Promise<ServiceReadiness> {
    const path = `/v1/ops/markets/${code}/readiness/services/${service}?date=${date}`;
    for (const until = Math.min(asker.deadlineAtMs, Date.now() + HEARD_WITHIN_MS); ;) {
      const part = await ask(this.clients, service, path, asker, getServiceReadiness.responses[200], [
        'MarketNotFound',
      ]);
      if (part !== undefined && part.version >= version) return part;
      if (Date.now() + ASK_AGAIN_MS > until)
        throw new RequestRefused(
          'ServiceUnavailable',
          `${service} has not heard version ${version} of ${code} yet. Ask again in a moment.`,
          { headers: { 'retry-after': '1' }, details: { service } },
        );
      await sleep(ASK_AGAIN_MS);
    }
  }
}

async function ask<Schema extends z.ZodType>(
  clients: ReadonlyMap<ServiceName, ServiceClient>,
  service: ServiceName,
  path: string,
  asker: Asker,
  schema: Schema,
): Promise<z.output<Schema>>;
async function ask<Schema extends z.ZodType>(
  clients: ReadonlyMap<ServiceName, ServiceClient>,
  service: ServiceName,
  path: string,
  asker: Asker,
  schema: Schema,
  /** Problems that are answered with undefined. */
  unless: readonly string[],
): Promise<z.output<Schema> | undefined>;
async function ask(
  clients: ReadonlyMap<ServiceName, ServiceClient>,
  service: ServiceName,
  path: string,
  asker: Asker,
  schema: z.ZodType,
  unless: readonly string[] = [],
): Promise<unknown> {
  const answered = await clients.get(service)?.send({
    method: 'GET',
    path,
    headers: headersOf(asker),
    deadlineAtMs: asker.deadlineAtMs,
    signal: asker.signal,
  });
  if (answered === undefined)
    throw new RequestRefused('ServiceUnavailable', `${service} is not here.`, { details: { service } });
  const body = (await json(answered.body)) as { readonly code?: string; readonly detail?: string };
  if (answered.status === 200) return schema.parse(body);
  if (body.code !== undefined && unless.includes(body.code)) return undefined;
  if (body.code === 'MarketNotFound')
    throw new RequestRefused('MarketNotFound', body.detail ?? 'There is no such market.');
  throw new RequestRefused('ServiceUnavailable', `${service} cannot say how ready the market is.`, {
    details: { service },
  });
}

function headersOf({ raw, requestId }: Asker): Record<string, string> {
  return { authorization: raw.headers.authorization ?? '', 'x-request-id': requestId };
}

function signalOf({ signal, deadlineAtMs }: Asker): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(Math.max(1, deadlineAtMs - Date.now()))]);
}
