type NumberArray =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** The column itself, or a larger copy of it when it has no place for `size` rows; new places hold `empty`. */
export function grown<A extends NumberArray>(column: A, size: number, empty = 0): A {
  if (column.length >= size) return column;
  const capacity = Math.max(1_024, size + (size >> 1));
  const larger = new (column.constructor as new (length: number) => A)(capacity);
  if (empty !== 0) larger.fill(empty);
  larger.set(column);
  return larger;
}
