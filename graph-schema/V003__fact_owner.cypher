// Who told which facts, and as of which number.
CREATE CONSTRAINT fact_owner_key IF NOT EXISTS FOR (owner:FactOwner) REQUIRE owner.key IS UNIQUE;
CREATE CONSTRAINT graph_state_name IF NOT EXISTS FOR (state:GraphState) REQUIRE state.name IS UNIQUE;
CREATE CONSTRAINT graph_schema_version IF NOT EXISTS FOR (step:GraphSchema) REQUIRE step.version IS UNIQUE;
