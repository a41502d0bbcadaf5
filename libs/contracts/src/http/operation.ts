import type { z } from 'zod';
import type { ServiceName } from '../events/topic.js';
import type { ProblemCode } from './problem-codes.js';

/** Who may call: a role carried by the token, or anyone. `buyer` is the holder of one order's access token. */
export type Role = 'public' | 'buyer' | 'seller' | 'ops' | 'finance';

export type HttpMethod = 'GET' | 'PUT' | 'POST' | 'DELETE';

/**
 * One HTTP call of the public API. The gateway mounts every operation of the table; the owner answers commands at the same
 * method and path. Validation, policy, OpenAPI and the typed client all come from this one value.
 */
export interface Operation {
  /** Unique, camelCase: the OpenAPI `operationId` and the name in the client. */
  readonly id: string;
  readonly method: HttpMethod;
  /** OpenAPI path template, e.g. `/v1/markets/{market}/products`. */
  readonly path: string;
  /**
   * Who answers: `gateway` from its read model, another service by forwarding, or the service that the path parameter `service` names:
   * such a call is answered by every service alike.
   */
  readonly owner: ServiceName | 'named';
  /** Services that answer it too, each for its part of what may be asked; the gateway knows which part is whose. */
  readonly sharedWith?: readonly ServiceName[];
  /** Default-deny: no operation without an explicit list. */
  readonly policy: readonly [Role, ...Role[]];
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Media types the success answer comes in besides JSON, when `Accept` asks for them. */
  readonly alsoAs?: readonly string[];
  /** Success answers by status. `null` is an empty body; anything but JSON says what it is with `.meta({ contentType })`. */
  readonly responses: Readonly<Record<number, z.ZodType | null>>;
  /** Problem codes this call can answer with, beyond those any call can (see problem-codes.ts). */
  readonly problems: readonly ProblemCode[];
}

/**
 * Media types a body may come in: `application/json` unless its schema says otherwise with `.meta({ contentType })`, one or several. A body
 * of any other type is handed over unread, as a stream.
 */
export function mediaTypesOf({ body }: Pick<Operation, 'body'>): readonly string[] {
  const stated = body?.meta()?.['contentType'] as string | readonly string[] | undefined;
  return stated === undefined ? ['application/json'] : [stated].flat();
}

/** Declares an operation; exists so that literals stay literal. */
export function operation<const O extends Operation>(declared: O): O {
  return declared;
}
