import type { MarketDefinition } from '@reprise/contracts/market';
import type { Call } from '@reprise/platform/http';
import type { AuditedChange, MarketVersion } from '../../application/ports.js';
import type { MarketTerms } from '../../domain/market.js';
import { Controller, Inject } from '@nestjs/common';
import { diffMarket, getMarketVersion, listAudit, listMarketVersions, listOpsMarkets } from '@reprise/contracts/http';
import { countByConsequence, diffMarkets } from '@reprise/contracts/market';
import { isRejection } from '@reprise/kernel';
import { Answers } from '@reprise/platform/http';
import { FindMarket } from '../../application/find-market.js';
import { MarketHistory } from '../../application/market-history.js';

const auditActions = { defined: 'marketDefined', moved: 'marketMoved', rolledBack: 'marketRolledBack' } as const;

@Controller()
export class MarketHistoryController {
  constructor(
    @Inject(FindMarket) private readonly findMarket: FindMarket<MarketDefinition>,
    @Inject(MarketHistory) private readonly history: MarketHistory<MarketDefinition>,
  ) {}

  @Answers(listOpsMarkets)
  async list() {
    const markets = await this.history.all();
    return {
      items: markets.map(({ market: { code, version, status, definition }, lastChange }) => ({
        ...{ market: code, version, status },
        name: definition.name['en'] ?? code,
        region: definition.region,
        currency: definition.currency,
        countries: definition.countries,
        locales: definition.locales.map(({ locale }) => locale),
        lastChange: lastChange === undefined ? null : versionJson(lastChange),
      })),
    };
  }

  @Answers(listMarketVersions)
  async versions({ params, query: { cursor, limit } }: Call<typeof listMarketVersions>) {
    const before = cursor === undefined ? undefined : Number(cursor);
    const found = await this.history.versions(params.market, { before, limit: limit + 1 });
    if (isRejection(found)) return found;
    const items = found.slice(0, limit);
    const nextCursor = found.length > limit ? String(items.at(-1)?.version) : null;
    return { items: items.map(versionJson), nextCursor };
  }

  @Answers(getMarketVersion)
  async version({ params }: Call<typeof getMarketVersion>) {
    const found = await this.history.at(params.market, params.version);
    return isRejection(found) ? found : { ...versionJson(found), definition: found.definition };
  }

  @Answers(diffMarket)
  async diff({ params, query: { against } }: Call<typeof diffMarket>) {
    const after = await this.findMarket.run(params.market);
    if (isRejection(after)) return after;
    const isVersion = /^\d+$/.test(against);
    const before = await (isVersion ? this.history.at(params.market, Number(against)) : this.findMarket.run(against));
    if (isRejection(before)) return { ...before, field: 'query.against' };
    const changes = diffMarkets(before.definition, after.definition);
    return {
      before: { market: isVersion ? params.market : against, version: before.version },
      after: { market: after.code, version: after.version },
      counts: countByConsequence(changes),
      changes,
    };
  }

  /** Markets' part of the audit; prices' is pricing's. */
  @Answers(listAudit)
  async audit({ query: { entity, from, cursor, limit } }: Call<typeof listAudit>) {
    const code = entity?.replace(/^market:/, '').toLowerCase();
    const found = await this.history.audit({
      market: code === '*' ? undefined : code,
      from: from === undefined ? undefined : new Date(from),
      before: cursor,
      limit: limit + 1,
    });
    if (isRejection(found)) return found;
    const items = found.slice(0, limit);
    return {
      items: items.map(auditJson),
      nextCursor: found.length > limit ? (items.at(-1)?.change.changeId ?? null) : null,
    };
  }
}

function versionJson(version: MarketVersion<MarketDefinition>) {
  return {
    market: version.market,
    version: version.version,
    action: version.action,
    status: version.status,
    actor: version.actor,
    why: version.reason ?? null,
    changedAt: version.changedAt.toISOString(),
    fromVersion: version.fromVersion ?? null,
    acceptedWarnings: [...(version.acceptedWarnings ?? [])],
  };
}

function auditJson({ change, before }: AuditedChange) {
  const at = change.changedAt.toISOString();
  return {
    id: change.changeId,
    entity: `market:${change.market}`,
    action: auditActions[change.action],
    market: change.market,
    ...{ at, recordedAt: at },
    actor: { subject: change.actor, role: 'ops' },
    from: before ?? null,
    to: { version: change.version, status: change.status, ...taken(change) },
    why: change.reason ?? '',
  };
}

function taken({ fromVersion, acceptedWarnings = [] }: Omit<MarketVersion<MarketTerms>, 'definition'>) {
  return {
    ...(fromVersion === undefined ? {} : { fromVersion }),
    ...(acceptedWarnings.length === 0 ? {} : { acceptedWarnings }),
  };
}
