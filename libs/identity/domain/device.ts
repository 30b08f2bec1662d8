/** The kind of browser and of system a session began in; null: not known. Nothing else of a browser is kept. */
export interface Device {
  browser: string | null;
  system: string | null;
}

// In this order: those further down say the names of those above, too.
const BROWSERS: [name: string, says: RegExp][] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|HeadlessChrome|CriOS|Chromium)\//],
  ['Safari', /\bVersion\/.*\bSafari\//],
];
const SYSTEMS: [name: string, says: RegExp][] = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];

/** The device in words, by what a browser says of itself. */
export function deviceOf(userAgent: string | undefined): Device {
  const found = (kinds: typeof BROWSERS) => kinds.find(([, says]) => says.test(userAgent ?? ''))?.[0] ?? null;
  return { browser: found(BROWSERS), system: found(SYSTEMS) };
}
