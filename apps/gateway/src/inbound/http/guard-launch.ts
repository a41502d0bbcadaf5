import { RequestRefused } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import type { transitionMarket } from '@reprise/contracts/http';
import type { GatherReadiness, Readiness } from './gather-readiness.js';

/** States a market can go live from; from the others the life cycle says no without looking at readiness. */
const openable = new Set(['preview', 'suspended']);

/**
 * Lets a market go live only when nothing blocks and warnings are accepted. Services do not ask one another, so the one place that hears
 * all of them decides. What is passed on names the version that was checked, and the warnings that were accepted.
 */
export class GuardLaunch {
  constructor(private readonly readiness: GatherReadiness) {}

  async run(call: Call<typeof transitionMarket>): Promise<Call<typeof transitionMarket>> {
    if (call.body.to !== 'live') return call;
    const market = await this.readiness.market(call.params.market, call);
    if (!openable.has(market.status)) return call;
    const report = await this.readiness.at(market, call);
    refuseUnready(report, call.body.acceptWarnings);
    const acceptedWarnings = report.checks.filter(({ outcome }) => outcome === 'warn').map(({ check }) => check);
    return restated(call, { ...call.body, acceptedWarnings }, market.version);
  }
}

function refuseUnready({ market, checks, version }: Readiness, acceptWarnings: boolean): void {
  const failing = checks.filter(({ outcome }) => outcome === 'block' || (outcome === 'warn' && !acceptWarnings));
  if (failing.length === 0) return;
  const blocking = failing.filter(({ outcome }) => outcome === 'block');
  const detail =
    blocking.length > 0
      ? `${market} cannot open: ${blocking.map(({ check }) => check).join(', ')}.`
      : `${market} could open, but ${failing.length} checks warn: accept them with acceptWarnings, and say why.`;
  throw new RequestRefused('MarketNotReady', detail, {
    errors: failing.map(({ check, outcome, message }) => ({ field: check, code: outcome, message })),
    details: { market, version, blocking: blocking.length, warnings: failing.length - blocking.length },
  });
}

/** What passing the call on needs, with another body, and on condition that the market still is what was looked at. */
function restated(
  { raw: { method, url, headers }, requestId, signal, deadlineAtMs }: Call<typeof transitionMarket>,
  body: unknown,
  version: number,
): Call<typeof transitionMarket> {
  const ifMatch = headers['if-match'] ?? `"${version}"`;
  const passed = {
    ...{ requestId, signal, deadlineAtMs },
    raw: { method, url, body: undefined, headers: { ...headers, 'if-match': ifMatch } },
    rawBody: Buffer.from(JSON.stringify(body)),
  };
  return passed as unknown as Call<typeof transitionMarket>;
}
