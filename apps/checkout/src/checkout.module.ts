import type { DynamicModule } from '@nestjs/common';
import { systemClock } from '@reprise/kernel';
import { faultPointOf } from '@reprise/platform/service';
import type { ServiceParts } from '@reprise/platform/service';
import { AdvanceOrder } from './application/advance-order.js';
import { CancelLines } from './application/cancel-lines.js';
import { ChangeOrder } from './application/change-order.js';
import { ClaimKey } from './application/claim-key.js';
import { ConfirmWithdrawal } from './application/confirm-withdrawal.js';
import { EndShipment } from './application/end-shipment.js';
import { ForgetOld } from './application/forget-old.js';
import { IssueDocuments } from './application/issue-documents.js';
import { IssueDueDocuments } from './application/issue-due-documents.js';
import { HearProvider } from './application/hear-provider.js';
import { MoveReturn } from './application/move-return.js';
import { NoteCharges } from './application/note-charges.js';
import { OpenReturns } from './application/open-returns.js';
import { PerformStep } from './application/perform-step.js';
import { PlaceOrder } from './application/place-order.js';
import { ReadDocuments } from './application/read-documents.js';
import { ReadOrder } from './application/read-order.js';
import { ReadSellerOrders } from './application/read-seller-orders.js';
import { ReadWithdrawal } from './application/read-withdrawal.js';
import { RefundOrder } from './application/refund-order.js';
import { RequestReturn } from './application/request-return.js';
import { RunDueSteps } from './application/run-due-steps.js';
import { ShipLines } from './application/ship-lines.js';
import { StateWithdrawal } from './application/state-withdrawal.js';
import { TallySales } from './application/tally-sales.js';
import { WatchOutcomes } from './application/watch-outcomes.js';
import type { CheckoutConfig } from './checkout.config.js';
import { chooseProvider } from './choose-provider.js';
import { stepOf } from './domain/saga-state.js';
import { AnswerChange } from './inbound/http/answer-change.js';
import { AnswerOnce } from './inbound/http/answer-once.js';
import { OrderReturnsController } from './inbound/http/order-returns.controller.js';
import { DocumentsController, EInvoiceWriter, Printer } from './inbound/http/documents.controller.js';
import { OrdersController, TokenMint } from './inbound/http/orders.controller.js';
import { SellerOrdersController } from './inbound/http/seller-orders.controller.js';
import { OrderAccessTokens } from './outbound/jose/order-access-tokens.js';
import { QuoteTokenVerifier } from './outbound/jose/quote-token-verifier.js';
import { PdfPrinter } from './outbound/pdf/pdf-printer.js';
import { writeUbl } from './outbound/ubl/write-ubl.js';
import { PostgresSalesTallies } from './outbound/postgres/postgres-sales-tallies.js';
import { PostgresDesk } from './outbound/postgres/postgres-desk.js';
import { RandomSecrets } from './outbound/crypto/random-secrets.js';
import { webhookParts } from './webhook-parts.js';

/**
 * A lease must outlast the call it covers, or two workers would ask the provider at once: safe, as both ask with one key, but wasted.
 * Longer leaves an order of a dead process lying for longer.
 */
const LEASE_MARGIN_MS = 2_000;

