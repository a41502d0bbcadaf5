import { envelopeSchema, type Envelope, type FactContract } from '@reprise/contracts/events';
import { idFromName, idOf, mustBeId } from '@reprise/kernel';
import type { KafkaMessage } from 'kafkajs';
import type { DeadReason, Heard, HeardFact, Position } from './heard-fact.js';

/** A message as it came, bytes and all. */
export interface RawMessage extends Position {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer>>;
  /** When the broker or producer stamped it. */
  readonly timestampMs: number;
}

/** kafkajs's message as ours: a repeated header keeps its last value. */
export function rawOf(topic: string, partition: number, message: KafkaMessage): RawMessage {
  const headers: Record<string, Buffer> = {};
  for (const [name, value] of Object.entries(message.headers ?? {})) {
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last !== undefined) headers[name] = Buffer.from(last);
  }
  return {
    topic,
    partition,
    offset: message.offset,
    key: message.key,
    value: message.value,
    headers,
    timestampMs: Number(message.timestamp),
  };
}

/** Every fact type we know, by type and then schema version. */
export type ContractTable = ReadonlyMap<string, ReadonlyMap<number, FactContract>>;

/** Namespace of ids made of a position in Kafka, for messages that bring no id. */
const positionNamespace = mustBeId('6f1c9d0e-7f0b-5b64-9a51-0c6f2b5d3a11');

/** Lists contracts by type and version. */
export function tableOf(contracts: readonly FactContract[]): ContractTable {
  const table = new Map<string, Map<number, FactContract>>();
  for (const contract of contracts) {
    const versions = table.get(contract.type) ?? new Map<number, FactContract>();
    table.set(contract.type, versions.set(contract.v, contract));
  }
  return table;
}

/**
 * What a message is. Never throws: whatever a producer managed to write becomes `unparsable` with its reason. With a table, data
 * is checked against its contract and unknown types and versions are refused: consumers are deployed before producers, so a version
 * we do not know is a mistake to look at, not something to skip. `region` is the cell the topic's facts must come from.
 */
export function parseMessage(raw: RawMessage, table: ContractTable | undefined, region: string | undefined): Heard {
  const { topic, partition, offset } = raw;
  const key = raw.key?.toString('utf8') ?? null;
  const position = { topic, partition, offset };
  const dead = (reason: DeadReason, cause: unknown, type?: string): Heard => ({
    kind: 'unparsable',
    ...position,
    key,
    reason,
    error: cause instanceof Error ? cause : new Error(String(cause)),
    ...(type === undefined ? {} : { type }),
  });

  if (raw.value === null) {
    return key === null
      ? dead('NotAnEnvelope', 'neither key nor value')
      : { kind: 'tombstone', ...position, key, id: tombstoneId(raw) };
  }
  const json = parseJson(raw.value);
  if (json instanceof Error) return dead('NotJson', json);
  const parsed = envelopeSchema.safeParse(json);
  if (!parsed.success) return dead('NotAnEnvelope', parsed.error);
  const envelope = parsed.data as Envelope;
  const { type } = envelope;
  if (envelope.key !== key)
    return dead('KeyMismatch', `message key ${key} is not the envelope's ${envelope.key}`, type);
  if (region !== undefined && envelope.region !== region) {
    return dead('WrongRegion', `${topic} carries facts of ${region}, this is from ${envelope.region}`, type);
  }
  // PostgreSQL answers ids in lower case; a copy in upper case must be the same fact.
  const fact = { kind: 'fact', ...position, ...envelope, id: envelope.id.toLowerCase() } as HeardFact;
  if (table === undefined) return fact;

  const versions = table.get(type);
  if (!versions) return dead('UnknownType', `no contract for ${type}`, type);
  const contract = versions.get(envelope.v);
  if (!contract) return dead('UnknownVersion', `no contract for ${type} v${envelope.v}`, type);
  const data = contract.schema.safeParse(envelope.data);
  if (!data.success) return dead('BrokenContract', data.error, type);
  return { ...fact, data: data.data };
}

function parseJson(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8'));
  } catch (error) {
    return error;
  }
}

/** The id our relay gave it, or one made of the position when somebody else wrote the tombstone. */
function tombstoneId({ topic, partition, offset, headers }: RawMessage): string {
  return idOf(headers['fact-id']?.toString() ?? '') ?? idFromName(positionNamespace, `${topic}:${partition}:${offset}`);
}
