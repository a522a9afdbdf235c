import { existsSync } from 'node:fs';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';

const browserPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

interface BrowserExecutable {
  executablePath: string;
  args: string[];
}

/** A Chromium of this machine, else the one npm carries (Linux x64 only), else none. */
async function findBrowser(): Promise<BrowserExecutable | undefined> {
  const path = browserPaths.find((candidate) => existsSync(candidate));
  if (path) return { executablePath: path, args: [] };
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: packed } = await import('@sparticuz/chromium');
  return { executablePath: await packed.executablePath(), args: packed.args };
}

/** Opens a browser; undefined, with a warning, where there is none. Whoever opens it closes it. */
export async function openBrowser(): Promise<Browser | undefined> {
  const found = await findBrowser();
  if (!found) {
    console.warn(`SKIPPED: no Chromium found on this ${process.platform} ${process.arch} machine`);
    return undefined;
  }
  return chromium.launch({ ...found, args: [...found.args, '--no-sandbox'], headless: true });
}
