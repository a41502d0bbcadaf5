import type { ServiceName } from '@reprise/contracts/events';
import { dropDeadLetters, listServiceDeadLetters, replayDeadLetters } from '@reprise/contracts/http';
import { RequestRefused } from '../http/index.js';
import type { Call, HttpApp, Principal } from '../http/index.js';
import type { DeadLetters, DeadLetterView, Decision } from '../messaging/index.js';

type HearingService = Exclude<ServiceName, 'gateway'>;

/** What is shown of a message: enough to see what is wrong with it. */
const SHOWN_CHARACTERS = 4_096;

/** A call that works a group off is bounded; the caller comes again for the rest. */
const LETTERS_A_CALL = 500;

/** Lets operators look at, apply again and give up on what this service set aside. Every service answers these calls for itself. */
export function mountDeadLetters(app: Pick<HttpApp, 'mount'>, name: ServiceName, letters: DeadLetters): void {
  const service = name as HearingService;
  app.mount(listServiceDeadLetters, async ({ params, query }) => {
    expectMe(params.service, service);
    const { limit, cursor, stackHash, state } = query;
    const page = await letters.list({ limit: limit + 1, afterId: cursor ?? '0', stackHash, state });
    const items = page.slice(0, limit);
    const groups = await letters.groups();
    return {
      groups: groups.map((group) => ({
        ...group,
        service,
        oldestAt: group.oldestAt.toISOString(),
        newestAt: group.newestAt.toISOString(),
      })),
      items: items.map((letter) => shown(service, letter)),
      nextCursor: page.length > limit ? (items.at(-1)?.id ?? null) : null,
    };
  });
  app.mount(replayDeadLetters, async ({ params, body, principal }) => {
    expectMe(params.service, service);
    const { ids, stackHash, why, dryRun } = body;
    const matched = await letters.list({ limit: LETTERS_A_CALL, ids, stackHash });
    if (dryRun) return { matched: matched.length, replayed: 0, failed: [] };
    return { matched: matched.length, ...(await replayAll(letters, matched, { actor: actorOf(principal), why })) };
  });
  app.mount(dropDeadLetters, async ({ params, body, principal }: Call<typeof dropDeadLetters>) => {
    expectMe(params.service, service);
    const { ids, stackHash, why } = body;
    const matched = await letters.list({ limit: LETTERS_A_CALL, ids, stackHash });
    let dropped = 0;
    for (const { id } of matched) if (await letters.drop(id, { actor: actorOf(principal), why })) dropped += 1;
    return { matched: matched.length, dropped };
  });
}

/** A letter that a former one's queue took along is gone by its turn; that is no failure. */
async function replayAll(letters: DeadLetters, matched: readonly DeadLetterView[], by: Decision) {
  let replayed = 0;
  const failed: { id: string; error: string }[] = [];
  for (const { id } of matched) {
    const outcome = await letters.replay(id, by);
    replayed += outcome.replayed;
    if (outcome.stoppedBy !== undefined) failed.push({ id, error: outcome.stoppedBy });
  }
  return { replayed, failed };
}

function shown(service: HearingService, letter: DeadLetterView) {
  const {
    id,
    topic,
    partition,
    offset,
    factId,
    factType,
    state,
    reason,
    errorClass,
    errorMessage,
    stackHash,
    attempts,
  } = letter;
  return {
    id,
    service,
    topic,
    partition,
    offset,
    key: textOf(letter.key),
    value: textOf(letter.value),
    factId,
    factType,
    state,
    reason,
    errorClass,
    errorMessage,
    stackHash,
    attempts,
    createdAt: letter.createdAt.toISOString(),
  };
}

function textOf(bytes: Buffer | null): string | null {
  return bytes === null ? null : bytes.toString('utf8').slice(0, SHOWN_CHARACTERS);
}

/** The gateway sends each call to the service it names; a call that arrives elsewhere was sent past it. */
function expectMe(asked: HearingService, me: HearingService): void {
  if (asked === me) return;
  throw new RequestRefused('NotFound', `This is ${me}: ask ${asked} for its dead letters.`);
}

function actorOf({ role, subject }: Principal): string {
  return `${role}:${subject}`;
}
