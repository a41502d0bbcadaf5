import { Controller, Inject } from '@nestjs/common';
import { createSession, deleteSession, getSession } from '@reprise/contracts/http';
import { Answers, answer, problem, rawAnswer, setCookie } from '@reprise/platform/http';
import type { Answered, Call, Principal, RawAnswer, SessionCookie, VerifyToken } from '@reprise/platform/http';
import { tokenEndMs, tokenOf } from './token-of.js';

/** What a session needs to know of its gateway. */
export interface SessionDesk {
  readonly region: string;
  readonly cookie: SessionCookie;
  readonly verify: VerifyToken;
}

export const SESSION_DESK = Symbol('SessionDesk');

/** Who works in the console. A seller's or a buyer's token opens nothing there. */
const consoleRoles = ['ops', 'finance'] as const;
type ConsoleRole = (typeof consoleRoles)[number];

/** Signs a browser in and out: its token is kept where scripts cannot read it. Nothing is stored here. */
@Controller()
export class SessionController {
  constructor(@Inject(SESSION_DESK) private readonly desk: SessionDesk) {}

  @Answers(createSession)
  async create({ body: { token } }: Call<typeof createSession>): Promise<Answered<typeof createSession>> {
    const { role, subject } = await this.desk.verify(token);
    if (!isConsoleRole(role))
      return problem('Forbidden', `The console is for ${consoleRoles.join(' and ')}; this token is for ${role}.`);
    const expiresAtMs = tokenEndMs(token);
    const secondsLeft = Math.max(1, Math.floor((expiresAtMs - Date.now()) / 1_000));
    const session = {
      subject,
      roles: [role],
      region: this.desk.region,
      expiresAt: new Date(expiresAtMs).toISOString(),
    };
    return answer(201, session, { 'set-cookie': setCookie(this.desk.cookie, token, secondsLeft) });
  }

  @Answers(getSession)
  get({ principal, raw }: Call<typeof getSession>): Answered<typeof getSession> {
    const { role, subject }: Principal = principal;
    return {
      subject,
      roles: consoleRoles.filter((known) => known === role),
      region: this.desk.region,
      expiresAt: new Date(tokenEndMs(tokenOf(raw.headers))).toISOString(),
    };
  }

  @Answers(deleteSession)
  delete(): RawAnswer {
    return rawAnswer(204, null, { 'set-cookie': setCookie(this.desk.cookie, '', 0) });
  }
}

function isConsoleRole(role: string): role is ConsoleRole {
  return (consoleRoles as readonly string[]).includes(role);
}
