import type { Schema } from '@reprise/sdk';
import { renderTable } from '../screen/render-table.js';

type Group = Schema<'DeadLetterGroup'>;

/** Causes of every service, and which services did not answer. */
export function renderOverview({ groups, dead, parked, unreachable }: Schema<'DeadLetterOverview'>): string {
  const silent = unreachable.length === 0 ? '' : `\nNot answering: ${unreachable.join(', ')}.`;
  if (groups.length === 0) return `Nothing was set aside.${silent}`;
  return `${causes(groups)}\n\n${dead} dead, ${parked} parked behind one.${silent}\nLetters of one: reprise dlq list <service> --group <group>`;
}

/** Causes of one service, then its letters, oldest first. */
export function renderDeadLetters({ groups, items, nextCursor }: Schema<'ServiceDeadLetters'>): string {
  if (items.length === 0) return 'Nothing was set aside.';
  const letters = renderTable(
    [
      { heading: 'id', align: 'right' },
      { heading: 'since (UTC)' },
      { heading: 'topic/partition/offset' },
      { heading: 'fact' },
      { heading: 'key' },
      { heading: 'state' },
      { heading: 'tries', align: 'right' },
      { heading: 'error' },
    ],
    items.map((each) => [
      each.id,
      instant(each.createdAt),
      `${each.topic}/${each.partition}/${each.offset}`,
      each.factType ?? '?',
      each.key ?? '',
      each.state,
      `${each.attempts}`,
      oneLine(each.errorMessage),
    ]),
  );
  return `${causes(groups)}\n\n${letters}${nextCursor === null ? '' : '\n\nThere are more: raise --limit or name a --group.'}`;
}

function causes(groups: readonly Group[]): string {
  return renderTable(
    [
      { heading: 'group' },
      { heading: 'service' },
      { heading: 'topic' },
      { heading: 'state' },
      { heading: 'reason' },
      { heading: 'letters', align: 'right' },
      { heading: 'oldest (UTC)' },
      { heading: 'error' },
    ],
    groups.map((each) => [
      each.stackHash,
      each.service,
      each.topic,
      each.state,
      each.reason,
      `${each.letters}`,
      instant(each.oldestAt),
      oneLine(`${each.errorClass}: ${each.errorMessage}`),
    ]),
  );
}

function instant(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
