"""The report of a problem: one folder that its user can read before anybody else does. Nothing is sent."""
