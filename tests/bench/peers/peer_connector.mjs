// tiktok-live-connector (npm): its deserializeMessage. Talks as serving.py does: node peer_connector.mjs FILE

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

import { deserializeMessage, InvalidSchemaNameError } from "tiktok-live-connector";

const require = createRequire(import.meta.url);
const name = "tiktok-live-connector";
const rows = readFileSync(process.argv[2], "utf8").trim().split("\n").map((line) => JSON.parse(line));
const messages = rows.map((row) => [row.method, Buffer.from(row.payload_b64, "base64")]);
const say = (told) => process.stdout.write(JSON.stringify(told) + "\n");

const became = ([method, payload]) => {
  try {
    deserializeMessage(method, payload);
    return "decoded";
  } catch (error) {
    return error instanceof InvalidSchemaNameError ? "unknown" : "failed";
  }
};

const timed = ([method, payload]) => {
  const began = process.hrtime.bigint();
  try {
    deserializeMessage(method, payload);
  } catch {
    // counted already, by `became`
  }
  return Number(process.hrtime.bigint() - began);
};

const version = require(`${name}/package.json`).version;
say({ runtime: `Node ${process.versions.node}`, versions: { [name]: version }, outcomes: messages.map(became) });
for await (const _ of createInterface({ input: process.stdin })) say(messages.map(timed));
