import { parentPort } from 'node:worker_threads'
import { serve } from './answer'
import { engine } from './engine'

/** The analysis worker: built to out/worker/index.js, started by the pool. */
if (parentPort) serve(engine, parentPort)
else throw new Error('worker.ts runs only as a worker of the analysis pool')
