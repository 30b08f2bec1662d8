// The steps of both layouts work on plain arrays; graphology's own doors to them demand a graph of objects.
declare module 'graphology-layout-forceatlas2/iterate.js' {
  const iterate: (settings: object, nodes: Float32Array, edges: Float32Array) => unknown;
  export default iterate;
}
declare module 'graphology-layout-noverlap/iterate.js' {
  const iterate: (settings: object, nodes: Float32Array) => { converged: boolean };
  export default iterate;
}
