#!/usr/bin/env -S npx tsx
import {main} from '../src/cli/main.ts';

await main(import.meta.url);
