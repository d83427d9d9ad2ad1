import { answerOpening, type OpeningRequest } from './opening-server'

// The worker itself; the page's end of the line is opening-client.ts. It answers one request and is ended then.

self.addEventListener('message', ({ data }: MessageEvent<OpeningRequest>) =>
  self.postMessage(answerOpening(data)),
)
