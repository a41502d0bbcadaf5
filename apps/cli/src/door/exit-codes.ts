/** What the process says to the shell when it ends. */
export const exitCode = {
  done: 0,
  /** The system understood and said no: mend what it names. */
  rejected: 1,
  /** The command was not understood, or a file it needs is missing or wrong. */
  usage: 2,
  /** Nobody answered, or not in time: try again. */
  unreachable: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
