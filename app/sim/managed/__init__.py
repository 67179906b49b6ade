"""The sockets that send JSON: Euler Stream, tik.tools, TikFinity, LIVE Studio."""
