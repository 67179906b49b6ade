"""Environments for other people's clients, each in a folder of its own, kept between runs."""

import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
NODE_NEEDED = "Node 20 or newer with npm is needed (Debian: apt-get install nodejs npm)"


class NotInstalled(Exception):
    """Why a client could not be installed, in one line."""


@dataclass(frozen=True)
class Peer:
    """A client to measure.

    Attributes:
        name: as the table shows it, with its pinned version.
        package: what the registry calls it, pinned; empty for what needs no installing.
        script: its adapter in this folder.
        words: what the adapter is told besides the file of messages.
    """

    name: str
    package: str
    script: str
    words: tuple = ()

    def command(self, folder):
        """Install what is missing; the words that start the adapter.

        Raises:
            NotInstalled: the registry, or Node, is not there.
        """
        home = folder / self.name.replace(" ", "-")
        if not self.package:
            return [sys.executable, str(HERE / self.script)]
        return node_peer(self, home) if self.script.endswith(".mjs") else python_peer(self, home)


PEERS = (
    Peer("Sidestage", "", "peer_sidestage.py"),
    Peer("Sidestage, everybody new", "", "peer_sidestage.py", ("new",)),
    Peer("TikTokLive 7.0.1", "TikTokLive==7.0.1", "peer_tiktoklive.py"),
    Peer("TikTokLive 6.4.5", "TikTokLive==6.4.5", "peer_tiktoklive.py"),
    Peer("piratetok-live-py 0.3.0", "piratetok-live-py==0.3.0", "peer_piratetok.py"),
    Peer("tiktok-live-connector 2.5.0", "tiktok-live-connector@2.5.0", "peer_connector.mjs"),
)


def python_peer(peer, home):
    """A virtual environment with one package."""
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not (home / "ready").exists():
        venv.create(home, with_pip=True, clear=True)
        installed(
            peer, [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", peer.package]
        )
        (home / "ready").touch()
    return [str(python), str(HERE / peer.script)]


def node_peer(peer, home):
    """A folder with node_modules; the adapter lies in it, because Node looks beside the script."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        raise NotInstalled(NODE_NEEDED)
    if not (home / "ready").exists():
        home.mkdir(parents=True, exist_ok=True)
        flags = ["--silent", "--no-audit", "--no-fund", "--prefix", str(home)]
        installed(peer, [npm, "install", *flags, peer.package])
        (home / "ready").touch()
    return [node, shutil.copy(HERE / peer.script, home)]


def installed(peer, command):
    """Run an installer."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotInstalled(f"{peer.package} could not be installed")
