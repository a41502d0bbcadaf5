/** What Apple calls a device, and what the sources leave out or spell their own way. Kept by hand from Apple's specification pages. */
export interface AppleGenerationFacts {
  /** node-device-detector's names for the same device. Its own name in any letter case needs no entry. */
  readonly detectorNames?: readonly string[];
  readonly screenInches?: string;
  readonly releaseYear?: number;
}

/** Keys are the generations of ios-device-list, or node-device-detector's model where that list (which ends in 2022) has none. */
export const appleGenerations: Readonly<Record<string, AppleGenerationFacts>> = {
  'iPhone 3G': { screenInches: '3.5', releaseYear: 2008 },
  'iPhone 8': { screenInches: '4.7', releaseYear: 2017 },
  'iPhone SE (1st generation)': { detectorNames: ['iPhone SE'] },
  'iPhone SE (2nd generation)': { detectorNames: ['iPhone SE (2020)'] },
  'iPhone SE (3rd generation)': { detectorNames: ['iPhone SE (2022)'], screenInches: '4.7', releaseYear: 2022 },
  'iPhone 13 mini': { screenInches: '5.4', releaseYear: 2021 },
  'iPhone 13': { screenInches: '6.1', releaseYear: 2021 },
  'iPhone 13 Pro': { screenInches: '6.1', releaseYear: 2021 },
  'iPhone 13 Pro Max': { screenInches: '6.7', releaseYear: 2021 },
  'iPhone 14': { screenInches: '6.1', releaseYear: 2022 },
  'iPhone 14 Plus': { screenInches: '6.7', releaseYear: 2022 },
  'iPhone 14 Pro': { screenInches: '6.1', releaseYear: 2022 },
  'iPhone 14 Pro Max': { screenInches: '6.7', releaseYear: 2022 },
  'iPhone 15': { screenInches: '6.1', releaseYear: 2023 },
  'iPhone 15 Plus': { screenInches: '6.7', releaseYear: 2023 },
  'iPhone 15 Pro': { screenInches: '6.1', releaseYear: 2023 },
  'iPhone 15 Pro Max': { screenInches: '6.7', releaseYear: 2023 },
  'iPhone 16': { screenInches: '6.1', releaseYear: 2024 },
  'iPhone 16 Plus': { screenInches: '6.7', releaseYear: 2024 },
  'iPhone 16 Pro': { screenInches: '6.3', releaseYear: 2024 },
  'iPhone 16 Pro Max': { screenInches: '6.9', releaseYear: 2024 },
  'iPhone 16e': { screenInches: '6.1', releaseYear: 2025 },
  'iPhone 17': { screenInches: '6.3', releaseYear: 2025 },
  'iPhone Air': { screenInches: '6.5', releaseYear: 2025 },
  'iPhone 17 Pro': { screenInches: '6.3', releaseYear: 2025 },
  'iPhone 17 Pro Max': { screenInches: '6.9', releaseYear: 2025 },
  iPad: { screenInches: '9.7', releaseYear: 2010 },
  'iPad (3rd generation)': { detectorNames: ['iPad 3'], screenInches: '9.7', releaseYear: 2012 },
  'iPad (4th generation)': { detectorNames: ['iPad 4'], screenInches: '9.7', releaseYear: 2012 },
  'iPad (5th generation)': { detectorNames: ['iPad 5 9.7'], screenInches: '9.7', releaseYear: 2017 },
  'iPad (6th generation)': { detectorNames: ['iPad 6 9.7'], screenInches: '9.7', releaseYear: 2018 },
  'iPad (7th generation)': { detectorNames: ['iPad 7 10.2'], screenInches: '10.2', releaseYear: 2019 },
  'iPad (8th generation)': { detectorNames: ['iPad 8 10.2"'], screenInches: '10.2', releaseYear: 2020 },
  'iPad (9th generation)': {
    detectorNames: ['iPad 9 10.2"', 'iPad 9 10.2" WiFi'],
    screenInches: '10.2',
    releaseYear: 2021,
  },
  'iPad 10 10.9"': { releaseYear: 2022 },
  'iPad 11 10.9"': { releaseYear: 2025 },
  'iPad Air (3rd generation)': { detectorNames: ['iPad Air 3'], screenInches: '10.5', releaseYear: 2019 },
  'iPad Air (4th generation)': {
    detectorNames: ['iPad Air 4', 'iPad Air 4 WiFi'],
    screenInches: '10.9',
    releaseYear: 2020,
  },
  'iPad Air (5th generation)': {
    detectorNames: ['iPad Air 5', 'iPad Air 5 WiFi'],
    screenInches: '10.9',
    releaseYear: 2022,
  },
  'iPad mini 2': { screenInches: '7.9', releaseYear: 2013 },
  'iPad mini (5th generation)': { detectorNames: ['iPad Mini 5'], screenInches: '7.9', releaseYear: 2019 },
  'iPad mini (6th generation)': {
    detectorNames: ['iPad Mini 6', 'iPad Mini 6 WiFi'],
    screenInches: '8.3',
    releaseYear: 2021,
  },
  'iPad Mini 7': { screenInches: '8.3', releaseYear: 2024 },
  'iPad Pro (9.7-inch)': { detectorNames: ['iPad Pro 9.7'], releaseYear: 2016 },
  'iPad Pro (10.5-inch)': { detectorNames: ['iPad Pro 10.5'], releaseYear: 2017 },
  'iPad Pro (12.9-inch)': { detectorNames: ['iPad Pro 12.9'], releaseYear: 2015 },
  'iPad Pro (12.9-inch, 2nd generation)': { detectorNames: ['iPad Pro 2 12.9'], releaseYear: 2017 },
  'iPad Pro (12.9-inch) (3rd generation)': { detectorNames: ['iPad Pro 3 12.9'], releaseYear: 2018 },
  'iPad Pro (12.9-inch) (4th generation)': { detectorNames: ['iPad Pro 4 12.9"'], releaseYear: 2020 },
  'iPad Pro (12.9-inch) (5th generation)': {
    detectorNames: ['iPad Pro 5 12.9"', 'iPad Pro 5 12.9" WiFi'],
    releaseYear: 2021,
  },
  'iPad Pro (11-inch)': { detectorNames: ['iPad Pro 11"', 'iPad Pro 11" WiFi'], releaseYear: 2018 },
  'iPad Pro (11-inch) (2nd generation)': { detectorNames: ['iPad Pro 2 11"'], releaseYear: 2020 },
  'iPad Pro (11-inch) (3rd generation)': {
    detectorNames: ['iPad Pro 3 11"', 'iPad Pro 3 11" WiFi'],
    releaseYear: 2021,
  },
  'Watch (1st generation)': { detectorNames: ['Watch', 'Watch 38mm', 'Watch 42mm'], releaseYear: 2015 },
  'Watch Series 1': { releaseYear: 2016 },
  'Watch Series 2': { releaseYear: 2016 },
  'Watch Series 3': { releaseYear: 2017 },
  'Watch Series 4': { releaseYear: 2018 },
  'Watch SE': { releaseYear: 2020 },
  'Watch SE (2nd generation)': { detectorNames: ['Watch SE (Gen 2) 40mm', 'Watch SE (Gen 2) 44mm'], releaseYear: 2022 },
  'Watch Series 7': { releaseYear: 2021 },
  'Watch Series 8': { releaseYear: 2022 },
  'Watch Series 9': { releaseYear: 2023 },
  'Watch Series 10': { releaseYear: 2024 },
  'Watch Ultra': { releaseYear: 2022 },
  'Watch Ultra 2': { releaseYear: 2023 },
  'iPod touch': { detectorNames: ['iPod Touch', 'iPod Touch 1G'], screenInches: '3.5', releaseYear: 2007 },
  'iPod touch (2nd generation)': { detectorNames: ['iPod Touch 2G'], screenInches: '3.5', releaseYear: 2008 },
  'iPod touch (3rd generation)': { detectorNames: ['iPod Touch 3'], screenInches: '3.5', releaseYear: 2009 },
  'iPod touch (4th generation)': { detectorNames: ['iPod Touch 4'], screenInches: '3.5', releaseYear: 2010 },
  'iPod touch (5th generation)': { detectorNames: ['iPod Touch 5'], screenInches: '4', releaseYear: 2012 },
  'iPod touch (6th generation)': { detectorNames: ['iPod Touch 6'], screenInches: '4', releaseYear: 2015 },
  'iPod touch (7th generation)': { detectorNames: ['iPod Touch 7'], screenInches: '4', releaseYear: 2019 },
};

