import { createHash, randomBytes } from 'node:crypto';
import type { SecretMint } from '../../application/state-withdrawal.js';

/** 256 bits nobody can guess, and their SHA-256. */
export class RandomSecrets implements SecretMint {
  mint(): { secret: string; sha256: string } {
    const secret = randomBytes(32).toString('base64url');
    return { secret, sha256: this.hash(secret) };
  }

  hash(secret: string): string {
    return createHash('sha256').update(secret).digest('hex');
  }
}
