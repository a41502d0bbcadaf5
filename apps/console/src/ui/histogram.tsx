import { Text, Title } from '@mantine/core';
import { useId } from 'react';

export interface Bar {
  /** From where to where, in words. */
  readonly label: string;
  readonly count: number;
  /** Outside what is usual. */
  readonly outside?: boolean;
}

interface HistogramProps {
  /** The finding, not the kind of chart: "212 of 240 lie within ±25 %". */
  readonly title: string;
  readonly note?: string;
  /** What a bar counts, heading of the table behind the bars. */
  readonly counted: string;
  readonly range: string;
  readonly bars: readonly Bar[];
}

/** How often what occurs: bars for the eye, the same numbers as a table for everybody else. Plain boxes: no chart library is loaded for it. */
export function Histogram({ title, note, counted, range, bars }: HistogramProps) {
  const id = useId();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <section className="card" aria-labelledby={id}>
      <Title order={2} size="h5" id={id}>
        {title}
      </Title>
      {note && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
      <div className="histogram" aria-hidden="true">
        {bars.map(({ label, count, outside }) => (
          <div key={label} className="histogram-bar" title={`${label}: ${count}`}>
            <span className="histogram-count">{count > 0 ? count : ''}</span>
            <span
              className="histogram-fill"
              data-outside={outside === true}
              style={{ height: `${count === 0 ? 0 : Math.max(2, (count / most) * 100)}%` }}
            />
          </div>
        ))}
      </div>
      <div className="histogram-axis" aria-hidden="true">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </div>
      <table className="visually-hidden">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{range}</th>
            <th scope="col">{counted}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ label, count }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
