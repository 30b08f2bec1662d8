// Vectors are taken back by whoever told them.
CREATE INDEX vector_owner IF NOT EXISTS FOR (vector:Vector) ON (vector.owner);
// What lies nearest to one. No width is given: it is the model's, and a new model may have another.
CREATE VECTOR INDEX vector_values IF NOT EXISTS FOR (vector:Vector) ON (vector.values)
  OPTIONS {indexConfig: {`vector.similarity_function`: 'cosine'}};
