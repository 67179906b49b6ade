"""Every public name says what it is, in a sentence."""

import ast

import pytest

from tests.rules.trees import files, is_override, public_in, read_tree


@pytest.mark.parametrize("name", files())
def test_what_is_public_is_documented(name):
    assert ast.get_docstring(read_tree(name)) or not files()[name].read_text().strip()
    silent = [node.name for node in public_in(name) if not (ast.get_docstring(node) or is_override(node))]
    assert silent == []


@pytest.mark.parametrize("name", files())
def test_a_docstring_begins_with_a_sentence(name):
    first = {node.name: (ast.get_docstring(node) or "x.").splitlines()[0] for node in public_in(name)}
    assert {one: line for one, line in first.items() if line.rstrip()[-1:] not in ".:;,…”)"} == {}
