/**
 * What Node makes of this program's files, types stripped and code compiled, is kept with the caches: half of what a short
 * command computes. Loaded before any other file; processes that are started find the same folder. Node itself looks
 * whether a file is still the same.
 */
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { findCacheFolder } from '../files/cache-place.ts';

const folder = join(findCacheFolder(process.env, process.platform, homedir()), 'code');
process.env.NODE_COMPILE_CACHE ??= folder;
enableCompileCache(process.env.NODE_COMPILE_CACHE);
