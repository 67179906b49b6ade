"""The numbers above everything."""
