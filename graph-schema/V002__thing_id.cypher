// Whatever facts speak of has one node, even before its owner tells what it is.
CREATE CONSTRAINT thing_id IF NOT EXISTS FOR (thing:Thing) REQUIRE thing.id IS UNIQUE;
