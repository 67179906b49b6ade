"""Which gifts came last."""
