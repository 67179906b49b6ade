"""A webcast server on 127.0.0.1 with a seeded script: demo, tests, benchmark."""

from app.sim.alone import serve
from app.sim.options import SimOptions
from app.sim.pace import Pace
from app.sim.room.script import Script
from app.sim.server import Addresses, SimServer
from app.sim.thread import SimThread

__all__ = ["Addresses", "Pace", "Script", "SimOptions", "SimServer", "SimThread", "serve"]
