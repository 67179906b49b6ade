"""Who gave most."""
