/** 'Firefox on Linux', as far as a User-Agent says: for people who look at the list of their devices, and for nothing else. */
export function deviceOf(userAgent: string | undefined): string {
  const said = userAgent ?? ''
  const browser = first(browsers, said)
  const system = first(systems, said)
  if (browser && system) return `${browser} on ${system}`
  return browser ?? (system ? `A browser on ${system}` : 'An unknown device')
}

type Names = readonly (readonly [RegExp, string])[]

// Nearly all of them claim to be Chrome or Safari too, so the order counts.
const browsers: Names = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|OPiOS|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/^(curl|Wget|HTTPie|node|python-requests|PostmanRuntime)\b/i, 'A program'],
]

const systems: Names = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

function first(names: Names, said: string): string | undefined {
  return names.find(([pattern]) => pattern.test(said))?.[1]
}
