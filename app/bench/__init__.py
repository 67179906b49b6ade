"""Measures decoding: bytes to typed events, beside the bare reader and betterproto2, in one run."""
