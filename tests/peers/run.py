"""Lets clients written by others read the built-in server, each in an environment of its own.

    python tests/peers/run.py [FOLDER]

Installs TikTokLive and tiktok-live-connector from their registries into FOLDER (a temporary one when not
given), starts a room that ends after 15 seconds, connects each client by its own settings and prints, by
method, how many messages it saw against how many were delivered. Not part of the test suite: it needs a
network and npm.
"""

import asyncio
import json
import shutil
import sys
import tempfile
import venv
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from app.sim import SimOptions, SimServer  # noqa: E402 - the path comes first

PYTHON_PEER, NODE_PEER = "TikTokLive==7.0.1", "tiktok-live-connector@2.5.0"
NAME = "peerroom"
# tiktok-live-connector asks 127.* by https and everything else by http; 0.0.0.0 is this machine too.
OPTIONS = SimOptions(name=NAME, rate=20, battle_s=6, first_battle_s=2, end_after_s=15)


async def run(*command, **options):
    """Run a command; gives its standard output."""
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, **options)
    async with asyncio.timeout(600):
        out, _ = await process.communicate()
    if process.returncode:
        sys.exit(f"{command[0]} failed with exit code {process.returncode}.")
    return out.decode()


async def tiktoklive(folder, server):
    """TikTokLive in a virtual environment."""
    home = folder / "python"
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        await run(str(python), "-m", "pip", "install", "-q", PYTHON_PEER)
    return await run(str(python), str(HERE / "peer_tiktoklive.py"), server.app_url, NAME)


async def connector(folder, server):
    """tiktok-live-connector in a folder with its node_modules."""
    home = folder / "node"
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        sys.exit("npm and node are needed.")
    if not (home / "node_modules").exists():
        home.mkdir(parents=True, exist_ok=True)
        await run(npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(home), NODE_PEER)
    script = shutil.copy(HERE / "peer_connector.mjs", home)
    host = server.app_url.removeprefix("http://").replace("127.0.0.1", "0.0.0.0")  # noqa: S104 - asked, not bound
    return await run(node, script, host, NAME, cwd=home, env={"SIGN_API_URL": server.sign_url})


async def compare(label, peer, folder):
    """Print one table."""
    server = SimServer(OPTIONS)
    await server.start()
    try:
        told = json.loads((await peer(folder, server)).splitlines()[-1])
    finally:
        await server.stop()
    delivered, seen = Counter(server.deliveries.values()), Counter(told["methods"])
    sys.stdout.write(f"\n{label}: {seen.total()} seen, {delivered.total()} delivered\n")
    for method in sorted(delivered | seen):
        sys.stdout.write(f"  {method:36} {seen[method]:5} of {delivered[method]:5}\n")
    sys.stdout.write(f"  {'diamonds':36} {told['diamonds']:5} of {server.diamonds:5}\n  {told['typed']}\n")


async def main(folder):
    """Both, one after the other."""
    await compare(PYTHON_PEER, tiktoklive, folder)
    await compare(NODE_PEER, connector, folder)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        asyncio.run(main(Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else Path(temporary)))
