"""HTTP within limits: proxies, certificates, sizes, times; what failed on the way, as our errors."""
