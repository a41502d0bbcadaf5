import { Controller, Inject } from '@nestjs/common';
import {
  assignException,
  decideResolution,
  getReconciliation,
  listBreaks,
  listExceptions,
  listReconciliations,
  proposeResolution,
  reconcile,
} from '@reprise/contracts/http';
import { isRejection, mustBeInstant, reject } from '@reprise/kernel';
import { answer, Answers } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { Reconcile } from '../../application/reconciliation/reconcile.js';
import { ReconciliationBook } from '../../application/reconciliation/reconciliation-book.js';
import { SettleExceptions } from '../../application/reconciliation/settle-exceptions.js';
import { positionOf, textCursor, textOf, cursorOf } from './reconciliation-cursor.js';
import { breakJson, exceptionJson, runJson } from './present-reconciliation.js';

@Controller()
export class ReconciliationController {
  constructor(
    @Inject(Reconcile) private readonly reconciliation: Reconcile,
    @Inject(SettleExceptions) private readonly exceptions: SettleExceptions,
    @Inject(ReconciliationBook) private readonly book: ReconciliationBook,
  ) {}

  @Answers(reconcile)
  async run({ body, principal }: Call<typeof reconcile>) {
    const asOf = body.asOf === undefined ? undefined : mustBeInstant(body.asOf);
    return answer(201, runJson(await this.reconciliation.run({ asOf, requestedBy: principal.subject })));
  }

  @Answers(listReconciliations)
  async list({ query }: Call<typeof listReconciliations>) {
    return { items: (await this.book.listRuns(query.limit)).map(runJson) };
  }

  @Answers(getReconciliation)
  async get({ params }: Call<typeof getReconciliation>) {
    const run = await this.book.findRun(params.runId);
    return run === undefined ? notFound(params.runId) : runJson(run);
  }

  @Answers(listBreaks)
  async breaks({ params, query }: Call<typeof listBreaks>) {
    const { type, limit, cursor } = query;
    if ((await this.book.findRun(params.runId)) === undefined) return notFound(params.runId);
    const after = cursor === undefined ? undefined : textOf(cursor);
    const found = await this.book.breaksOf(params.runId, { type, after, limit });
    const last = found.length === limit ? found.at(-1) : undefined;
    return { items: found.map(breakJson), nextCursor: last === undefined ? null : textCursor(last.key) };
  }

  @Answers(listExceptions)
  async queue({ query }: Call<typeof listExceptions>) {
    const { state, type, owner, limit, cursor } = query;
    const after = cursor === undefined ? undefined : positionOf(cursor);
    if (isRejection(after)) return after;
    const { items, last } = await this.book.listExceptions({ state, type, owner }, { after, limit });
    const more = items.length === limit ? last : undefined;
    return { items: items.map(exceptionJson), nextCursor: more === undefined ? null : cursorOf(more) };
  }

  @Answers(assignException)
  async assign({ params, body }: Call<typeof assignException>) {
    const settled = await this.exceptions.assign(params.exceptionId, body.owner ?? undefined);
    return isRejection(settled) ? settled : exceptionJson(settled);
  }

  @Answers(proposeResolution)
  async propose({ params, body, principal }: Call<typeof proposeResolution>) {
    const settled = await this.exceptions.propose(params.exceptionId, { ...body, by: principal.subject });
    return isRejection(settled) ? settled : exceptionJson(settled);
  }

  @Answers(decideResolution)
  async decide({ params, body, principal }: Call<typeof decideResolution>) {
    const settled = await this.exceptions.decide(params.exceptionId, { ...body, by: principal.subject });
    return isRejection(settled) ? settled : exceptionJson(settled);
  }
}

function notFound(runId: string) {
  return reject('ReconciliationNotFound', `There is no reconciliation ${runId}.`, { field: 'path.runId' });
}
