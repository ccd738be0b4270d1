#!/usr/bin/env node
import {keepCode, load} from '../dist/src/cli/load.js';

await load().main(import.meta.url);
if (process.argv[2] === 'check') keepCode();
