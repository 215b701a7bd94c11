// Starts the fake model server on a free port of this machine, prints its address, and ends with its standard input, so
// that no server outlives the tests that started it.
import { LLMock } from "@copilotkit/aimock";

const server = new LLMock({ port: 0, host: "127.0.0.1", logLevel: "silent" });
await server.start();
console.log(server.url);
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
