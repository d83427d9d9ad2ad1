import { type AreaShares, areaShareSteps } from '../../analysis/area-shares'
import { landSample } from '../../analysis/land-sample'
import type { ClientTable } from '../../engine/client-table'
import { type CompiledPolicy, compilePolicy } from '../../engine/compile'
import { type Coverage, type CoverageSteps, createCoverage } from '../../engine/coverage'
import type { CoverageFrame } from '../../engine/coverage-frame'
import type { Distribution } from '../../engine/distribution'
import type { Atlas } from '../../geo/atlas'
import type { RasterView } from '../../geo/raster-view'
import { type RuleId, sameTarget } from '../../model/address'
import { type IpPrefix, samePrefix } from '../../model/dns/ip-prefix'
import { ALL_UP, type World } from '../../model/world'
import { emptyPolicy, type Policy } from '../../policy/policy'
import { withDelta } from './coverage-delta'
import { paintGhost } from './coverage-ghost'
import { createPainter, type Painter, type Palette, pictureBytes } from './coverage-paint'
import type { CoverageAnswer, CoverageRequest } from './coverage-protocol'
import { frameSteps } from './coverage-raster'
import { rehearsalSteps } from './coverage-rehearsal'

/** What the server needs of the worker that it runs in. */
export interface CoveragePorts {
  readonly loadAtlas: () => Promise<Atlas>
  readonly post: (answer: CoverageAnswer) => void
  /** Lets messages that wait come in. */
  readonly pause: () => Promise<void>
  /** Milliseconds from any fixed time. */
  readonly now: () => number
  readonly later: (milliseconds: number, run: () => void) => void
}

export interface CoverageServer {
  /** Resolves when nothing is left to do. */
  readonly receive: (request: CoverageRequest) => Promise<void>
  /**
   * Gets ready for a drag of the biases of a rule of what was asked for last, until that was done for one with
   * biases. Resolves when it is done.
   */
  readonly rehearse: (rule: RuleId) => Promise<void>
}

/** The whole world in 512 × 512 pixels. */
const WORLD_VIEW: RasterView = { zoom: 1, left: 0, top: 0, width: 512, height: 512 }

/** A step of work may take this long before it lets messages in. */
const PATIENCE_MS = 8

/** A step of the shares, for which the next tick of a slider may have to wait. */
const SHARING_PATIENCE_MS = 2

/** Shares are made this often while newer requests keep coming, as while a slider moves. */
const SHARES_EVERY_MS = 200

/** Pictures that are on their way to the page, are shown, or come back. */
const MOST_SPARES = 3

/** So long without a newer request, and the slider stands still. */
const STILL_MS = 50

/**
 * Takes requests and answers the newest one; what it was doing for older ones is dropped where that saves time.
 */
