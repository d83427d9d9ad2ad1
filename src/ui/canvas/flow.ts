// The one module that imports React Flow, so that its next major version is a change of one file.
import '@xyflow/react/dist/base.css'

export type {
  AriaLabelConfig,
  Connection as FlowConnection,
  Edge,
  EdgeChange,
  EdgeProps,
  FinalConnectionState,
  HandleType,
  MiniMapNodeProps,
  Node,
  NodeChange,
  NodeProps,
  ReactFlowInstance,
} from '@xyflow/react'
export {
  Background,
  BackgroundVariant,
  BaseEdge,
  EdgeLabelRenderer,
  getBezierPath,
  Handle,
  MiniMap,
  Position,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useConnection,
  useReactFlow,
  useStore as useFlowState,
  useStoreApi as useFlowStore,
} from '@xyflow/react'
