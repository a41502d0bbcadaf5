export declare const pomFile: string;
export declare const listFile: string;
export declare function jarsDir(): string;
export declare function jarsReady(dir?: string): boolean;
export declare function verifyJars(dir?: string, list?: string): void;
export declare function writeJarList(dir?: string): void;
export declare function formatJarList(hashes: ReadonlyMap<string, string>): string;
export declare function parseJarList(text: string): Map<string, string>;
export declare function compareJars(
  expected: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): string[];
