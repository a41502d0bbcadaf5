/** How to run one child and how to know that it serves. */
export interface ProcessSpec {
  /** Unique within a supervisor; names the log file and the pid file. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment of the child; see childEnv. A function is asked at every start: a fault test changes it between lives. */
  readonly env: NodeJS.ProcessEnv | (() => NodeJS.ProcessEnv);
  readonly cwd?: string;
  /** Run as somebody else; needs root. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Children of one tier stop together; higher tiers stop first. */
  readonly tier: number;
  /** Resolves true once the process serves. A throw counts as false. Asked every 50 ms until it answers true. */
  readonly isReady: () => Promise<boolean>;
  /** From spawn to ready, each time it starts. A child that takes longer is killed and counted as dead. */
  readonly readyTimeoutMs: number;
  readonly stopSignal?: NodeJS.Signals;
  /** From the stop signal to SIGKILL. */
  readonly stopGraceMs?: number;
  /** Runs before every start, the first one and each restart: clears what a crash leaves in the way. */
  readonly beforeStart?: () => Promise<void>;
}

/** One supervised child. It keeps its identity over restarts; `pid` is that of the present life. */
export interface ProcessHandle {
  readonly name: string;
  readonly logFile: string;
  readonly pid: number | undefined;
  readonly state: ProcessState;
  /** Times it came back after dying by itself. */
  readonly restarts: number;
  /** Sends a signal to the present life; false when there is none. A death that follows is followed by a restart. */
  kill(signal?: NodeJS.Signals): boolean;
  /** Resolves when it is ready (again); rejects when it is stopped or `timeoutMs` pass. */
  waitUntilReady(timeoutMs?: number): Promise<void>;
  /** Ends it and leaves it down. */
  stop(): Promise<void>;
  /** Starts it after `stop()`. */
  start(): Promise<void>;
}

export type ProcessState = 'starting' | 'ready' | 'waiting' | 'stopped';

/** What a person may want to see on screen. */
export interface SupervisorEvent {
  readonly process: string;
  readonly what: 'died' | 'restarted' | 'killed';
  readonly text: string;
}

/** A start that failed for good; the message is for a person and says where to look. */
export class StartFailed extends Error {
  override readonly name = 'StartFailed';
}
