/** Words numbered in the order they were met. */
export class Dictionary {
  private readonly ids = new Map<string, number>();
  private readonly names: string[] = [];

  get size(): number {
    return this.names.length;
  }

  idOf(name: string): number {
    let id = this.ids.get(name);
    if (id === undefined) this.ids.set(name, (id = this.names.push(name) - 1));
    return id;
  }

  name(id: number): string {
    return this.names[id] as string;
  }

  /** One flag a word: whether it is among those wanted. */
  flags(isWanted: (name: string, id: number) => boolean): Uint8Array {
    return Uint8Array.from({ length: this.names.length }, (_, id) => (isWanted(this.name(id), id) ? 1 : 0));
  }
}
