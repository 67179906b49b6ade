"""What the panes of inboxes have in common: rows that wait, oldest first, are ticked and leave."""
