import type { Clock, Outcome } from '@reprise/kernel';
import { isRejection, localDayAt } from '@reprise/kernel';
import type { CheckedDefinition, CheckedPart, DefinitionCheck } from '../domain/check-definition.js';
import { checkDefinition } from '../domain/check-definition.js';
import type { MarketRejection, MarketTerms } from '../domain/market.js';
import type { FindMarket } from './find-market.js';

/** Checks of a market's definition, at the version they were made on. */
export interface DefinitionReadiness {
  readonly market: string;
  readonly version: number;
  readonly checks: { readonly [check in DefinitionCheck]: CheckedPart };
}

/** Says what of a market's definition is ready for it to open. */
export class CheckReadiness<D extends MarketTerms & CheckedDefinition> {
  constructor(
    private readonly findMarket: FindMarket<D>,
    private readonly clock: Clock,
  ) {}

  async run(code: string, date: string | undefined): Promise<Outcome<DefinitionReadiness, MarketRejection>> {
    const market = await this.findMarket.run(code);
    if (isRejection(market)) return market;
    const day = date ?? localDayAt(this.clock.now(), 'UTC');
    return { market: code, version: market.version, checks: checkDefinition(market.definition, day) };
  }
}
