import type { ElkNode } from 'elkjs/lib/elk-api.js'
import type { Layout } from '../../scenario/scenario'
import { nodeKey } from '../../scenario/scenario'
import type { AppStore } from '../../store/app-store'
import type { ConnectionEdge } from './connections/flow-edges'
import { targetOfFlowId } from './flow-id'
import type { CanvasNode } from './flow-nodes'

/** Above so many nodes the heavy layout takes seconds and is no better than the automatic one. */
const MOST_NODES = 400
const TIMEOUT_MS = 20_000

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.componentComponent': '84',
} as const

/**
 * Gives every node a new place, as one step of the history: by a layered layout that keeps the order of
 * branches, computed in a worker; where that cannot be, by the automatic layout.
 */
export async function tidyUp(
  store: AppStore,
  nodes: readonly CanvasNode[],
  edges: readonly ConnectionEdge[],
): Promise<void> {
  const { scenario, scenarioKey } = store.getState()
  const layout = nodes.length > MOST_NODES ? null : await layered(nodes, edges).catch(() => null)
  const now = store.getState()
  // What was changed meanwhile wins over a layout of what was before.
  if (now.scenarioKey !== scenarioKey || now.scenario.policy !== scenario.policy) return
  now.commit('Tidy up', (before) => ({ ...before, layout: layout ?? new Map() }))
}

async function layered(nodes: readonly CanvasNode[], edges: readonly ConnectionEdge[]): Promise<Layout> {
  const [{ default: Elk }, { default: workerUrl }] = await Promise.all([
    import('elkjs/lib/elk-api.js'),
    import('elkjs/lib/elk-worker.min.js?url'),
  ])
  const elk = new Elk({ workerUrl })
  try {
    const result = await within(TIMEOUT_MS, elk.layout(graphOf(nodes, edges), { layoutOptions: OPTIONS }))
    return placesOf(result)
  } finally {
    elk.terminateWorker()
  }
}

/** The graph for the layout; ports stand where the handles are. */
function graphOf(nodes: readonly CanvasNode[], edges: readonly ConnectionEdge[]): ElkNode {
  return {
    id: 'policy',
    children: inReadingOrder(nodes, edges).map(({ id, width = 0, height = 0, handles = [] }) => ({
      id,
      width,
      height,
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      ports: handles.map((handle) => ({
        id: portId(id, handle.id),
        x: handle.type === 'target' ? 0 : width,
        y: handle.y + (handle.height ?? 0) / 2,
        width: 0,
        height: 0,
        layoutOptions: { 'elk.port.side': handle.type === 'target' ? 'WEST' : 'EAST' },
      })),
    })),
    edges: edges.map(({ id, source, sourceHandle, target, targetHandle }) => ({
      id,
      sources: [portId(source, sourceHandle)],
      targets: [portId(target, targetHandle)],
    })),
  }
}

/** Nodes as a reader meets them who follows every branch to its end before the next; then those never met. */
function inReadingOrder(
  nodes: readonly CanvasNode[],
  edges: readonly ConnectionEdge[],
): readonly CanvasNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const next = new Map<string, CanvasNode[]>()
  for (const { source, target } of edges) {
    const node = byId.get(target)
    if (node) next.set(source, [...(next.get(source) ?? []), node])
  }
  const met = new Set<CanvasNode>()
  for (const root of nodes) {
    // An explicit stack: a chain of rules may be deeper than the call stack.
    const stack = [root]
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (met.has(node)) continue
      met.add(node)
      stack.push(...(next.get(node.id) ?? []).toReversed())
    }
  }
  return [...met]
}

function portId(node: string, handle: string | null | undefined): string {
  return `${node} ${handle ?? ''}`
}

/** The places found, moved so that the start is where a new policy has it. */
function placesOf({ children = [] }: ElkNode): Layout {
  const left = Math.min(...children.map(({ x = 0 }) => x))
  const top = Math.min(...children.map(({ y = 0 }) => y))
  return new Map(
    children.map(({ id, x = 0, y = 0 }) => [
      nodeKey(targetOfFlowId(id)),
      { x: Math.round(x - left), y: Math.round(y - top) },
    ]),
  )
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The layout took too long.')), milliseconds)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