export function createCoverageServer({ loadAtlas, post, pause, now, later }: CoveragePorts): CoverageServer {
  let newest = 0
  let policy: Policy = emptyPolicy()
  let world: World = ALL_UP
  let address: IpPrefix | null = null
  let view: RasterView | null = null
  let palette: Palette | null = null
  let paint: Painter | null = null
  // Painters remember what they painted last: the small world has one of its own.
  let paintWorld: Painter | null = null
  /** What is on screen now. */
  let shown: Coverage | null = null
  let isGhostWanted = false
  let frame: CoverageFrame | null = null
  let covering: CoverageSteps | null = null
  let coveringWorld: CoverageSteps | null = null
  let sample: ClientTable | null = null
  /** Shares that are being worked out, between ticks of a slider. */
  let sharing: Sharing | null = null
  // What the last shares and the last small world were made of.
  let shared: CompiledPolicy | null = null
  let sharesAt = Number.NEGATIVE_INFINITY
  let worldOf: CompiledPolicy | null = null
  let worldBy: Painter | null = null
  /** The last request after which nothing was asked for a while. */
  let restedAt = 0
  let running: Promise<void> | null = null
  let wake = () => {}
  let latest: CompiledPolicy | null = null
  let spares: readonly ArrayBuffer[] = []
  let isRehearsed = false

  function receive(request: CoverageRequest): Promise<void> {
    newest = request.id
    if (request.policy) policy = { ...withDelta(policy, request.policy), start: policy.start }
    // Shares of a policy a few ticks ago will do while a slider moves, but not those of quite another.
    if (request.world || request.palette || !sameTarget(policy.start, request.start)) sharing = null
    if (!sameTarget(policy.start, request.start)) policy = { ...policy, start: request.start }
    world = request.world ?? world
    if (!samePrefix(address, request.address)) address = request.address
    view = request.view ?? view
    palette = request.palette ?? palette
    if (request.palette) {
      paint = createPainter(request.palette)
      paintWorld = createPainter(request.palette)
    }
    isGhostWanted ||= request.ghost
    spares = [...spares, ...request.spares].slice(-MOST_SPARES)
    wake()
    running ??= run().finally(() => {
      running = null
    })
    return running
  }

  async function rehearse(rule: RuleId): Promise<void> {
    await running
    if (isRehearsed || !frame || !palette) return
    isRehearsed = true
    const steps = rehearsalSteps(rule, compile(), (await loadAtlas()).units, frame, palette)
    let hadBiases: boolean | null = null
    while (hadBiases === null) {
      const id = newest
      hadBiases = await inSteps(steps, () => newest === id)
      // What was asked for meanwhile is done first.
      await running
    }
    isRehearsed = hadBiases
  }

  async function run(): Promise<void> {
    try {
      const atlas = await loadAtlas()
      while (!(await serve(atlas))) continue
    } catch (error) {
      post({ kind: 'failed', id: newest, reason: error instanceof Error ? error.message : String(error) })
    }
  }

  /** Answers with the state of this moment; false when something newer came in meanwhile. */
  async function serve(atlas: Atlas): Promise<boolean> {
    const wanted = view
    if (!wanted || !paint) return true
    const isWanted = () => view === wanted
    if (!frame || !covering || !sameView(frame.view, wanted)) {
      const made = await inSteps(frameSteps(atlas, wanted, frame), isWanted)
      if (!made) return false
      frame = made
      shown = null
      covering = createCoverage(atlas.units, made)
    }
    const id = newest
    const since = now()
    const compiled = compile()
    // Before the pixels of the last coverage become those of the next.
    if (isGhostWanted && shown && palette) {
      post({ kind: 'ghost', id, painted: { view: wanted, pixels: paintGhost(shown, wanted, palette.edge) } })
    }
    isGhostWanted = false
    const coverage = await inSteps(covering(compiled), isWanted)
    if (!coverage) return false
    const painted = { view: wanted, ...paint(coverage, wanted, takeSpare(wanted)) }
    shown = coverage
    post({ kind: 'painted', id, painted, tookMs: now() - since })
    await pause()
    return (await serveShares(atlas, id, compiled)) && (await serveWorld(atlas, id, compiled))
  }

  /** Memory of the size of a view; null when there is none. */
  function takeSpare(of: RasterView): ArrayBuffer | null {
    const spare = spares.find(({ byteLength }) => byteLength === pictureBytes(of)) ?? null
    spares = spares.filter((each) => each !== spare)
    return spare
  }

  /**
   * Gives the shares of what has been painted, as far as nothing newer comes in between; false when something has.
   * The next tick of a slider should find the worker idle; yet the shares should follow, if more slowly: while it moves
   * they are worked out piece by piece between ticks.
   */
  async function serveShares(atlas: Atlas, id: number, compiled: CompiledPolicy): Promise<boolean> {
    while (compiled !== shared) {
      if (now() - sharesAt < SHARES_EVERY_MS) {
        if (newest === id) await stillness()
        if (newest !== id) return false
        restedAt = id
      }
      sample ??= landSample(atlas)
      sharing ??= { of: compiled, steps: areaShareSteps(compiled, sample), tookMs: 0 }
      const shares = takeSteps(sharing)
      if (shares) {
        sharesAt = now()
        shared = sharing.of
        post({ kind: 'shares', id, shares, tookMs: sharing.tookMs })
        sharing = null
      }
      await pause()
      if (newest !== id) return false
    }
    return newest === id
  }

  /** The shares, or null when they are not done by the end of a step. */
  function takeSteps(of: Sharing): AreaShares | null {
    const since = now()
    let step = of.steps.next()
    while (!step.done && now() - since < SHARING_PATIENCE_MS) step = of.steps.next()
    of.tookMs += now() - since
    return step.done ? step.value : null
  }

  /** Waits until nothing has been asked for a while, or until something is. */
  function stillness(): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve
      later(STILL_MS, resolve)
    })
  }

  function compile(): CompiledPolicy {
    if (latest?.policy !== policy || latest.world !== world || latest.address !== address) {
      latest = compilePolicy(policy, world, address)
    }
    return latest
  }

  async function serveWorld(atlas: Atlas, id: number, compiled: CompiledPolicy): Promise<boolean> {
    const by = paintWorld
    if (!by || (compiled === worldOf && by === worldBy)) return true
    const isWanted = () => newest === id
    if (!coveringWorld) {
      const made = await inSteps(frameSteps(atlas, WORLD_VIEW, null), isWanted)
      coveringWorld = made && createCoverage(atlas.units, made)
    } else if (restedAt !== id) {
      // Not while a slider moves: painting it cannot be put off once it has begun.
      await stillness()
      if (newest !== id) return false
    }
    const coverage = coveringWorld && (await inSteps(coveringWorld(compiled), isWanted))
    if (!coverage) return false
    worldOf = compiled
    worldBy = by
    const painted = { view: WORLD_VIEW, ...by(coverage, WORLD_VIEW) }
    post({ kind: 'world', id, painted, mixes: usedMixes(coverage) })
    return newest === id
  }

  /** Runs steps to their end, letting messages in between; null when they are no longer wanted. */
  async function inSteps<T>(steps: Generator<undefined, T>, isWanted: () => boolean): Promise<T | null> {
    let since = now()
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value
      if (now() - since < PATIENCE_MS) continue
      await pause()
      if (!isWanted()) return null
      since = now()
    }
  }

  return { receive, rehearse }
}

/** Shares on the way. */
interface Sharing {
  readonly of: CompiledPolicy
  readonly steps: Generator<undefined, AreaShares>
  tookMs: number
}

function usedMixes({ mixes, pixels }: Coverage): readonly Distribution[] {
  const used = new Uint8Array(mixes.length)
  for (const mix of pixels) used[mix] = 1
  return mixes.filter((_, mix) => used[mix] === 1)
}

function sameView(a: RasterView, b: RasterView): boolean {
  return (
    a.zoom === b.zoom && a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height
  )
}
