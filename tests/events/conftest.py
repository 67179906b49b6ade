"""Laws are about values, not about time: a slow machine must not fail one."""

from hypothesis import settings

settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")
