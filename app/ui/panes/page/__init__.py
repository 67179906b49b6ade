"""The page that stands over all panes while there is no data."""
