"""An old Python gets as far as one sentence."""

import ast

from tools.bootstrap.commands import ROOT


def test_an_old_python_is_told_which_one_to_install(bootstrap, sentence):
    done = bootstrap("run", before="sys.version_info = (3, 8, 10, 'final', 0)")
    assert "needs Python 3.11 or newer, and this is Python 3.8" in sentence(done)


def test_the_first_file_keeps_to_old_syntax():
    tree = ast.parse((ROOT / "bootstrap.py").read_text(), feature_version=(3, 4))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr | ast.NamedExpr | ast.AnnAssign)]
