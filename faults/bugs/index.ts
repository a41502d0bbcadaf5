/** A mistake people make, as an edit of built code, and the faults that must bring it to light. */
export interface PlantedBug {
  readonly name: string;
  readonly what: string;
  readonly edits: readonly { readonly file: string; readonly find: string; readonly put: string }[];
  /** Any of these finds it. */
  readonly foundBy: readonly string[];
}

export const bugs: readonly PlantedBug[] = [];
