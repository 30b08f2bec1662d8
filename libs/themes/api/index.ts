export * from './contribution.graphql';