/**
 * Builds without a modem, by Apple's identifier. ios-device-list does not say which is which, and a buyer must know.
 * The very first iPad had one identifier for both; there the A-number tells.
 */
const withoutModem = new Set(
  `iPad2,1 iPad2,4 iPad2,5 iPad3,1 iPad3,4 iPad4,1 iPad4,4 iPad4,7 iPad5,1 iPad5,3 iPad6,3 iPad6,7 iPad6,11 iPad7,1 iPad7,3 iPad7,5
   iPad7,11 iPad8,1 iPad8,2 iPad8,5 iPad8,6 iPad8,9 iPad8,11 iPad11,1 iPad11,3 iPad11,6 iPad12,1 iPad13,1 iPad13,4 iPad13,5 iPad13,8
   iPad13,9 iPad13,16 iPad14,1
   Watch1,1 Watch1,2 Watch2,3 Watch2,4 Watch2,6 Watch2,7 Watch3,3 Watch3,4 Watch4,1 Watch4,2 Watch5,1 Watch5,2 Watch5,9 Watch5,10
   Watch6,1 Watch6,2 Watch6,6 Watch6,7 Watch6,10 Watch6,11 Watch6,14 Watch6,15`.split(/\s+/),
);

/** Whether an iPad or Apple Watch has a modem. Undefined for devices where it is no choice: every iPhone has one, no iPod has. */
export function connectivityOf(
  identifiers: readonly string[],
  aNumbers: readonly string[],
): 'wifi' | 'cellular' | undefined {
  const identifier = identifiers[0];
  if (identifier === undefined || !/^(iPad|Watch)/.test(identifier)) return undefined;
  if (identifier === 'iPad1,1') return aNumbers.includes('A1219') ? 'wifi' : 'cellular';
  return withoutModem.has(identifier) ? 'wifi' : 'cellular';
}
