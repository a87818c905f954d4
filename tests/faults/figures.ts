let failed = 0;

export function title(text: string): void {
  console.log(`\n━━ ${text}`);
}

export function figure(name: string, value: string | number): void {
  console.log(`${name.padEnd(70)} ${value}`);
}

/** One line while somebody waits for a long drill. */
export function progress(text: string): void {
  console.log(`  … ${text}`);
}

/** Prints a figure that must be as expected, and remembers when it is not. */
export function expectThat<Value extends string | number>(
  name: string,
  value: Value,
  expected: Value | string,
  holds: (value: Value) => boolean = (given) => given === expected,
): void {
  const isAsExpected = holds(value);
  if (!isAsExpected) failed += 1;
  figure(name, `${value}${isAsExpected ? "" : `   FAILED, expected ${expected}`}`);
}

/** The last line. @returns the exit code */
export function summary(): number {
  console.log(failed === 0 ? "\nall as expected" : `\n${failed} not as expected`);
  return failed === 0 ? 0 : 1;
}
