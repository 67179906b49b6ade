"""Says what an event is: as JSON, its schema, the catalogue, a line, a tree."""
