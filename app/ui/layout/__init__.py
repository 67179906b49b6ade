"""Where the panes stand, as data: layouts, profiles of them, what was changed by hand. Nothing here is Qt."""
