from app.cli import run_command
from app.log.file import append_entry
from app.settings import find_log_file


def test_it_makes_a_folder_and_says_where(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("SIDESTAGE_LOGS", str(tmp_path / "logs"))
    append_entry(find_log_file(), b"something of @mira went wrong\n")
    folder = tmp_path / "new" / "report"
    assert run_command(["report", str(folder)]) == 0
    assert f"The report is in {folder}." in capsys.readouterr().out
    assert (folder / "log" / "sidestage.log").read_text("utf-8") == "something of @••• went wrong\n"
    assert (folder / "README.txt").is_file()


def test_without_a_folder_it_goes_to_the_documents(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path))
    assert run_command(["report"]) == 0
    (folder,) = tmp_path.iterdir()
    assert str(folder) in capsys.readouterr().out


def test_a_folder_that_is_there_is_refused(tmp_path, capsys):
    assert run_command(["report", str(tmp_path)]) == 2
    assert "is there already. Name a folder that is still to be made." in capsys.readouterr().err
