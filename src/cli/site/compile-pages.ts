/** A program that compiles the pages into the folder it is given, while another builds the course for them, and ends with it. */
import process from 'node:process';
import { removeAllScratch } from '../../files/door.ts';
import { openCompiledPages } from '../../integration/compiled-pages.ts';
import { runAstro } from './run-astro.ts';

const [folder] = process.argv.slice(2);
process.once('disconnect', () => process.exit());
process.once('exit', removeAllScratch);
if (folder !== undefined) await openCompiledPages(folder, runAstro);
process.disconnect();
