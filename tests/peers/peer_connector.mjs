// tiktok-live-connector (npm) pointed at the built-in server by its own settings; prints what it saw as JSON.
// Run by run.py in a folder of its own: node peer_connector.mjs HOST:PORT NAME   (with SIGN_API_URL set)
//
// Version 2.5.0 asks loopback hosts by https and all others by http (an inverted test of its getBaseUrl), so
// the host is given as 0.0.0.0, which is this machine too.

import { ControlEvent, TikTokLiveConnection, WebcastEvent } from "tiktok-live-connector";

const [host, name] = process.argv.slice(2);
const methods = {};
const typed = {};
const diamonds = {};
const count = (table, key) => { table[key] = (table[key] ?? 0) + 1; };

const connection = new TikTokLiveConnection(name, {
  processInitialData: true,
  webConfigOverrides: { TIKTOK_HOST_WEB: host, TIKTOK_HOST_WEBCAST: host },
});
connection.on(ControlEvent.DECODED_DATA, (method) => count(methods, method));
for (const kind of Object.values(WebcastEvent)) connection.on(kind, () => count(typed, kind));
connection.on(WebcastEvent.GIFT, (gift) => {
  const key = `${gift.user?.id ?? gift.user?.userId} ${gift.giftId} ${gift.groupId}`;
  const price = gift.gift?.diamondCount ?? gift.giftDetails?.diamondCount ?? 0;
  diamonds[key] = Math.max(diamonds[key] ?? 0, gift.repeatCount * price);
});
const over = new Promise((done) => connection.on(ControlEvent.DISCONNECTED, done));
await connection.connect();
await over;
const sum = Object.values(diamonds).reduce((total, value) => total + value, 0);
process.stdout.write(JSON.stringify({ methods, typed, diamonds: sum }) + "\n");
process.exit(0);