/** Wires the use-cases of checkout to their doors. */
export class CheckoutModule {
  static with(parts: ServiceParts<CheckoutConfig>): DynamicModule {
    const { config, database, logger } = parts;
    const faultPoint = faultPointOf(config.faultPlan);
    const patienceMs = config.patienceSeconds * 1000;
    const desk = new PostgresDesk(database);
    const { provider, longestMs } = chooseProvider(config);
    const claimKey = new ClaimKey(desk, systemClock, faultPoint);
    const outcomes = new WatchOutcomes(desk, ({ state }) => {
      if (stepOf[state] !== undefined) runDueSteps.wake();
    });
    const advanceOrder = new AdvanceOrder(patienceMs, outcomes, faultPoint);
    const answerOnce = new AnswerOnce(claimKey, outcomes);
    const openReturns = new OpenReturns(advanceOrder);
    const secrets = new RandomSecrets();
    const patience = { patienceMs, paymentTries: config.paymentTries };
    const noteCharges = new NoteCharges(desk, advanceOrder);
    const performStep = new PerformStep(desk, provider, advanceOrder, noteCharges, systemClock, patience, faultPoint);
    const settings = {
      concurrency: config.stepConcurrency,
      leaseMs: longestMs + LEASE_MARGIN_MS,
      pollMs: config.stepPollMs,
    };
    const runDueSteps = new RunDueSteps(desk, performStep, settings, {
      failed: (error) => logger.warn('orders.step-failed', { err: error }),
      finished: ({ saga: { orderId, state } }, { kind }) => {
        if (kind === 'contradiction') logger.error('orders.contradiction', { orderId, state });
      },
    });
    const forgetOld = new ForgetOld(desk, config.memoryHours * 3_600_000, (error) =>
      logger.warn('memory.not-swept', { err: error }),
    );
    const tallySales = new TallySales(new PostgresSalesTallies(database, config.region), systemClock, (error) =>
      logger.warn('sales.not-tallied', { err: error }),
    );
    const issueDueDocuments = new IssueDueDocuments(
      desk,
      new IssueDocuments(systemClock),
      config.stepPollMs,
      { failed: (cause, error) => logger.warn('documents.not-issued', { ...cause, err: error }) },
      faultPoint,
    );
    const quotes = new QuoteTokenVerifier(config.quoteJwks);
    const placeOrder = new PlaceOrder(desk, quotes, claimKey, systemClock, config.region, patienceMs, faultPoint);
    const webhooks = webhookParts(parts, faultPoint);
    return {
      module: CheckoutModule,
      controllers: [
        OrdersController,
        DocumentsController,
        OrderReturnsController,
        SellerOrdersController,
        ...webhooks.controllers,
      ],
      providers: [
        ...webhooks.providers,
        { provide: PlaceOrder, useValue: placeOrder },
        { provide: ReadOrder, useValue: new ReadOrder(desk) },
        { provide: RefundOrder, useValue: new RefundOrder(desk, claimKey, advanceOrder, openReturns, systemClock) },
        { provide: ReadSellerOrders, useValue: new ReadSellerOrders(desk) },
        { provide: ReadWithdrawal, useValue: new ReadWithdrawal(desk) },
        { provide: ShipLines, useValue: new ShipLines(systemClock) },
        { provide: EndShipment, useValue: new EndShipment(systemClock, openReturns) },
        { provide: CancelLines, useValue: new CancelLines(systemClock, openReturns) },
        { provide: RequestReturn, useValue: new RequestReturn(systemClock, openReturns) },
        { provide: MoveReturn, useValue: new MoveReturn(systemClock, advanceOrder) },
        { provide: StateWithdrawal, useValue: new StateWithdrawal(systemClock, secrets) },
        { provide: ConfirmWithdrawal, useValue: new ConfirmWithdrawal(systemClock, secrets, openReturns) },
        { provide: AnswerChange, useValue: new AnswerChange(new ChangeOrder(desk, systemClock), answerOnce) },
        { provide: ClaimKey, useValue: claimKey },
        { provide: AnswerOnce, useValue: answerOnce },
        { provide: WatchOutcomes, useValue: outcomes },
        { provide: AdvanceOrder, useValue: advanceOrder },
        { provide: HearProvider, useValue: new HearProvider(desk, advanceOrder, noteCharges) },
        { provide: ReadDocuments, useValue: new ReadDocuments(desk) },
        { provide: Printer, useValue: new PdfPrinter() },
        { provide: EInvoiceWriter, useValue: { write: writeUbl } },
        { provide: IssueDueDocuments, useValue: issueDueDocuments },
        { provide: RunDueSteps, useValue: runDueSteps },
        { provide: ForgetOld, useValue: forgetOld },
        { provide: TallySales, useValue: tallySales },
        { provide: TokenMint, useValue: new OrderAccessTokens(config.tokenPrivateJwk, config.tokenTtlSeconds) },
      ],
    };
  }
}
