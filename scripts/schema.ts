// npm run schema: writes config.schema.json, the JSON Schema of configuration files.
// npm run schema -- --check: exits 1 when it is not up to date, for the tests.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {jsonSchema} from '../src/config/schema.js';

const path = fileURLToPath(new URL('../config.schema.json', import.meta.url));
const text = `${JSON.stringify(jsonSchema(), undefined, 2)}\n`;
if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
  if (process.argv.includes('--check')) {
    console.error('config.schema.json is not up to date: npm run schema');
    process.exitCode = 1;
  } else {
    writeFileSync(path, text);
    console.log('wrote config.schema.json');
  }
}
