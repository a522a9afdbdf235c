/** Watches pages in a browser: whatever runs, asks or leads where no page of ours should. */
import type { BrowserContext, Page } from 'playwright-core';

export interface Watch {
  /** All that was seen since it was asked last, with the page it was seen on. */
  takeTrouble: () => string[];
  note: (what: string) => void;
  /** What is looked at from now on. */
  setPage: (name: string) => void;
}

/** What a page notes by itself, before anything of it runs. */
function installTraps(): void {
  const tell = (what: string) => console.debug(`TROUBLE ${what}`);
  let hit: unknown;
  Object.defineProperty(window, '__hit', {
    get: () => hit,
    set: (number) => {
      hit = number;
      tell(`script ${number}`);
    },
  });
  addEventListener(
    'securitypolicyviolation',
    ({ blockedURI, effectiveDirective, sample }) =>
      tell(`refused ${effectiveDirective} ${blockedURI} ${sample}`),
    true,
  );
}

/** Watches every page of a context. `isOwn` tells which addresses may be asked for. */
export async function watchContext(context: BrowserContext, isOwn: (url: string) => boolean): Promise<Watch> {
  let trouble: string[] = [];
  let at = '';
  const note = (what: string) => trouble.push(`${at}: ${what}`);
  await context.addInitScript(installTraps);
  context.on('request', (request) => {
    if (!isOwn(request.url())) note(`request ${request.url()}`);
  });
  context.on('dialog', (dialog) => {
    note(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('weberror', (error) => note(`error ${error.error()}`));
  context.on('console', (message) => {
    const told = /^TROUBLE (.*)/s.exec(message.text());
    if (told) note(told[1]!);
    else if (message.type() === 'error') note(`console ${message.text()}`);
  });
  context.on('page', (page) =>
    page.on('websocket', (socket) => isOwn(socket.url()) || note(`socket ${socket.url()}`)),
  );
  return {
    note,
    setPage: (name) => {
      at = name;
    },
    takeTrouble() {
      const taken = new Set(trouble);
      trouble = [];
      return [...taken].slice(0, 40);
    },
  };
}

/** Elements and attributes that no page of ours has, and links that no reader should follow. Runs in the browser. */
export function findDangers({ ownScripts, root }: { ownScripts: string[]; root?: string }): string[] {
  const found: string[] = [];
  const strange = new Set(
    'iframe frame frameset object embed applet base form input template foreignobject feimage use animate animatemotion animatetransform set audio video source track portal'.split(
      ' ',
    ),
  );
  const loading = new Set(
    'src srcset poster data background action formaction ping manifest xlink:href to values from'.split(' '),
  );
  const isOwnFile = (address: string) => {
    const url = new URL(address, document.baseURI);
    return url.protocol === 'data:' || (url.protocol === location.protocol && url.host === location.host);
  };
  const judge = (element: Element, name: string, value: string): boolean => {
    if (/^on/i.test(name)) return false;
    if (name === 'style') return !/url|image-set|src\(|import|expression|\\/i.test(value);
    if (loading.has(name)) return isOwnFile(value);
    if (name !== 'href') return true;
    if (!/^(a|area)$/.test(element.localName)) return isOwnFile(value);
    return ['http:', 'https:', 'mailto:', 'tel:', location.protocol].includes(
      new URL(value, document.baseURI).protocol,
    );
  };
  const scope = root ? document.querySelector(root)?.shadowRoot : document;
  for (const element of scope?.querySelectorAll('*') ?? []) {
    const name = element.localName.toLowerCase();
    const whole = element.outerHTML.slice(0, 120);
    const isOwnScript =
      element instanceof HTMLScriptElement && ownScripts.some((one) => element.src.endsWith(one));
    // A box to search in, which a script of ours makes and which belongs to no form.
    const isSearch = element.matches('.filter > input[type=search]:not([name])');
    if ((strange.has(name) && !isSearch) || (name === 'script' && !isOwnScript))
      found.push(`element ${whole}`);
    // Where the page says that it is published: nothing follows it, and the course has said so.
    const isCanonical = element.matches('link[rel=canonical][href^="https://course.invalid/2026/"]');
    if (isCanonical) continue;
    if (name === 'link' && !/^(icon|stylesheet)$/.test(element.getAttribute('rel') ?? ''))
      found.push(`link ${whole}`);
    if (name === 'meta' && /refresh|set-cookie/i.test(element.getAttribute('http-equiv') ?? ''))
      found.push(`meta ${whole}`);
    for (const attribute of element.attributes)
      if (!judge(element, attribute.name.toLowerCase(), attribute.value))
        found.push(`${attribute.name} in ${whole}`);
  }
  return found;
}

/** Does what a reader does: opens what is folded, points at things, steps through figures. */
export async function useEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const element of document.querySelectorAll('*')) {
      for (const type of ['pointerover', 'mouseover', 'mouseenter', 'focus', 'click'].slice(
        0,
        element.closest('a, button') ? 4 : 5,
      ))
        element.dispatchEvent(
          new MouseEvent(type, { bubbles: true, cancelable: true, clientX: 5, clientY: 5 }),
        );
    }
  });
  const plot = page.locator('.plot').first();
  if ((await plot.count()) === 0) return;
  await plot.focus();
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'End']) await page.keyboard.press(key);
}
