import { Controller } from '@nestjs/common';
import type { unitSchema } from '@reprise/contracts/http';
import { getUnit, importUnits, listUnits, moveUnit, registerUnit, unitInputSchema } from '@reprise/contracts/http';
import type { SellerId } from '@reprise/kernel';
import { invariant, isRejection } from '@reprise/kernel';
import type { Call } from '@reprise/platform/http';
import { Answers, answer, readNdjson } from '@reprise/platform/http';
import type { z } from 'zod';
import { ImportUnits } from '../../application/import-units.js';
import { MoveUnit } from '../../application/move-unit.js';
import { ReadUnits } from '../../application/read-units.js';
import { RegisterUnits } from '../../application/register-units.js';
import type { Unit, UnitId } from '../../domain/unit.js';

/** The unit ledger, as a seller sees it: its own units and nobody else's. */
@Controller()
export class UnitsController {
  constructor(
    private readonly registerUnits: RegisterUnits,
    private readonly importer: ImportUnits,
    private readonly readUnits: ReadUnits,
    private readonly mover: MoveUnit,
  ) {}

  @Answers(registerUnit)
  async register({ body, principal }: Call<typeof registerUnit>) {
    const [outcome] = await this.registerUnits.run(principal.subject as SellerId, [body]);
    invariant(outcome, 'one statement has one outcome');
    if (isRejection(outcome)) return outcome;
    const { change, unit } = outcome;
    const location = `/v1/seller/units/${unit.unitId}`;
    return change === 'created' ? answer(201, unitJson(unit), { location }) : answer(200, unitJson(unit));
  }

  @Answers(importUnits)
  import({ body, query, principal }: Call<typeof importUnits>) {
    const lines = readNdjson(body as AsyncIterable<Buffer>, unitInputSchema);
    return this.importer.run(principal.subject as SellerId, lines, { dryRun: query.dryRun === 'true' });
  }

  @Answers(listUnits)
  async list({ query, principal }: Call<typeof listUnits>) {
    const { sku, status, limit, cursor } = query;
    const page = await this.readUnits.page(
      principal.subject as SellerId,
      { sku, status },
      { limit, cursor: cursor as UnitId | undefined },
    );
    return { items: page.units.map(unitJson), nextCursor: page.nextCursor };
  }

  @Answers(getUnit)
  async get({ params, principal }: Call<typeof getUnit>) {
    const found = await this.readUnits.one(principal.subject as SellerId, idIn(params.unitId));
    if (isRejection(found)) return found;
    const history = found.steps.map(({ version, from, to, at, by, reason, orderId }) => ({
      ...{ version, from, to, at: at.toISOString(), by, reason },
      ...(orderId !== undefined && { orderId }),
    }));
    return { ...unitJson(found.unit), history };
  }

  @Answers(moveUnit)
  async move({ params, body, principal }: Call<typeof moveUnit>) {
    const unit = await this.mover.run(principal.subject as SellerId, idIn(params.unitId), body);
    return isRejection(unit) ? unit : unitJson(unit);
  }
}

function unitJson({ acquisition: { cost, ...acquisition }, checks, ...unit }: Unit): z.input<typeof unitSchema> {
  return { ...unit, unitCost: cost.toJSON(), acquisition, checks: { ...checks } };
}

/** A path may spell a UUID in capitals; ours are compared as text. */
function idIn(param: string): UnitId {
  return param.toLowerCase() as UnitId;
}
