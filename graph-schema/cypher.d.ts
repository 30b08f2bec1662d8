/** A file of Cypher is imported as its text: the build and Jest both see to it. */
declare module '*.cypher' {
  const text: string;
  export default text;
}
