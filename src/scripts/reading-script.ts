/** The script for readers, put together from its parts as one classic script: pages run from `file://`, where no module is loaded. */
import resume from './reading/resume.js?raw';
import sections from './reading/sections.js?raw';
import sheet from './reading/sheet.js?raw';
import start from './reading/start.js?raw';

/** In the order in which they need each other. */
const parts = [sections, sheet, resume, start];

/** Without comments, indentation, and what joins the parts as modules: a page needs about a third less. */
export function joinScript(modules: readonly string[]): string {
  const text = modules
    .join('\n')
    .replaceAll(/^\s*\/\*[\s\S]*?\*\/$/gm, '')
    .replaceAll(/^\s*(?:\/\/|import ).*$/gm, '')
    .replaceAll(/^export (?=function|const)/gm, '')
    .replaceAll(/^\s+/gm, '');
  return `(() => {\n${text}})();\n`;
}

export const buildReadingScript = (): string => joinScript(parts);
