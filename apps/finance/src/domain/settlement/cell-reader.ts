import type { Currency, Instant } from '@reprise/kernel';
import { currencyOf, instantAtClock, isRejection, isTimeZone, localDayOf, mustBeInstant, Money } from '@reprise/kernel';
import type { LineProblem, LineProblemCode, NamedCells } from './settlement-line.js';

/** Offsets of the short zone names reports are written in. Summer and winter time have different names, so one offset each is exact. */
const offsetHours: Readonly<Record<string, string>> = {
  ...{ UTC: '+00:00', GMT: '+00:00', WET: '+00:00', BST: '+01:00', WEST: '+01:00', CET: '+01:00', CEST: '+02:00' },
  ...{ EET: '+02:00', EEST: '+03:00', EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00', MST: '-07:00' },
  ...{ MDT: '-06:00', PST: '-08:00', PDT: '-07:00' },
};

const clockText = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:\.\d+)?$/;

/** Reads the cells of one record and gathers everything that is wrong with them, so that a person mends a line once. */
export class CellReader {
  readonly problems: LineProblem[] = [];

  constructor(private readonly cells: NamedCells) {}

  refuse(field: string, code: LineProblemCode, message: string): undefined {
    this.problems.push({ field, code, message });
    return undefined;
  }

  /** The parts when every one of them could be read; undefined when something was refused, and then `problems` says what. */
  whole<Parts extends object>(parts: Parts): { readonly [K in keyof Parts]: NonNullable<Parts[K]> } | undefined {
    if (this.problems.length > 0 || Object.values(parts).includes(undefined)) return undefined;
    return parts as { [K in keyof Parts]: NonNullable<Parts[K]> };
  }

  optional(column: string): string | undefined {
    const text = this.cells.text(column);
    return text === '' ? undefined : text;
  }

  required(column: string): string | undefined {
    return this.optional(column) ?? this.refuse(column, 'missing', `${column} is empty.`);
  }

  currency(column: string): Currency | undefined {
    const code = this.required(column);
    if (code === undefined) return undefined;
    return (
      currencyOf(code.toUpperCase()) ?? this.refuse(column, 'unknownCurrency', `"${code}" is not an ISO 4217 currency.`)
    );
  }

  /** A signed amount in major units, as reports write them; an empty cell is `absent`, or refused where there is none. */
  amount(column: string, currency: Currency | undefined, absent?: Money): Money | undefined {
    const text = this.optional(column);
    if (text === undefined) return absent ?? this.refuse(column, 'missing', `${column} is empty.`);
    if (currency === undefined) return undefined;
    const money = Money.parse(text, currency);
    if (!isRejection(money)) return money;
    return this.refuse(column, 'malformed', `"${text}" is not an amount in ${currency}: ${money.message}.`);
  }

  /** A moment on the clock of `zone`, a short name (`CET`) or an IANA one. */
  instant(column: string, zone: string): Instant | undefined {
    const text = this.required(column);
    if (text === undefined) return undefined;
    const match = clockText.exec(text);
    const day = localDayOf(match?.[1] ?? '');
    if (match === null || day === undefined)
      return this.refuse(column, 'malformed', `"${text}" is not a time like 2026-11-24 14:30:00.`);
    const [, , hours = '', minutes = '', seconds = '00'] = match;
    const offset = offsetHours[zone.toUpperCase()];
    if (offset !== undefined) return mustBeInstant(`${day}T${hours}:${minutes}:${seconds}${offset}`);
    if (!isTimeZone(zone)) return this.refuse(column, 'malformed', `"${zone}" is not a time zone.`);
    const timeMs = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
    return (
      instantAtClock(day, timeMs, zone) ?? this.refuse(column, 'malformed', `"${text}" does not exist in ${zone}.`)
    );
  }
}

/** Cells of a record under the names of `header`; matching ignores case. */
export function nameCells(header: readonly string[]): (cells: readonly string[]) => NamedCells {
  const places = new Map(header.map((name, place) => [name.trim().toLowerCase(), place]));
  return (cells) => ({ text: (column) => cells[places.get(column.toLowerCase()) ?? -1]?.trim() ?? '' });
}

/** Columns of `wanted` that `header` lacks. */
export function missingColumns(header: readonly string[], wanted: readonly string[]): string[] {
  const present = new Set(header.map((name) => name.trim().toLowerCase()));
  return wanted.filter((column) => !present.has(column.toLowerCase()));
}
