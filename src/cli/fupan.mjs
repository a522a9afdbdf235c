#!/usr/bin/env node
import '../strip-types.mjs';

await import('./keep-code.ts');
await import('./main.ts');
