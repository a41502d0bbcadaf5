import { grades } from '@reprise/contracts';
import type { Row } from '../../application/ports.js';

/** What a batch of changes calls into question; worked out once at the end of the batch. */
export class Questions {
  /** `variant × 5 + grade`. */
  readonly cells = new Set<number>();
  readonly products = new Set<Row>();
  readonly markets = new Set<string>();
  /** A card changed: every market's lists show it. */
  everyList = false;

  everyGrade(variant: number): void {
    for (let grade = 0; grade < grades.length; grade++) this.cells.add(variant * grades.length + grade);
  }
}
