import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The metrics of one process. One registry an application, so that specs can run several in one process. */
export class Metrics {
  readonly registry = new Registry();

  private readonly requestSeconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request line to the last byte of the answer.',
    labelNames: ['operation', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });
  /** The series of each operation and status, found once: finding one costs more than counting in it. */
  private readonly requestsObserved = new Map<string, Histogram.Internal<'operation' | 'status'>>();
  private readonly upstreamSeconds = new Histogram({
    name: 'upstream_request_duration_seconds',
    help: 'Time a forwarded request took at the owning service; outcome is its status class or why there was none.',
    labelNames: ['service', 'outcome'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });
  private readonly circuitOpen = new Gauge({
    name: 'upstream_circuit_open',
    help: '1 while requests to a service are refused without trying because it could not be reached.',
    labelNames: ['service'] as const,
    registers: [this.registry],
  });

  constructor(labels: { readonly service: string; readonly region: string }) {
    this.registry.setDefaultLabels(labels);
    this.watchProcess();
  }

  /** One answered request. `operation` is the operation's id, never a path: paths have no bound. */
  httpAnswered(operation: string, status: number, seconds: number): void {
    const name = `${operation} ${status}`;
    let observed = this.requestsObserved.get(name);
    if (observed === undefined)
      this.requestsObserved.set(name, (observed = this.requestSeconds.labels(operation, String(status))));
    observed.observe(seconds);
  }

  /** One forwarded request: `outcome` is `2xx`…`5xx`, `refused`, `timeout`, `reset` or `circuit-open`. */
  upstreamAnswered(service: string, outcome: string, seconds: number): void {
    this.upstreamSeconds.labels(service, outcome).observe(seconds);
  }

  circuit(service: string, open: boolean): void {
    this.circuitOpen.labels(service).set(open ? 1 : 0);
  }

  /** The page a Prometheus server scrapes. */
  async page(): Promise<{ readonly contentType: string; readonly body: string }> {
    return { contentType: this.registry.contentType, body: await this.registry.metrics() };
  }

  counter<L extends string>(name: string, help: string, ...labelNames: readonly L[]): Counter<L> {
    return new Counter({ name, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  gauge<L extends string>(name: string, help: string, ...labelNames: readonly L[]): Gauge<L> {
    return new Gauge({ name, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  histogram<L extends string>(
    name: string,
    help: string,
    buckets: readonly number[],
    ...labelNames: readonly L[]
  ): Histogram<L> {
    return new Histogram({
      name,
      help,
      buckets: [...buckets],
      labelNames: [...labelNames],
      registers: [this.registry],
    });
  }

  private watchProcess(): void {
    const resolutionMs = 10;
    const delay = monitorEventLoopDelay({ resolution: resolutionMs });
    delay.enable();
    // The histogram holds the whole interval between two ticks, the part that was asked for included.
    const lateSeconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - resolutionMs / 1e3);
    // The monitor's timer is unreferenced by Node: it keeps no process alive.
    new Gauge({
      name: 'event_loop_delay_seconds',
      help: 'How late timers fire since the last scrape: p50, p99 and max. Above 0.1 s something blocks the process.',
      labelNames: ['quantile'] as const,
      registers: [this.registry],
      collect() {
        this.labels('0.5').set(lateSeconds(delay.percentile(50)));
        this.labels('0.99').set(lateSeconds(delay.percentile(99)));
        this.labels('1').set(lateSeconds(delay.max));
        delay.reset();
      },
    });
    new Gauge({
      name: 'process_resident_memory_bytes',
      help: 'Memory of the process that is in RAM.',
      registers: [this.registry],
      collect() {
        this.set(process.memoryUsage.rss());
      },
    });
    new Gauge({
      name: 'process_heap_used_bytes',
      help: 'JavaScript heap in use.',
      registers: [this.registry],
      collect() {
        this.set(process.memoryUsage().heapUsed);
      },
    });
    new Counter({
      name: 'process_cpu_seconds_total',
      help: 'User and system CPU time since start.',
      registers: [this.registry],
      collect() {
        const { user, system } = process.cpuUsage();
        this.reset();
        this.inc((user + system) / 1e6);
      },
    });
  }
}
