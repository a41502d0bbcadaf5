/** A column: its heading, and `right` for numbers. */
export interface Column {
  readonly heading: string;
  readonly align?: 'left' | 'right';
}

/** Rows under headings, columns as wide as their widest cell, two blanks between. No trailing blanks, so that lines can be compared. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ heading }) => heading), ...rows];
  const widths = columns.map((_, c) => Math.max(...lines.map((line) => (line[c] ?? '').length)));
  return lines
    .map((line) =>
      columns
        .map(({ align }, c) => pad(line[c] ?? '', widths[c] ?? 0, align))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function pad(text: string, width: number, align: Column['align']): string {
  return align === 'right' ? text.padStart(width) : text.padEnd(width);
}
