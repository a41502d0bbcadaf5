// Which Java runs the broker. Plain JavaScript: tools/prepare.mjs asks before any package is installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Kafka 4's broker is compiled for 17. */
export const oldestJava = 17;

/** JAVA_HOME when it holds a Java, as Maven and every JVM tool have it; else the one on the PATH. */
export function javaCommand(javaHome = process.env.JAVA_HOME) {
  const inHome = javaHome ? join(javaHome, 'bin', 'java') : undefined;
  return inHome !== undefined && existsSync(inHome) ? inHome : 'java';
}

/** Major version of the Java found; undefined when there is none that runs. */
export function javaMajor() {
  const asked = spawnSync(javaCommand(), ['-version'], { encoding: 'utf8' });
  return asked.status === 0 ? parseJavaMajor(asked.stderr + asked.stdout) : undefined;
}

/** From `openjdk version "17.0.15" …`; 8 and older call themselves 1.8. */
export function parseJavaMajor(text) {
  const version = /version "(?:1\.)?(\d+)/.exec(text);
  return version === null ? undefined : Number(version[1]);
}
