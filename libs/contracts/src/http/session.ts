import { z } from 'zod';
import { operation } from './operation.js';

/** Who is signed in at this region's gateway. */
export const sessionSchema = z
  .object({
    subject: z.string(),
    roles: z.array(z.enum(['ops', 'finance'])).min(1),
    region: z.string(),
    /** When the token behind it ends, and the session with it. */
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Session' });

/** A call that changes something by cookie has to carry this header: a form or an image of a foreign page cannot send it. */
export const CSRF_HEADER = 'x-reprise-csrf';

export const createSession = operation({
  id: 'createSession',
  method: 'POST',
  path: '/v1/session',
  owner: 'gateway',
  policy: ['public'],
  tag: 'Session',
  summary: 'Sign a browser in with a token',
  description:
    'For the console: the token moves into an `HttpOnly`, `SameSite=Strict` cookie of this region, out of reach of scripts. From then on the cookie stands for ' +
    '`Authorization` wherever that is absent; calls that change something also need the header `X-Reprise-CSRF`, with any value.',
  body: z.strictObject({ token: z.string().min(1).max(8_192) }),
  responses: { 201: sessionSchema },
  problems: [],
});

export const getSession = operation({
  id: 'getSession',
  method: 'GET',
  path: '/v1/session',
  owner: 'gateway',
  policy: ['ops', 'finance'],
  tag: 'Session',
  summary: 'Who is signed in',
  responses: { 200: sessionSchema },
  problems: [],
});

export const deleteSession = operation({
  id: 'deleteSession',
  method: 'DELETE',
  path: '/v1/session',
  owner: 'gateway',
  policy: ['public'],
  tag: 'Session',
  summary: 'Sign out',
  description: 'Takes the cookie away. The token that was in it stays good until it expires: it belongs to its holder.',
  responses: { 204: null },
  problems: [],
});
