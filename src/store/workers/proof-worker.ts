import { type ProofAnswer, type ProofRequest, prove } from './proof-server'

// The worker itself; the page's end of the line is proof-client.ts. It answers one request and is ended then.

self.addEventListener('message', ({ data }: MessageEvent<ProofRequest>) =>
  prove(data, (answer: ProofAnswer) => self.postMessage(answer)),
)
