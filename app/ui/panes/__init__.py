"""The panes: a folder each, and a row of PANES in `app.ui.panes.table`."""
