// Writes MirrorMaker's settings for the brokers of KAFKA_BROKERS_EU and KAFKA_BROKERS_US to the file given.
import { writeFileSync } from 'node:fs';
import { topics } from '@reprise/contracts/events';
import { mirrorProperties } from '../platform/mirror-properties.ts';

const [file] = process.argv.slice(2);
const { KAFKA_BROKERS_EU: eu, KAFKA_BROKERS_US: us } = process.env;
if (!file || !eu || !us) {
  console.error('usage: KAFKA_BROKERS_EU=… KAFKA_BROKERS_US=… node infra/compose/write-mirror-properties.ts <file>');
  process.exit(2);
}
writeFileSync(file, mirrorProperties({ eu, us }, topics));
