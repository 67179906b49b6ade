"""A keyring in memory, and an environment without secrets."""

import keyring
import pytest
from keyring.backend import KeyringBackend


class InMemory(KeyringBackend):
    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


@pytest.fixture(params=[InMemory])
def backend(request, monkeypatch):
    before = keyring.get_keyring()
    for name in ("SIGN_KEY", "TIKTOOLS_KEY", "STUDIO_KEY", "SESSION_ID", "TARGET_IDC"):
        monkeypatch.delenv(f"SIDESTAGE_{name}", raising=False)
    keyring.set_keyring(request.param())
    yield
    keyring.set_keyring(before)
