// Measures other validators on files named on standard input, one a line. Prints a JSON object a
// line: {path, peer, millis, state}; millis is the median of warm runs, absent when it cannot open
// the file. Bytes are in memory before the clock starts, which favours these peers a little.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import init, { WasmReader } from '@contentauth/c2pa-wasm';
import { BMFF, JPEG, PNG } from '@trustnxt/c2pa-ts/asset';
import { SuperBox } from '@trustnxt/c2pa-ts/jumbf';
import { ManifestStore } from '@trustnxt/c2pa-ts/manifest';

const WARM = 5;
const RUNS = 9;
const settings = JSON.stringify({
  verify: { verify_after_reading: true, verify_trust: true, ocsp_fetch: false, remote_manifest_fetch: false },
});

const types = {
  jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif',
  tif: 'image/tiff', tiff: 'image/tiff', avif: 'image/avif', heic: 'image/heic', mp4: 'video/mp4',
  mov: 'video/quicktime', m4a: 'audio/mp4', mp3: 'audio/mpeg', wav: 'audio/wav', avi: 'video/avi',
  svg: 'image/svg+xml', pdf: 'application/pdf', flac: 'audio/flac',
};

async function wasm(path, bytes) {
  const type = types[path.split('.').pop().toLowerCase()];
  const reader = await WasmReader.fromBytes(type, bytes, settings);
  const state = JSON.parse(reader.json()).validation_state;
  reader.free();
  return state;
}

async function typescript(path, bytes) {
  const kind = [JPEG, PNG, BMFF].find((one) => one.canRead(bytes));
  if (!kind) {
    throw new Error('format not supported');
  }
  const asset = kind.create ? await kind.create(bytes) : new kind(bytes);
  const jumbf = await asset.getManifestJUMBF();
  const result = await ManifestStore.read(SuperBox.fromBuffer(jumbf)).validate(asset);
  return result.isValid ? 'Valid' : 'Invalid';
}

async function measured(run, path, bytes) {
  const times = [];
  let state;
  for (let i = 0; i < WARM + RUNS; i++) {
    const started = process.hrtime.bigint();
    state = await run(path, bytes);
    const millis = Number(process.hrtime.bigint() - started) / 1e6;
    if (i >= WARM) {
      times.push(millis);
    }
  }
  times.sort((a, b) => a - b);
  return { millis: times[times.length >> 1], state };
}

globalThis.fetch = () => Promise.reject(new Error('no network'));
const require = createRequire(import.meta.url);
await init({ module_or_path: await readFile(require.resolve('@contentauth/c2pa-wasm/c2pa.wasm')) });
for await (const path of createInterface({ input: process.stdin })) {
  const bytes = new Uint8Array(await readFile(path));
  for (const [peer, run] of [['c2pa-wasm', wasm], ['c2pa-ts', typescript]]) {
    let answer;
    try {
      answer = await measured(run, path, bytes);
    } catch (error) {
      answer = { error: String(error?.message ?? error).slice(0, 200) };
    }
    console.log(JSON.stringify({ path, peer, ...answer }));
  }
}
process.exit(0);
