export declare const oldestJava: number;
export declare function javaCommand(javaHome?: string): string;
export declare function javaMajor(): number | undefined;
export declare function parseJavaMajor(text: string): number | undefined;
