/** Injection token of the kernel's `Clock`; tests give one that stands still. */
export const CLOCK = Symbol('CLOCK');
