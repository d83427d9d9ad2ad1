// The parts of Leaflet that an empty map needs: the map itself and how it is moved. The build puts this in
// the place of `leaflet`, whose layers, markers and controls would be half as much code again as all of ours.
// Gives the map the methods about layers, which it calls though it has none.
import 'leaflet/src/layer/Layer.js'
import 'leaflet/src/map/handler/Map.Drag.js'
import 'leaflet/src/map/handler/Map.ScrollWheelZoom.js'
import 'leaflet/src/map/handler/Map.TouchZoom.js'

// Named by react-leaflet, whose use of it is shaken off.
export * as DomUtil from 'leaflet/src/dom/DomUtil.js'
export { LatLngBounds, toLatLngBounds as latLngBounds } from 'leaflet/src/geo/LatLngBounds.js'
export { Map } from 'leaflet/src/map/Map.js'
