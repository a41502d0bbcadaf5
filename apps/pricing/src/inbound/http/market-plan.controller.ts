import { Controller, Inject } from '@nestjs/common';
import { planMarket } from '@reprise/contracts/http';
import { countByConsequence, diffMarkets } from '@reprise/contracts/market';
import type { FeeTable, MarketDefinition, TaxTable } from '@reprise/contracts/market';
import { canonicalJson, isRejection } from '@reprise/kernel';
import { Answers, problem } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { PlanMarket } from '../../application/plan-market.js';
import type { MarketPlan } from '../../application/plan-market.js';
import { RateTables } from '../../application/ports.js';
import type { OfferEffect, Standing } from '../../domain/plan-effects.js';
import type { QuoteTotals } from '../../domain/quote.js';
import { compileTaxTables } from '../../domain/tax-tables.js';

@Controller()
export class MarketPlanController {
  constructor(
    @Inject(PlanMarket) private readonly planMarket: PlanMarket,
    @Inject(RateTables) private readonly rateTables: RateTables,
  ) {}

  @Answers(planMarket)
  async plan({ params, body }: Call<typeof planMarket>) {
    const { definition, taxTables, feeTables, shipTo } = body;
    if (definition.code !== params.market) {
      const message = `The definition is of ${definition.code}, the address of ${params.market}.`;
      return problem('ValidationFailed', message, {
        errors: [{ field: 'definition.code', code: 'codeDiffersFromPath', message }],
      });
    }
    const tables = compileTaxTables(taxTables, feeTables);
    const plan = await this.planMarket.run(params.market, { definition, tables, shipTo });
    if (isRejection(plan)) return plan;
    const changed = await this.changedTables(taxTables, feeTables);
    const changes = changesOf(plan, definition);
    return {
      market: params.market,
      action: actionOf(plan, changes.length + changed.length),
      version: plan.current?.version ?? 0,
      counts: countByConsequence(changes),
      changes,
      tables: changed,
      offers: { deliverable: plan.deliverable, priced: plan.priced, ...plan.tally.counts },
      reasons: plan.tally.reasonsFound(),
      prices: {
        shipTo: plan.shipTo,
        buckets: plan.tally.moves(),
        examples: plan.tally.worst().flatMap(exampleJson),
      },
    };
  }

  private async changedTables(taxTables: readonly TaxTable[], feeTables: readonly FeeTable[]) {
    const stored = new Map((await this.rateTables.newest()).map((table) => [`${table.kind}/${table.id}`, table]));
    const sent = [
      ...taxTables.map((table) => ({ kind: 'tax' as const, table })),
      ...feeTables.map((table) => ({ kind: 'fee' as const, table })),
    ];
    return sent.flatMap(({ kind, table }) => {
      const known = stored.get(`${kind}/${table.id}`);
      const isSame = known !== undefined && canonicalJson(known.content) === canonicalJson(table);
      return isSame
        ? []
        : [{ kind, id: table.id, change: known === undefined ? ('added' as const) : ('changed' as const) }];
    });
  }
}

function changesOf({ current }: MarketPlan, planned: MarketDefinition) {
  // Stored as catalog said it, which had checked it against this schema.
  return current === undefined ? [] : diffMarkets(current.definition as MarketDefinition, planned);
}

function actionOf({ current }: MarketPlan, changes: number): 'create' | 'change' | 'none' {
  if (current === undefined) return 'create';
  return changes > 0 ? 'change' : 'none';
}

function exampleJson({ offer, effect, before, after }: OfferEffect) {
  if (effect === 'same') return [];
  const reasons = 'reasons' in after ? [...after.reasons] : 'reasons' in before ? [...before.reasons] : [];
  return [
    {
      offerId: offer.offerId,
      sku: offer.sku,
      effect,
      reasons,
      before: standingJson(before),
      after: standingJson(after),
    },
  ];
}

function standingJson(standing: Standing) {
  return 'totals' in standing ? totalsJson(standing.totals) : null;
}

function totalsJson({ net, tax, fees, shipping, gross }: QuoteTotals) {
  return {
    net: net.toJSON(),
    tax: tax.toJSON(),
    fees: fees.toJSON(),
    shipping: shipping.toJSON(),
    gross: gross.toJSON(),
  };
}
