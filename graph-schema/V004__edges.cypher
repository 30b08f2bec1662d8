// A renewed fact finds the edges of its owner and those of the same id; an overview finds those of its region.
CREATE INDEX acts_in_owner IF NOT EXISTS FOR ()-[edge:ACTS_IN]-() ON (edge.owner);
CREATE INDEX acts_in_id IF NOT EXISTS FOR ()-[edge:ACTS_IN]-() ON (edge.id);
CREATE INDEX acts_in_region IF NOT EXISTS FOR ()-[edge:ACTS_IN]-() ON (edge.regionId);
CREATE INDEX declares_owner IF NOT EXISTS FOR ()-[edge:DECLARES]-() ON (edge.owner);
CREATE INDEX declares_id IF NOT EXISTS FOR ()-[edge:DECLARES]-() ON (edge.id);
CREATE INDEX declares_region IF NOT EXISTS FOR ()-[edge:DECLARES]-() ON (edge.regionId);
