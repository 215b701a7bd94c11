// The chain and the fan-out on LangGraph.js with its SQLite saver: prints {work, median, p95, unit, store} lines.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Annotation, END, Send, START, StateGraph } from '@langchain/langgraph';
import { SqliteSaver } from '@langchain/langgraph-checkpoint-sqlite';

const STEPS = 300;
const TASKS = 100;
const ROUNDS = 5;

const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'langgraph-'));

function saver(name) {
  const saver = SqliteSaver.fromConnString(join(folder, name));
  // The saver opens SQLite with the log and leaves `synchronous` at FULL, as Orrery does.
  saver.setup?.();
  saver.db.pragma('synchronous = FULL');
  return saver;
}

function say(work, values, unit) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (percent) => sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))];
  console.log(JSON.stringify({ work, peer: 'LangGraph.js 1.7.3', median: at(50), p95: at(95), unit, store: 'SQLite, WAL, synchronous=FULL' }));
}

async function chain() {
  const times = [];
  const State = Annotation.Root({ n: Annotation({ reducer: (_, b) => b, default: () => 0 }) });
  const graph = new StateGraph(State)
    .addNode('step', async ({ n }) => ({ n: n + 1 }))
    .addEdge(START, 'step')
    .addConditionalEdges('step', ({ n }) => (n < STEPS ? 'step' : END))
    .compile({ checkpointer: saver('chain.db') });
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await graph.invoke({ n: 0 }, { recursionLimit: STEPS + 10, durability: 'sync', configurable: { thread_id: `c${round}` } });
    if (round > 0) times.push((performance.now() - began) / STEPS);
  }
  say('chain-step-millis', times, 'ms a step');
}

async function fanOut() {
  const times = [];
  const State = Annotation.Root({ done: Annotation({ reducer: (a, b) => a.concat(b), default: () => [] }) });
  const graph = new StateGraph(State)
    .addNode('task', async ({ key }) => ({ done: [key] }))
    .addNode('report', async () => ({}))
    .addConditionalEdges(START, () => Array.from({ length: TASKS }, (_, i) => new Send('task', { key: `k${i}` })))
    .addEdge('task', 'report')
    .addEdge('report', END)
    .compile({ checkpointer: saver('fan-out.db') });
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await graph.invoke({}, { recursionLimit: 10, durability: 'sync', configurable: { thread_id: `f${round}` } });
    if (round > 0) times.push((performance.now() - began) / TASKS);
  }
  say('fan-out-100-millis', times, 'ms a task');
}

try {
  await chain();
  await fanOut();
} finally {
  rmSync(folder, { recursive: true });
}
