/**
 * The first `count` of `items` in order, without sorting the rest: a heap of the best so far, its worst on top.
 * `before(a, b)` is true when a comes before b; it must be a strict total order.
 */
export function selectTop(items: Iterable<number>, count: number, before: (a: number, b: number) => boolean): number[] {
  const heap: number[] = [];
  if (count <= 0) return heap;
  for (const item of items) {
    if (heap.length < count) siftUp(heap, heap.push(item) - 1, before);
    else if (before(item, heap[0] as number)) {
      heap[0] = item;
      siftDown(heap, before);
    }
  }
  return heap.sort((a, b) => (before(a, b) ? -1 : 1));
}

function siftUp(heap: number[], from: number, before: (a: number, b: number) => boolean): void {
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!before(heap[parent] as number, heap[at] as number)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function siftDown(heap: number[], before: (a: number, b: number) => boolean): void {
  let at = 0;
  for (;;) {
    const left = at * 2 + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const worse = right < heap.length && before(heap[left] as number, heap[right] as number) ? right : left;
    if (!before(heap[at] as number, heap[worse] as number)) return;
    swap(heap, at, worse);
    at = worse;
  }
}

function swap(heap: number[], i: number, j: number): void {
  const kept = heap[i] as number;
  heap[i] = heap[j] as number;
  heap[j] = kept;
}
