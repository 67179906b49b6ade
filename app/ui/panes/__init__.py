"""The panes: a folder each with a row of PANES in `table`; the inspector is a window, in `app.ui.windows`."""
