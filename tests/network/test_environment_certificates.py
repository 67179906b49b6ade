"""Certificates that the environment names and that are not there."""

import pytest

from app.access import Access
from app.cli import run_command
from app.connector.live import LiveSource
from app.connector.socket import upgrade
from app.errors import UsageError
from app.network.certificates import make_tls_context
from app.network.web import Web


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)


@pytest.fixture(params=["missing", "folder", "empty", "no PEM", "broken PEM", "odd name"])
def unusable(request, tmp_path):
    """A file that holds no certificate."""
    told = {"empty": b"", "no PEM": b"\x00\xff", "broken PEM": b"-----BEGIN CERTIFICATE-----\nx\n-----END"}
    file = tmp_path / "certificates.pem"
    match request.param:
        case "folder":
            file.mkdir()
        case "missing" | "odd name":
            return file if request.param == "missing" else "/nowhere\n\x1b[2J"
        case _:
            file.write_bytes(told[request.param])
    return file


def test_a_file_without_certificates_is_one_sentence_that_names_it(monkeypatch, capsys, unusable):
    monkeypatch.setenv("SSL_CERT_FILE", str(unusable))
    for way_in in (make_tls_context, Web, lambda: upgrade("wss://ws.example/", Access())):
        with pytest.raises(UsageError, match=r"SSL_CERT_FILE names .*/"):
            way_in()
    with pytest.raises(UsageError) as told:
        LiveSource("demo", Access())
    assert told.value.remedy == "stop"
    assert str(told.value).isprintable()
    assert run_command(["info", "@demo"]) == 2
    assert "SSL_CERT_FILE" in capsys.readouterr().err


@pytest.mark.parametrize("inside", [None, "", "readme.txt"])
def test_a_folder_without_certificates_is_one_too(monkeypatch, tmp_path, inside):
    folder = tmp_path / "certs"
    if inside is not None:
        folder.mkdir()
        (folder / (inside or ".hidden")).write_text("nothing")
    monkeypatch.setenv("SSL_CERT_DIR", str(folder))
    with pytest.raises(UsageError, match=r"SSL_CERT_DIR names .*/certs"):
        make_tls_context()


def test_certificates_that_are_there_are_trusted(monkeypatch, tmp_path):
    trustme = pytest.importorskip("trustme")
    pem = tmp_path / "ca.pem"
    trustme.CA().cert_pem.write_to_path(pem)
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    assert len(make_tls_context().get_ca_certs()) == 1
    monkeypatch.delenv("SSL_CERT_FILE")
    pem.rename(tmp_path / "0123abcd.0")
    monkeypatch.setenv("SSL_CERT_DIR", f"/nowhere:{tmp_path}")
    make_tls_context()


def test_without_a_word_of_the_environment_the_usual_ones_are_trusted():
    assert len(make_tls_context().get_ca_certs()) > 20
